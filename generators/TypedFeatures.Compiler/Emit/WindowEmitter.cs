using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the struct that computes all aggregates of one window in one pass.</summary>
internal sealed class WindowEmitter(SourceWriter writer, OnlineModel model)
{
    private const string RowFailures = "global::System.Exception exception) when (exception is global::System.OverflowException or global::System.ArgumentOutOfRangeException";

    private readonly CSharpExpression expression = new(node => node switch
    {
        StateColumnOf column => "row." + CSharpText.Identifier(model.Columns[column.Index].Property),
        _ => throw new InvalidOperationException($"A row-level expression of an online state holds a {node.GetType().Name}."),
    });

    /// <summary>Writes the struct.</summary>
    public void Emit(WindowModel window)
    {
        writer.Gap();
        using var scope = writer.Block($"private struct {window.Type}");
        foreach (var aggregate in window.Aggregates)
        {
            writer.Line($"private {AggregateText.Accumulator(aggregate.Aggregate, model)} {aggregate.Field};");
            if (aggregate.MayFail)
            {
                writer.Line($"private bool {aggregate.FailedField};");
            }
        }

        foreach (var aggregate in window.Aggregates)
        {
            EmitResult(aggregate);
        }

        writer.Gap();
        using (writer.Block("public void Add(in Row row)"))
        {
            for (var i = 0; i < window.Aggregates.Count; i++)
            {
                EmitAdd(window.Aggregates[i]);
                if (IsBlock(window.Aggregates[i]) && i < window.Aggregates.Count - 1)
                {
                    writer.Gap();
                }
            }
        }

        if (window.Bounds.Length is null)
        {
            EmitCopy(window);
            EmitWrite(window);
            EmitRead(window);
        }
    }

    private void EmitResult(AggregateModel aggregate)
    {
        var result = AggregateText.Result(aggregate.Aggregate, aggregate.Field);
        if (aggregate.MayFail)
        {
            var error = $"throw {Names.FeatureValue}.RowOverflow({CSharpText.Literal(model.Plan.View.Name)}, {CSharpText.Literal(aggregate.Property)})";
            result = $"{aggregate.FailedField} ? {error} : {result}";
        }

        writer.Gap();
        writer.Line($"public readonly {aggregate.Aggregate.Type.CSharp()} {CSharpText.Identifier(aggregate.Property)} => {result};");
    }

    private static bool IsBlock(AggregateModel aggregate) =>
        aggregate.MayFail || aggregate.Aggregate.Predicate is not null || aggregate.Aggregate.Argument?.Type.IsNullable == true;

    private void EmitAdd(AggregateModel aggregate)
    {
        if (!aggregate.MayFail)
        {
            EmitTake(aggregate);
            return;
        }

        using (writer.Block("try"))
        {
            EmitTake(aggregate);
        }

        using (writer.Block($"catch ({RowFailures})"))
        {
            writer.Line($"{aggregate.FailedField} = true;");
        }
    }

    /// <summary>A local for the value at hand; a column called Total beside one called TotalValue must not make it the name of a field.</summary>
    private string LocalOf(AggregateModel aggregate)
    {
        var name = aggregate.Field.TrimStart('@') + "Value";
        while (model.Windows.Any(w => w.Aggregates.Any(a => a.Field.TrimStart('@') == name)))
        {
            name += "_";
        }

        return name;
    }

    private void EmitTake(AggregateModel aggregate)
    {
        var conditions = new List<string>();
        if (aggregate.Aggregate.Predicate is { } predicate)
        {
            var text = expression.Print(predicate);
            conditions.Add(predicate.Type.IsNullable ? $"({text}) == true" : text);
        }

        string? value = null;
        if (aggregate.Aggregate.Argument is { } argument)
        {
            value = LocalOf(aggregate);
            if (argument.Type.IsNullable)
            {
                conditions.Add($"{expression.PrintSubject(argument)} is {{ }} {value}");
            }
            else
            {
                value = expression.Print(argument);
            }
        }

        var statement = AggregateText.Add(aggregate.Aggregate, aggregate.Field, value);
        if (conditions.Count == 0)
        {
            writer.Line(statement);
            return;
        }

        using (writer.Block($"if ({(conditions.Count == 1 ? conditions[0] : string.Join(" && ", conditions.Select(c => $"({c})")))})"))
        {
            writer.Line(statement);
        }
    }

    private void EmitCopy(WindowModel window)
    {
        writer.Gap();
        using (writer.Block($"public readonly {window.Type} Copy() => new {window.Type}", ";"))
        {
            foreach (var aggregate in window.Aggregates)
            {
                writer.Line($"{aggregate.Field} = {aggregate.Field}.Copy(),");
                if (aggregate.MayFail)
                {
                    writer.Line($"{aggregate.FailedField} = {aggregate.FailedField},");
                }
            }
        }
    }

    private void EmitWrite(WindowModel window)
    {
        writer.Gap();
        using (writer.Block($"public readonly void Write(ref {Names.StateWriter} writer)"))
        {
            foreach (var aggregate in window.Aggregates)
            {
                writer.Line($"{aggregate.Field}.Write(ref writer);");
                if (aggregate.MayFail)
                {
                    writer.Line($"writer.WriteBoolean({aggregate.FailedField});");
                }
            }
        }
    }

    private void EmitRead(WindowModel window)
    {
        writer.Gap();
        using (writer.Block($"public static {window.Type} Read(ref {Names.StateReader} reader) => new {window.Type}", ";"))
        {
            foreach (var aggregate in window.Aggregates)
            {
                writer.Line($"{aggregate.Field} = {AggregateText.Accumulator(aggregate.Aggregate, model)}.Read(ref reader),");
                if (aggregate.MayFail)
                {
                    writer.Line($"{aggregate.FailedField} = reader.ReadBoolean(),");
                }
            }
        }
    }
}
