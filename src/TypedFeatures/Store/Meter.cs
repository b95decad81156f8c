namespace TypedFeatures;

/// <summary>Counts items and reports every so many of them, so that progress costs next to nothing per item.</summary>
internal sealed class Meter<T>(IProgress<T>? progress, Func<long, T> describe)
{
    private const long Step = 8_192;

    public long Count { get; private set; }

    public void Add()
    {
        Count++;
        if (progress is not null && Count % Step == 0)
        {
            progress.Report(describe(Count));
        }
    }

    public void Finish() => progress?.Report(describe(Count));
}
