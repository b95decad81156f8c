using TypedFeatures.Reference;

namespace TypedFeatures.Parity.Tests;

/// <summary>The rows of some histories, prepared once for the reference.</summary>
internal sealed class SourceRows
{
    public SourceRows(IReadOnlyCollection<History> histories)
    {
        Histories = histories;
        Orders = ReferenceRows.Events(All<Order>());
        Visits = ReferenceRows.Events(All<Visit>());
        Signals = ReferenceRows.Events(All<Signal>());
        Outlets = ReferenceRows.Dimension(All<Outlet>());
        Campaigns = ReferenceRows.Dimension(All<Campaign>());
        Holders = ReferenceRows.Dimension(All<Holder>());
        Permits = ReferenceRows.Dimension(All<Permit>());
        Risks = ReferenceRows.Table(All<OutletRisk>());
        Scores = ReferenceRows.Table(All<RegionScore>());
    }

    public IReadOnlyCollection<History> Histories { get; }

    public IEnumerable<Order> Orders { get; }

    public IEnumerable<Visit> Visits { get; }

    public IEnumerable<Signal> Signals { get; }

    public IEnumerable<Outlet> Outlets { get; }

    public IEnumerable<Campaign> Campaigns { get; }

    public IEnumerable<Holder> Holders { get; }

    public IEnumerable<Permit> Permits { get; }

    public IEnumerable<OutletRisk> Risks { get; }

    public IEnumerable<RegionScore> Scores { get; }

    /// <summary>Rows as they arrived, with all duplicates.</summary>
    public IEnumerable<T> All<T>() => Histories.SelectMany(h => h.Of<T>());
}
