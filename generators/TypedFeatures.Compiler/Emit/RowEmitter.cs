using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the struct of one row of the online state: its columns, its order, its codec.</summary>
internal sealed class RowEmitter(SourceWriter writer, OnlineModel model)
{
    private const int FlagsPerWord = 64;

    private IEnumerable<ColumnModel> Stored => model.Columns.Where(c => !c.IsEventTime);

    private bool HasIngestTime => model.Plan.IsOrdered && model.Plan.View.Events.IngestTime is not null;

    /// <summary>Writes the struct.</summary>
    public void Emit()
    {
        writer.Gap();

        // Fields, because a property is three members to compile; all that reads a row has it by readonly reference.
        using var scope = writer.Block($"private struct Row : {Names.Online}IStateRow<Row>");
        EmitProperties();
        EmitCompare();
        EmitFromFeed();
        EmitWrite();
        EmitRead();
    }

    private void EmitProperties()
    {
        writer.Line("public long EventTime { get; init; }");
        if (model.Plan.IsOrdered)
        {
            writer.Gap();
            if (HasIngestTime)
            {
                writer.Line("public long IngestTime;");
            }

            if (model.Plan.HasEventIds)
            {
                writer.Line($"public {model.EventIdType.CSharp()} EventId;");
            }

            var id = model.Plan.HasEventIds ? "EventId" : "0L";
            writer.Line($"public readonly {model.OrderType} Order => new(EventTime, {(HasIngestTime ? "IngestTime" : "0L")}, {id});");
        }

        writer.Gap();
        foreach (var column in model.Columns)
        {
            writer.Line(column.IsEventTime
                ? $"public readonly {Names.DateTime} {Name(column)} => {Names.Instant}.ToDateTime(EventTime);"
                : $"public {column.Column.Type.CSharp()} {Name(column)};");
        }
    }

    private void EmitCompare()
    {
        writer.Gap();
        writer.Line(model.Plan.IsOrdered
            ? "public static int Compare(in Row left, in Row right) => left.Order.CompareTo(right.Order);"
            : "public static int Compare(in Row left, in Row right) => left.EventTime.CompareTo(right.EventTime);");
    }

    private void EmitFromFeed()
    {
        var column = model.Plan.View.Keys.Count;
        string Next() => CSharpText.Number(column++);
        writer.Gap();
        using (writer.Block($"public static Row FromFeed({Names.RowCursor} row) => new Row", ";"))
        {
            writer.Line($"EventTime = row.GetInt64({Next()}),");
            if (HasIngestTime)
            {
                writer.Line($"IngestTime = row.GetInt64({Next()}),");
            }

            if (model.Plan.HasEventIds)
            {
                writer.Line($"EventId = {model.EventIdType.ReadColumn("row", Next())},");
            }

            foreach (var state in model.Columns)
            {
                var number = Next();
                if (!state.IsEventTime)
                {
                    writer.Line($"{Name(state)} = {state.Column.Type.ReadColumn("row", number)},");
                }
            }
        }
    }

    private void EmitWrite()
    {
        writer.Gap();
        using (writer.Block($"public static void Write(ref {Names.StateWriter} writer, in Row row)"))
        {
            var flags = Flags();
            for (var first = 0; first < flags.Count; first += FlagsPerWord)
            {
                var word = $"flags{CSharpText.Number(first / FlagsPerWord)}";
                writer.Line($"var {word} = 0UL;");
                foreach (var (flag, index) in flags.Skip(first).Take(FlagsPerWord).Select((f, i) => (f, i)))
                {
                    using (writer.Block($"if ({flag.Test})"))
                    {
                        writer.Line($"{word} |= 1UL << {CSharpText.Number(index)};");
                    }

                    writer.Gap();
                }

                writer.Line($"writer.WriteVarUInt64({word});");
            }

            if (HasIngestTime)
            {
                writer.Line("writer.WriteInstant(row.IngestTime, row.EventTime);");
            }

            if (model.Plan.HasEventIds)
            {
                writer.Line($"{model.EventIdType.ValueKind()}.Write(ref writer, row.EventId);");
            }

            foreach (var column in Stored.Where(c => c.Column.Type.Kind != ScalarKind.Boolean))
            {
                EmitWriteValue(column);
            }
        }
    }

    private void EmitWriteValue(ColumnModel column)
    {
        var kind = column.Column.Type.ValueKind();
        if (!column.Column.Type.IsNullable)
        {
            writer.Line($"{kind}.Write(ref writer, row.{Name(column)});");
            return;
        }

        var local = CSharpText.Identifier(CSharpText.CamelCase(column.Property) + "Value");
        using (writer.Block($"if (row.{Name(column)} is {{ }} {local})"))
        {
            writer.Line($"{kind}.Write(ref writer, {local});");
        }

        writer.Gap();
    }

    private void EmitRead()
    {
        writer.Gap();
        using var method = writer.Block($"public static Row Read(ref {Names.StateReader} reader, long eventTime)");
        var flags = Flags();
        for (var first = 0; first < flags.Count; first += FlagsPerWord)
        {
            var count = Math.Min(FlagsPerWord, flags.Count - first);
            writer.Line($"var flags{CSharpText.Number(first / FlagsPerWord)} = reader.ReadFlags({CSharpText.Number(count)});");
        }

        // Members of an initializer run from top to bottom: the order of Write.
        using var row = writer.Block("return new Row", ";");
        writer.Line("EventTime = eventTime,");
        if (HasIngestTime)
        {
            writer.Line("IngestTime = reader.ReadInstant(eventTime),");
        }

        if (model.Plan.HasEventIds)
        {
            writer.Line($"EventId = {model.EventIdType.ValueKind()}.Read(ref reader),");
        }

        foreach (var column in Stored)
        {
            var type = column.Column.Type;
            var value = type.Kind == ScalarKind.Boolean
                ? FlagText(flags, column, isNull: false)
                : $"{type.ValueKind()}.Read(ref reader)";
            writer.Line($"{Name(column)} = {(type.IsNullable ? $"{FlagText(flags, column, isNull: true)} ? null : {value}" : value)},");
        }
    }

    private static string FlagText(List<Flag> flags, ColumnModel column, bool isNull)
    {
        var index = flags.FindIndex(f => f.Column == column && f.IsNull == isNull);
        return $"(flags{CSharpText.Number(index / FlagsPerWord)} & (1UL << {CSharpText.Number(index % FlagsPerWord)})) != 0";
    }

    // Which columns are null, and truth values, share words of flags.
    private List<Flag> Flags()
    {
        var flags = new List<Flag>();
        foreach (var column in Stored)
        {
            if (column.Column.Type.IsNullable)
            {
                flags.Add(new Flag(column, IsNull: true, $"row.{Name(column)} is null"));
            }

            if (column.Column.Type.Kind == ScalarKind.Boolean)
            {
                flags.Add(new Flag(column, IsNull: false, column.Column.Type.IsNullable ? $"row.{Name(column)} == true" : $"row.{Name(column)}"));
            }
        }

        return flags;
    }

    private static string Name(ColumnModel column) => CSharpText.Identifier(column.Property);

    private sealed record Flag(ColumnModel Column, bool IsNull, string Test);
}
