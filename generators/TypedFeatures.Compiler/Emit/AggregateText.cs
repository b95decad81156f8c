using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>How generated code speaks of accumulators: what <see cref="AggregateTable"/> says, as C#.</summary>
internal static class AggregateText
{
    /// <summary>The accumulator's type.</summary>
    public static string Accumulator(Aggregate aggregate, OnlineModel model)
    {
        var info = aggregate.Info;
        var types = new List<ScalarType>();
        if (info.IsOfAnyType)
        {
            types.Add(aggregate.Argument!.Type.NonNullable);
        }

        if (aggregate.Amount is not null && aggregate.Type.Element!.IsFloating)
        {
            return $"{Names.Online}Double{info.Accumulator(types[0])}<{types[0].WithKind()}>";
        }

        if (info.IsOrdered)
        {
            types.Add(model.EventIdType);
        }

        var name = Names.Online + info.Accumulator(aggregate.Argument?.Type.NonNullable ?? ScalarType.Int64);
        return types.Count == 0 ? name : $"{name}<{string.Join(", ", types.Select(t => $"{t.CSharp()}, {t.ValueKind()}"))}>";
    }

    /// <summary>The statement that takes a value, or a row where there is no argument.</summary>
    public static string Add(Aggregate aggregate, string field, string? value, string? amount = null) => aggregate.Info.Step switch
    {
        AggregateStep.ValueInOrder => $"{field}.Add({string.Join(", ", new[] { value, "row.Order" }.Concat(Parameters(aggregate)))});",
        AggregateStep.ValueAndAmount => $"{field}.Add({value}, {amount});",
        AggregateStep.ValueInTime => $"{field}.Add({string.Join(", ", new[] { value, "row.EventTime" }.Concat(Parameters(aggregate)))});",
        _ => $"{field}.Add({value});",
    };

    /// <summary>The result, of the aggregate's type.</summary>
    public static string Result(Aggregate aggregate, string field) => aggregate.Info.Read switch
    {
        AggregateRead.Result when aggregate is { Kind: AggregateKind.Sum, Type.Kind: ScalarKind.Vector } => $"{field}.Result({CSharpText.Number(aggregate.Type.Length)})",
        AggregateRead.Value => $"{field}.HasValue ? {field}.Value : default({aggregate.Type.CSharp()})",
        AggregateRead.OfParameters => $"{field}.{aggregate.Info.ResultMember}({string.Join(", ", Parameters(aggregate))})",
        AggregateRead.OfInstant => $"{field}.{aggregate.Info.ResultMember}({string.Join(", ", new[] { "asOf" }.Concat(Parameters(aggregate)))})",
        _ => $"{field}.{aggregate.Info.ResultMember}",
    };

    private static IEnumerable<string> Parameters(Aggregate aggregate) => aggregate.Parameters.Select(p => p.Value switch
    {
        double value => CSharpLiteral.Of(new Constant(ScalarType.Double, value)),
        long value => CSharpText.Literal(value),
        _ => throw new InvalidOperationException($"A parameter of {aggregate.Kind} is a {p.Type}."),
    });
}
