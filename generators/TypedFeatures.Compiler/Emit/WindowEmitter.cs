using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes what computes all aggregates of one window, or one tile, in one pass: locals where nothing of it is kept, a struct where it is.</summary>
internal sealed class WindowEmitter(SourceWriter writer, OnlineModel model)
{
    private const string RowFailures = "global::System.Exception exception) when (exception is global::System.OverflowException or global::System.ArgumentOutOfRangeException";

    private readonly CSharpExpression expression = new(node => node switch
    {
        StateColumnOf column => "row." + CSharpText.Identifier(model.Columns[column.Index].Property),
        _ => throw new InvalidOperationException($"A row-level expression of an online state holds a {node.GetType().Name}."),
    }, "operand");

    /// <summary>Writes the pass over a window's rows, with an accumulator per aggregate in a local; none where only rows are counted.</summary>
    public void EmitPass(WindowModel window, string rows)
    {
        if (window.Aggregates.All(a => a.Aggregate is { Kind: AggregateKind.Count or AggregateKind.Any, Predicate: null }))
        {
            foreach (var aggregate in window.Aggregates)
            {
                writer.Line($"var {aggregate.Field} = {AggregateText.Accumulator(aggregate.Aggregate, model)}.Of({rows}.Length);");
            }

            return;
        }

        foreach (var aggregate in window.Aggregates)
        {
            writer.Line($"var {aggregate.Field} = default({AggregateText.Accumulator(aggregate.Aggregate, model)});");
            if (aggregate.MayFail)
            {
                writer.Line($"var {aggregate.FailedField} = false;");
            }
        }

        using var pass = writer.Block($"foreach (ref readonly var row in {rows})");
        EmitAdds(window.Aggregates);
    }

    /// <summary>Writes the struct of the whole past: what is computed of its rows, and its bytes.</summary>
    public void EmitTotals(WindowModel window)
    {
        writer.Gap();
        using var scope = writer.Block($"private struct {window.Type}");
        EmitMembers(window.Aggregates);
        EmitCopy(window.Type, window.Aggregates);
        EmitCodec(window.Type, window.Aggregates);
    }

    /// <summary>Writes the struct of a tile, which is also that of the windows merged from tiles.</summary>
    public void EmitTile(TileModel tile)
    {
        writer.Gap();
        using var scope = writer.Block($"private struct {tile.Type} : {Names.Online}ITile<{tile.Type}, Row>");
        EmitMembers(tile.Aggregates);
        EmitMerge(tile);
        EmitCodec(tile.Type, tile.Aggregates);
    }

    private void EmitMembers(IReadOnlyList<AggregateModel> aggregates)
    {
        foreach (var aggregate in aggregates)
        {
            writer.Line($"private {AggregateText.Accumulator(aggregate.Aggregate, model)} {aggregate.Field};");
            if (aggregate.MayFail)
            {
                writer.Line($"private bool {aggregate.FailedField};");
            }
        }

        foreach (var aggregate in aggregates)
        {
            EmitResult(aggregate);
        }

        writer.Gap();
        using var add = writer.Block("public void Add(in Row row)");
        EmitAdds(aggregates);
    }

    private void EmitAdds(IReadOnlyList<AggregateModel> aggregates)
    {
        for (var i = 0; i < aggregates.Count; i++)
        {
            EmitAdd(aggregates[i]);
            if (IsBlock(aggregates[i]) && i < aggregates.Count - 1)
            {
                writer.Gap();
            }
        }
    }

    private void EmitResult(AggregateModel aggregate)
    {
        writer.Gap();
        writer.Line($"public readonly {aggregate.Aggregate.Type.CSharp()} {CSharpText.Identifier(aggregate.Property)}{(aggregate.IsOfInstant ? "(long asOf)" : "")} => {model.ResultOf(aggregate)};");
    }

    private static bool IsBlock(AggregateModel aggregate) =>
        aggregate.MayFail || aggregate.Aggregate.Predicate is not null || aggregate.Aggregate.Argument?.Type.IsNullable == true || aggregate.Aggregate.Amount?.Type.IsNullable == true;

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
    private string LocalOf(AggregateModel aggregate, string what)
    {
        var name = aggregate.Field.TrimStart('@') + what;
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

        var (argument, amountOf) = (aggregate.Aggregate.Argument, aggregate.Aggregate.Amount);

        // C# asks a row for its key before its amount: the key may fail beside an amount that is null, and the amount is not asked for where the key is no number.
        var isComputedFirst = amountOf is not null && ((amountOf.Type.IsNullable && argument!.MayFail()) || (amountOf.MayFail() && argument!.Type.IsFloating));
        var value = Operand(argument, LocalOf(aggregate, "Value"), conditions, isComputedFirst);
        if (isComputedFirst && argument!.Type.IsFloating)
        {
            conditions.Add($"{(argument.Type.Kind is ScalarKind.Single ? "float" : "double")}.IsFinite({value})");
        }

        var amount = Operand(amountOf, LocalOf(aggregate, "Amount"), conditions);
        var statement = AggregateText.Add(aggregate.Aggregate, aggregate.Field, value, amount);
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

    /// <summary>What an aggregate takes: named by a pattern where it may be null, itself where not.</summary>
    /// <param name="operand">It.</param>
    /// <param name="name">Its name.</param>
    /// <param name="conditions">What must hold for a row to count.</param>
    /// <param name="isComputedFirst">Whether it is computed before what is asked next, be it never null.</param>
    private string? Operand(Scalar? operand, string name, List<string> conditions, bool isComputedFirst = false)
    {
        if (operand is null || (!operand.Type.IsNullable && !isComputedFirst))
        {
            return operand is null ? null : expression.Print(operand);
        }

        conditions.Add($"{expression.PrintSubject(operand)} is {(operand.Type.IsNullable ? "{ }" : "var")} {name}");
        return name;
    }

    private void EmitCopy(string type, IReadOnlyList<AggregateModel> aggregates)
    {
        writer.Gap();
        using var copy = writer.Block($"public readonly {type} Copy() => new {type}", ";");
        foreach (var aggregate in aggregates)
        {
            writer.Line($"{aggregate.Field} = {aggregate.Field}.Copy(),");
            if (aggregate.MayFail)
            {
                writer.Line($"{aggregate.FailedField} = {aggregate.FailedField},");
            }
        }
    }

    private void EmitMerge(TileModel tile)
    {
        writer.Gap();
        using var merge = writer.Block($"public void Merge(in {tile.Type} other)");
        foreach (var aggregate in tile.Aggregates)
        {
            writer.Line($"{aggregate.Field}.Merge(in other.{aggregate.Field});");
            if (aggregate.MayFail)
            {
                writer.Line($"{aggregate.FailedField} |= other.{aggregate.FailedField};");
            }
        }
    }

    private void EmitCodec(string type, IReadOnlyList<AggregateModel> aggregates)
    {
        writer.Gap();
        using (writer.Block($"public readonly void Write(ref {Names.StateWriter} writer)"))
        {
            foreach (var aggregate in aggregates)
            {
                writer.Line($"{aggregate.Field}.Write(ref writer);");
                if (aggregate.MayFail)
                {
                    writer.Line($"writer.WriteBoolean({aggregate.FailedField});");
                }
            }
        }

        writer.Gap();
        using (writer.Block($"public static {type} Read(ref {Names.StateReader} reader) => new {type}", ";"))
        {
            foreach (var aggregate in aggregates)
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
