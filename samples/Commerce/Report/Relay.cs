namespace Commerce.Report;

/// <summary>Passes progress on at once, on the thread that reports it; <see cref="Progress{T}"/> would queue it.</summary>
internal sealed class Relay<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
