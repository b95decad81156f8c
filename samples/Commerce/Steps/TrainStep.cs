using System.Globalization;
using Commerce.Data;
using Commerce.Features;
using Commerce.Report;
using Commerce.Views;
using TypedFeatures;

namespace Commerce.Steps;

/// <summary>
/// Writes training sets for the moments, every value as it stood at its moment: one per view that is trained alone, and the service's, labelled by what happened next and split by time.
/// </summary>
internal static class TrainStep
{
    /// <summary>What was written.</summary>
    internal sealed record Trained(int Files, long Rows, int Features, long Bytes, string Format, Labelled Labelled)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{Files} {Format} files of up to {Rows:N0} rows, {Features} point-in-time features, {Bytes / 1e6:N1} MB; {Labelled}");
    }

    /// <summary>What became of the moments in the service's set.</summary>
    internal sealed record Labelled(long Train, long Test, long InGap, long Censored)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{CheckoutFraud.Service.Descriptor.Name} with {ChargedBack60d.Label.Descriptor.Name}: {Train:N0} rows to learn from, {Test:N0} to judge by, {InGap:N0} in the gap between, {Censored:N0} censored");
    }

    public static async Task<Trained> RunAsync(
        FeatureStore store, Shop shop, Workspace workspace, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var isParquet = workspace.Engine == OfflineChoice.DuckDb;
        var files = new List<TrainingFile>();
        var sets = ShopViews.TrainedAlone.Count + 2;
        foreach (var view in ShopViews.TrainedAlone)
        {
            await view.WriteTrainingSetAsync(store, shop.Moments, Next(view.Name), Relay(), cancellationToken);
        }

        var split = CheckoutService.Training(store, shop, Relay());
        var train = await WriteAsync(split.Train, Next(CheckoutFraud.Service.Descriptor.Name + "_train"), cancellationToken);
        var test = await WriteAsync(split.Test, Next(CheckoutFraud.Service.Descriptor.Name + "_test"), cancellationToken);
        return new Trained(
            files.Count,
            shop.Moments.Count,
            ShopViews.TrainedAlone.Sum(v => v.Descriptor.Features.Count) + CheckoutFraud.Service.Descriptor.Features.Count,
            files.Sum(file => new FileInfo(file.Path).Length),
            isParquet ? "Parquet" : "CSV",
            new Labelled(train.Rows, test.Rows, test.InGap, train.Censored + test.Censored));

        TrainingFile Next(string name)
        {
            files.Add(new TrainingFile(Path.Combine(workspace.TrainingFolder, name + (isParquet ? ".parquet" : ".csv")), isParquet));
            return files[^1];
        }

        Relay<TrainingProgress> Relay() =>
            new(p => progress.Report((files.Count - 1 + ((double)p.Rows / shop.Moments.Count)) / (sets + 0.01)));
    }

    private static async Task<TrainingReport> WriteAsync<TRow, TFeatures, TLabel>(
        LabeledTrainingSet<TRow, TFeatures, TLabel> set, TrainingFile file, CancellationToken cancellationToken)
        where TFeatures : class
        where TLabel : class
    {
        await (file.IsParquet ? set.WriteParquetAsync(file.Path, cancellationToken) : set.WriteCsvAsync(file.Path, cancellationToken));
        return set.Report ?? throw new InvalidOperationException("A written set has a report.");
    }
}
