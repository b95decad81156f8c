namespace Commerce.Parity;

/// <summary>Reports the progress of a part as that of the whole.</summary>
/// <param name="whole">Who is told.</param>
/// <param name="start">What is done before the part.</param>
/// <param name="share">How much of the whole the part is.</param>
internal sealed class Scaled(IProgress<double> whole, double start, double share) : IProgress<double>
{
    public void Report(double value) => whole.Report(start + (share * value));
}
