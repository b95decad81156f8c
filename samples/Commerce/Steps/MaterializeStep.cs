using System.Globalization;
using Commerce.Data;
using Commerce.Report;
using Commerce.Views;
using TypedFeatures;

namespace Commerce.Steps;

/// <summary>Builds the online states of every entity as of the shop's now.</summary>
internal static class MaterializeStep
{
    /// <summary>What was written.</summary>
    internal sealed record States(int Views, long Entities, long Rows)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{Entities:N0} online states of {Views} views, from {Rows:N0} rows");
    }

    public static async Task<States> RunAsync(FeatureStore store, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var states = new States(ShopViews.All.Count, 0, 0);
        for (var i = 0; i < ShopViews.All.Count; i++)
        {
            var done = i;

            // How many rows a view's states will take is known only at the end; the bar nears the view's share by halves.
            var relay = new Relay<MaterializationProgress>(p =>
                progress.Report((done + (p.Rows / (p.Rows + 500_000.0))) / ShopViews.All.Count));
            var report = await ShopViews.All[i].MaterializeAsync(store, ShopCalendar.End, relay, cancellationToken);
            states = states with { Entities = states.Entities + report.Entities, Rows = states.Rows + report.Rows };
            progress.Report((done + 0.99) / ShopViews.All.Count);
        }

        return states;
    }
}
