using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Leakage;

/// <summary>An entity key or an event id says who, not what: a model that is fed one learns rows by heart.</summary>
internal static class IdentityRule
{
    public static void Check(LeakSubject subject, ViewPlan plan, Feature feature, LeakReport report)
    {
        var identity = Carried(feature.Value)
            .Select(leaf => leaf switch
            {
                KeyOf key when key.Index < plan.Keys.Count => "the entity key '" + plan.Keys[key.Index].Property + "'",
                ColumnOf column when plan.Keys.FirstOrDefault(k => k.Value == column) is { } key => "the entity key '" + key.Property + "'",
                ColumnOf column when IsEventId(plan, column) => "the event id '" + column.Property + "'",
                _ => null,
            })
            .FirstOrDefault(text => text is not null);
        if (identity is not null)
        {
            Report(subject, identity, report);
        }
    }

    /// <summary>The same of an on-demand feature of a service.</summary>
    public static void Check(LeakSubject subject, Feature feature, LeakReport report)
    {
        if (Carried(feature.Value).Any(leaf => leaf is KeyOf))
        {
            Report(subject, "an entity key", report);
        }
    }

    private static void Report(LeakSubject subject, string identity, LeakReport report) =>
        report.At(subject, LeakageRules.IdentityAsFeature, $"{subject.Text} is {identity}, by which a model learns rows by heart and nothing about the next. Leave it out, or count it: CountDistinct(…); the key is served beside the features anyway.");

    private static bool IsEventId(ViewPlan plan, ColumnOf column) =>
        column.Source == 0 && plan.Branches.IsEmpty && plan.Events.Column(column.Property).Role is ColumnRole.EventId;

    /// <summary>The leaves whose value comes out, as it is or under another name.</summary>
    private static IEnumerable<Scalar> Carried(Scalar value) => value switch
    {
        Conversion conversion => Carried(conversion.Operand),
        Unary { Operator: UnaryOperator.Value } proven => Carried(proven.Operand),
        Binary { Operator: BinaryOperator.Coalesce } either => Carried(either.Left).Concat(Carried(either.Right)),
        Conditional choice => Carried(choice.WhenTrue).Concat(Carried(choice.WhenFalse)),
        Call { Function: ScalarFunction.HashBucket or ScalarFunction.TextOf } call => Carried(call.Arguments[0]),
        Aggregate { Argument: { } argument, Kind: AggregateKind.Min or AggregateKind.Max or AggregateKind.Mode or AggregateKind.First or AggregateKind.Latest
            or AggregateKind.FirstK or AggregateKind.LatestK or AggregateKind.TopK } => Carried(argument),
        KeyOf or ColumnOf => [value],
        _ => [],
    };
}
