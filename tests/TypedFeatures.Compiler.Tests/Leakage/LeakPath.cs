using System.Text.RegularExpressions;

namespace TypedFeatures.Compiler.Tests.Leakage;

/// <summary>A way on which a leak gets into a feature.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Plant">A file with the view, and what stands beside it, with the leak in it and the reported spans marked; null where the view has no such place, or the leak cannot stand there.</param>
internal sealed record LeakPath(string Name, Func<CorrectView, LeakOperator, string?> Plant)
{
    public override string ToString() => Name;

    public static IReadOnlyList<LeakPath> All { get; } =
    [
        new("Direct", (view, leak) => Filtered(view, leak, leak.Row)),
        new("Let", (view, leak) => Write(view, leak, ("/*LET*/", leak.Join.Length > 0 ? null : $"let planted = {leak.Row} where planted || p.Quantity > 5"), ("/*JOIN*/", leak.Join.Length == 0 ? "" : $"{leak.Join} let planted = {leak.Row} where planted"))),
        new("Helper", (view, leak) => leak.Join.Length > 0
            ? Write(view, leak, ("/*JOIN*/", leak.Join + " where Planted(p, d)"), ("/*MEMBERS*/", $"private static bool Planted(Purchase p, Limit d) => {leak.Row};"))
            : Write(view, leak, ("/*WHERE*/", "&& Planted(p)"), ("/*MEMBERS*/", $"private static bool Planted(Purchase p) => {leak.Row};"))),
        new("JoinedDimension", (view, leak) => leak.Join.Length > 0
            ? Write(view, leak, ("/*JOIN*/", leak.Join))
            : Write(view, leak, ("/*JOIN*/", $"join planted in moreMerchants on ({leak.Row} ? p.MerchantId : 0) equals planted.MerchantId"), ("/*PARAMETERS*/", ", Dimension<Merchant> moreMerchants"))),
        new("ViewOverView", OverView),
        new("OnDemand", OnDemand),
        new("SwitchArm", (view, leak) => Filtered(view, leak, $"(p.Status switch {{ OrderStatus.Completed => {leak.Row}, OrderStatus.Pending => true, _ => false }})")),
        new("NestedAggregate", (view, leak) => leak.Join.Length > 0 ? null : Nested(view, leak)),
    ];

    /// <summary>The condition as one more of the view's filter; after the leak's own join, where it needs one.</summary>
    private static string? Filtered(CorrectView view, LeakOperator leak, string condition) => leak.Join.Length > 0
        ? Write(view, leak, ("/*JOIN*/", $"{leak.Join} where {condition}"))
        : Write(view, leak, ("/*WHERE*/", "&& " + condition));

    /// <summary>In the predicate of an aggregate within a feature's condition.</summary>
    private static string? Nested(CorrectView view, LeakOperator leak) =>
        Regex.Match(view.Text, @"/\*AGGREGATE:(.*?)\*/") is { Success: true } hole
            ? Write(view, leak, (hole.Value, $"|| Numeric.Ratio(g.Last(Days(3)).Count({hole.Groups[1].Value[0]} => {Regex.Replace(leak.Row, @"\bp\b", hole.Groups[1].Value)}), g.Last(Days(9)).Count()) > 0.5"))
            : null;

    /// <summary>In a view whose snapshots this one joins.</summary>
    private static string? OverView(CorrectView view, LeakOperator leak)
    {
        var read = leak.Reach is LeakReach.Readers ? "[|u.Planted|]" : "u.Planted";
        var inner = $$"""
            [FeatureView("planted_users", Owner = "tests")]
            public sealed partial record PlantedUsers
            {
                [EntityKey] public long UserId { get; init; }
                public long Planted { get; init; }
                private static FeatureQuery<PlantedUsers> Define(Events<Purchase> purchases{{leak.Parameter}}) =>
                    from p in purchases {{leak.Join}} where p.Quantity > 0 {{(leak.Join.Length > 0 ? "&& " + leak.Row : "")}} group p by p.UserId into g
                    select new PlantedUsers { UserId = g.Key, Planted = g.Last(Days(30)).Count({{(leak.Join.Length > 0 ? "" : "p => " + leak.Row)}}) };
            }

            """;
        return Write(view, leak with { Parameter = "" }, inner, ("/*JOIN*/", $"join u in plantedUsers.Snapshots(every: Days(1)) on p.UserId equals u.UserId where {read} > 0"), ("/*PARAMETERS*/", ", View<PlantedUsers> plantedUsers"));
    }

    /// <summary>In an on-demand feature of a service; what is a property of rows gets there through a feature.</summary>
    private static string? OnDemand(CorrectView view, LeakOperator leak)
    {
        var body = leak.Request ?? (leak.Reach is LeakReach.Readers ? "[|View.Busy|] && When.Hour < 6" : "View.Busy && When.Hour < 6");
        var service = $$"""
            [FeatureService("planted_service", Owner = "tests")]
            public sealed partial record PlantedService
            {
                public required CorrectView View { get; init; }
                [Request] public required DateTime When { get; init; }
                [Request] public required string Currency { get; init; }
                public bool Planted => {{body}};
            }

            """;
        var planted = leak.Request is not null ? Write(view, leak)
            : leak.Join.Length > 0 ? Write(view, leak, ("/*JOIN*/", leak.Join))
            : Nested(view, leak);
        return planted is null ? null : planted + service;
    }

    private static string? Write(CorrectView view, LeakOperator leak, params (string Hole, string? Plant)[] plants) => Write(view, leak, "", plants);

    /// <summary>The whole file; null where the view lacks a hole.</summary>
    private static string? Write(CorrectView view, LeakOperator leak, string before, params (string Hole, string? Plant)[] plants)
    {
        var text = view.Text;
        var parameters = plants.Any(p => p.Hole == "/*JOIN*/" && leak.Join.Length > 0 && p.Plant!.Contains(leak.Join, StringComparison.Ordinal)) ? leak.Parameter : "";
        foreach (var (hole, plant) in plants.Append(("/*PARAMETERS*/", parameters)).Where(p => !string.IsNullOrEmpty(p.Item2)))
        {
            if (!text.Contains(hole, StringComparison.Ordinal))
            {
                return null;
            }

            text = text.Replace(hole, plant, StringComparison.Ordinal);
        }

        return $"{CorrectViews.Usings}namespace {view.Namespace};\n\n{before}{text}";
    }
}
