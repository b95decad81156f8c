using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the struct of one row of the online state: its columns and its order.</summary>
internal sealed class RowEmitter(SourceWriter writer, OnlineModel model)
{
    private bool HasIngestTime => model.Plan.IsOrdered && model.Plan.View.Events.IngestTime is not null;

    /// <summary>Writes the struct.</summary>
    public void Emit()
    {
        writer.Gap();

        // Fields, because a property is three members to compile; all that reads a row has it by readonly reference.
        using var scope = writer.Block($"private struct Row : {Names.Online}IStateRow<Row>");
        EmitProperties();
        EmitCompare();
        EmitVisit();
    }

    private void EmitProperties()
    {
        writer.Line($"public static int KeyColumns => {CSharpText.Number(model.Plan.View.Keys.Count)};");
        writer.Gap();
        writer.Line("public long EventTime { get; set; }");
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

    private void EmitVisit()
    {
        writer.Gap();
        using var method = writer.Block($"public void Visit<TVisitor>(ref TVisitor columns) where TVisitor : struct, {Names.Online}IRowVisitor, allows ref struct");
        if (HasIngestTime)
        {
            writer.Line("columns.IngestTime(ref IngestTime);");
        }

        if (model.Plan.HasEventIds)
        {
            writer.Line($"columns.Column<{model.EventIdType.WithKind()}>(ref EventId);");
        }

        foreach (var column in model.Columns)
        {
            var type = column.Column.Type;
            var visit = !type.IsNullable ? "Column" : type.Kind is ScalarKind.String or ScalarKind.Vector ? "Reference" : "Nullable";
            writer.Line(column.IsEventTime ? "columns.EventTime();" : $"columns.{visit}<{type.NonNullable.WithKind()}>(ref {Name(column)});");
        }
    }

    private static string Name(ColumnModel column) => CSharpText.Identifier(column.Property);
}
