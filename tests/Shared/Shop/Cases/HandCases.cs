namespace Shop.Cases;

/// <summary>All values worked out by hand, paragraph by paragraph of what every value means.</summary>
public static class HandCases
{
    public static IReadOnlyList<HandCase> All { get; } =
    [
        .. TimeCases.All,
        .. WindowCases.All,
        .. ShapeCases.All,
        .. SpreadCases.All,
        .. KnowledgeCases.All,
        .. VersionCases.All,
        .. OrderCases.All,
        .. DimensionCases.All,
        .. ClosedRowCases.All,
        .. ChainedJoinCases.All,
        .. FeatureTableCases.All,
        .. ViewJoinCases.All,
        .. MergeCases.All,
        .. NoRowsCases.All,
        .. NullCases.All,
        .. NumberCases.All,
        .. DecimalCases.All,
        .. TextCases.All,
        .. AggregateCases.All,
        .. CompositeCases.All,
        .. TypeCases.All,
        .. NameCases.All,
        .. ChoiceCases.All,
        .. MemberCases.All,
        .. HandoverCases.All,
    ];
}
