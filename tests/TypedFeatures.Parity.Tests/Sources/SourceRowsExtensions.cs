namespace TypedFeatures.Parity.Tests;

internal static class SourceRowsExtensions
{
    extension(SourceRows rows)
    {
        public IEnumerable<Order> Orders => rows.Events<Order>();

        public IEnumerable<Visit> Visits => rows.Events<Visit>();

        public IEnumerable<Signal> Signals => rows.Events<Signal>();

        public IEnumerable<Outlet> Outlets => rows.Dimension<Outlet>();

        public IEnumerable<Campaign> Campaigns => rows.Dimension<Campaign>();

        public IEnumerable<Holder> Holders => rows.Dimension<Holder>();

        public IEnumerable<Permit> Permits => rows.Dimension<Permit>();

        public IEnumerable<OutletRisk> Risks => rows.Table<OutletRisk>();

        public IEnumerable<RegionScore> Scores => rows.Table<RegionScore>();
    }
}
