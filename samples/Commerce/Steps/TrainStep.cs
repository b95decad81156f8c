using System.Globalization;
using Commerce.Data;
using Commerce.Report;
using Commerce.Views;
using TypedFeatures;

namespace Commerce.Steps;

/// <summary>Writes a training set per view for the labelled moments: every value as it stood at its moment, with the moment's label beside it.</summary>
internal static class TrainStep
{
    /// <summary>What was written.</summary>
    internal sealed record Trained(int Files, long Rows, int Features, long Bytes, string Format)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{Files} {Format} files of {Rows:N0} rows, {Features} point-in-time features, {Bytes / 1e6:N1} MB");
    }

    public static async Task<Trained> RunAsync(
        FeatureStore store, Shop shop, Workspace workspace, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var isParquet = workspace.Engine == OfflineChoice.DuckDb;
        var rows = 0L;
        var bytes = 0L;
        for (var i = 0; i < ShopViews.All.Count; i++)
        {
            var view = ShopViews.All[i];
            var file = new TrainingFile(Path.Combine(workspace.TrainingFolder, view.Name + (isParquet ? ".parquet" : ".csv")), isParquet);
            var done = i;
            rows = await view.WriteTrainingSetAsync(
                store,
                shop.Moments,
                file,
                new Relay<TrainingProgress>(p => progress.Report((done + ((double)p.Rows / shop.Moments.Count)) / (ShopViews.All.Count + 0.01))),
                cancellationToken);
            bytes += new FileInfo(file.Path).Length;
        }

        return new Trained(ShopViews.All.Count, rows, ShopViews.All.Sum(v => v.Descriptor.Features.Count), bytes, isParquet ? "Parquet" : "CSV");
    }
}
