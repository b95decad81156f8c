using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.Compiler.Tests.Leakage;

/// <summary>How a leak propagates from where it is planted.</summary>
internal enum LeakReach
{
    /// <summary>The definition has no plan, so that nothing that reads it is bound.</summary>
    NoPlan,

    /// <summary>The view has a plan and says it; what reads the view is silent.</summary>
    View,

    /// <summary>The view has a plan, and whatever reads its feature says it again, with the path.</summary>
    Readers,
}

/// <summary>A way to leak: an expression over a purchase <c>p</c>.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Rule">Who reports it.</param>
/// <param name="Row">A condition over <c>p</c>, with the span that is reported.</param>
/// <param name="Request">The same over a service's request; null where it is a property of rows, which a service reads through a view.</param>
/// <param name="Reach">How far it shows.</param>
/// <param name="Join">A join that has to be there for it; empty where none has.</param>
/// <param name="Parameter">The parameter the join reads.</param>
/// <param name="Declarations">What it needs beside the sources, with the spans that are reported there.</param>
internal sealed record LeakOperator(
    string Name,
    DiagnosticDescriptor Rule,
    string Row,
    string? Request = null,
    LeakReach Reach = LeakReach.NoPlan,
    string Join = "",
    string Parameter = "",
    string Declarations = "")
{
    public override string ToString() => Name;

    public static IReadOnlyList<LeakOperator> All { get; } =
    [
        new("WallClock", LeakageRules.WallClock, "p.OccurredAt < [|DateTime.UtcNow|]", "[|DateTime.UtcNow|].Hour < 6"),
        new("TimeProvider", LeakageRules.WallClock, "p.OccurredAt < [|TimeProvider.System|].GetUtcNow().UtcDateTime", "[|TimeProvider.System|].GetUtcNow().Hour < 6"),
        new("Random", LeakageRules.Chance, "[|Random.Shared|].NextDouble() < 0.5", "[|Random.Shared|].Next() < 6"),
        new("NewGuid", LeakageRules.Chance, "[|Guid.NewGuid()|] == Guid.Empty", "[|Guid.NewGuid()|] == Guid.Empty"),
        new("File", LeakageRules.Outside, "[|File.Exists(\"limits.csv\")|]", "[|File.Exists(\"limits.csv\")|]"),
        new("Environment", LeakageRules.Outside, "[|Environment.MachineName|] == p.Region", "[|Environment.MachineName|] == Currency"),
        new("MutableStatic", LeakageRules.MutableState, "[|Knobs.Limit|] > p.Quantity", "[|Knobs.Limit|] > 3", Declarations: "public static class Knobs { public static int Limit = 3; }"),
        new("HashCode", LeakageRules.ProcessDependent, "[|p.Category.GetHashCode()|] > 3", "[|Currency.GetHashCode()|] > 3"),
        new("LocalTime", LeakageRules.LocalTime, "[|p.OccurredAt.ToLocalTime()|].Hour < 6", "[|When.ToLocalTime()|].Hour < 6"),
        new("Label", LeakageRules.LabelInFeature, "[|ChargedBack60d.Happened(p.UserId)|]", "[|ChargedBack60d.Happened(3)|]"),
        new("OutcomeColumn", LeakageRules.KnownAfterOutcome, "[|p.ChargedBack|]", Reach: LeakReach.Readers),
        new("ImmatureOutcome", LeakageRules.ImmatureOutcome, "[|p.Returned|]", Reach: LeakReach.Readers),
        new("IngestTime", LeakageRules.IngestTimeAsValue, "[|p.IngestedAt|].Hour < 6", Reach: LeakReach.View),
        new(
            "UnversionedDimension",
            LeakageRules.UnversionedDimension,
            "d.Rank > p.Quantity",
            Join: "join d in limits on p.MerchantId equals d.MerchantId",
            Parameter: ", Dimension<Limit> [|limits|]",
            Declarations: "[DimensionSource(\"limits\")] public sealed record [|Limit|] { [EntityKey] public long MerchantId { get; init; } public int Rank { get; init; } }"),
    ];

    /// <summary>What is planted where nothing leaks: the same paths, and silence.</summary>
    public static LeakOperator None { get; } = new("None", LeakageRules.WallClock, "p.Quantity > 3", "When.Hour < 6");
}
