using System.Diagnostics;
using System.Globalization;
using Commerce.Data;
using Commerce.Views;
using TypedFeatures;

namespace Commerce.Steps;

/// <summary>Reads each view, and the service over two of them, one entity at a time, as a checkout would, and times each read.</summary>
internal static class ServeStep
{
    private const int Reads = 20_000;
    private const int WarmUp = 1_000;

    /// <summary>How long reads took.</summary>
    internal sealed record Latencies(int Count, TimeSpan Median, TimeSpan Percentile99)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Count:N0} reads one by one: p50 {Median.TotalMicroseconds:N0} µs, p99 {Percentile99.TotalMicroseconds:N0} µs");
    }

    public static async Task<Latencies> RunAsync(FeatureStore store, Shop shop, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var readers = ShopViews.All.Select(view => view.Reader(store)).Append(CheckoutService.Reader(store)).ToArray();
        var elapsed = new long[Reads];
        for (var i = -WarmUp; i < Reads; i++)
        {
            var moment = shop.Moments[(i + WarmUp) % shop.Moments.Count];
            var read = readers[(i + WarmUp) % readers.Length];
            var start = Stopwatch.GetTimestamp();
            await read(moment, cancellationToken);
            if (i >= 0)
            {
                elapsed[i] = Stopwatch.GetTimestamp() - start;
                progress.Report((double)i / Reads);
            }
        }

        Array.Sort(elapsed);
        return new Latencies(Reads, At(elapsed, 0.50), At(elapsed, 0.99));
    }

    private static TimeSpan At(long[] sorted, double share) => Stopwatch.GetElapsedTime(0, sorted[(int)(share * (sorted.Length - 1))]);
}
