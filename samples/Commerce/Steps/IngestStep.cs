using System.Globalization;
using Commerce.Data;
using Commerce.Domain;
using Commerce.Report;
using TypedFeatures;
using TypedFeatures.Offline;

namespace Commerce.Steps;

/// <summary>Streams the shop's rows into the offline engine.</summary>
internal static class IngestStep
{
    /// <summary>What was ingested.</summary>
    /// <param name="Purchases">What became of the purchases.</param>
    /// <param name="Risks">How many scores of merchants.</param>
    /// <param name="Shares">What they were.</param>
    internal sealed record Ingested(IngestReport Purchases, long Risks, RowShares Shares)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Purchases.Read:N0} rows: {Purchases.Added:N0} purchases, {Purchases.Versions:N0} later versions, {Purchases.Duplicates:N0} duplicates, {Purchases.Quarantined:N0} quarantined; {Shares}; {Risks:N0} nightly scores");
    }

    public static async Task<Ingested> RunAsync(FeatureStore store, Shop shop, IProgress<double> progress, CancellationToken cancellationToken)
    {
        await store.IngestAsync(shop.Merchants, cancellationToken);
        var risks = await store.IngestAsync(shop.Risks, cancellationToken);
        var shares = new RowShares();
        var rows = shop.Rows(shop.Purchases.Deliveries()).Select(shares.Count);
        var report = await store.IngestAsync(
            rows, new Relay<long>(count => progress.Report(Math.Min(0.99, 0.98 * count / shop.Size.Purchases))), cancellationToken);

        // The last minutes may have been quiet: what happened until now is known, so labels whose horizon ends by now are no guesses.
        await store.AdvanceWatermarkAsync<Purchase>(ShopCalendar.End, cancellationToken);
        return new Ingested(report, risks.Added, shares);
    }
}

/// <summary>What share of the rows is unusual.</summary>
internal sealed class RowShares
{
    private long total;
    private long refunds;
    private long late;
    private long withoutAmount;
    private long chargedBack;

    /// <summary>Counts a row and passes it on.</summary>
    public Purchase Count(Purchase row)
    {
        total++;
        refunds += row.Status == OrderStatus.Refunded ? 1 : 0;
        late += !row.ChargedBack && row.IngestedAt - row.OccurredAt >= TimeSpan.FromMinutes(1) ? 1 : 0;
        withoutAmount += row.Amount is null ? 1 : 0;
        chargedBack += row.ChargedBack ? 1 : 0;
        return row;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(double)refunds / total:P1} refunds, {(double)late / total:P1} late, {(double)withoutAmount / total:P1} without amount, {(double)chargedBack / total:P1} charged back later");
}
