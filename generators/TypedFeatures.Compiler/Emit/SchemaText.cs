using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes schemas as C# that builds them again.</summary>
internal static class SchemaText
{
    private const string Array = Names.Plans + "EquatableArray.Of";

    // Those that the library has a name for, which is shorter and cheaper to compile than a constructor's call.
    private static readonly HashSet<ScalarType> Named =
        [ScalarType.Boolean, ScalarType.Int32, ScalarType.Int64, ScalarType.Double, ScalarType.String, ScalarType.DateTime, ScalarType.TimeSpan];

    /// <summary>The type of a column, which is no list and no map.</summary>
    private static string Of(ScalarType type) => Named.Contains(type.NonNullable)
        ? $"{Names.Plans}ScalarType.{type.Kind}{(type.IsNullable ? ".Nullable" : "")}"
        : $"new {Names.Plans}ScalarType({Names.Plans}ScalarKind.{type.Kind}, {CSharpText.Literal(type.IsNullable)}{(type.Enum is { } e ? ", " + EnumField(e) : "")}){Parts(type)}";

    private static string Parts(ScalarType type) => type.Kind switch
    {
        _ when type.NumberOf is { } name => $" {{ NumberOf = {CSharpText.Literal(name)} }}",
        ScalarKind.Decimal => $" {{ Limit = {CSharpText.Literal(type.Limit)}, Scale = {CSharpText.Number(type.Scale)} }}",
        ScalarKind.Vector => $" {{ Length = {CSharpText.Number(type.Length)} }}",
        _ => "",
    };

    /// <summary>The static field that holds an enum's description.</summary>
    private static string EnumField(EnumType type) => "Enum_" + CSharpText.Flat(type.Name);

    /// <summary>Writes the field.</summary>
    public static void EmitEnumField(SourceWriter writer, EnumType type)
    {
        writer.Gap();
        writer.Line($"private static readonly {Names.Plans}EnumType {EnumField(type)} = new(");
        using (writer.Indent())
        {
            writer.Line($"{CSharpText.Literal(type.Name)},");
            writer.Line($"{Array}(");
            using (writer.Indent())
            {
                EmitList(writer, type.Members, m => $"new {Names.Plans}EnumMember({CSharpText.Literal(m.Name)}, {CSharpText.Literal(m.Value)})", "));");
            }
        }
    }

    /// <summary>Writes the sources of a view or label: what the registry has of them, because each stands in many definitions and has many columns.</summary>
    public static void EmitSources(SourceWriter writer, IEnumerable<SourceSchema> sources) =>
        EmitArray(writer, "Sources", Names.Plans + "SourceSchema", sources, s => $"{Names.Sources}SourceRegistry.Get<{CSharpText.Global(s.RowType)}>().Schema");

    /// <summary>Writes a property that is an array.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="property">The property.</param>
    /// <param name="type">The type of its items, which the compiler then need not infer.</param>
    /// <param name="items">What it holds.</param>
    /// <param name="text">Each as C#.</param>
    public static void EmitArray<T>(SourceWriter writer, string property, string type, IEnumerable<T> items, Func<T, string> text)
    {
        writer.Line($"{property} = {Array}<{type}>(");
        using (writer.Indent())
        {
            EmitList(writer, items, text, "),");
        }
    }

    /// <summary>Writes a source's schema, as an expression that ends its statement.</summary>
    public static void EmitSource(SourceWriter writer, SourceSchema source)
    {
        writer.Line($"new {Names.Plans}SourceSchema(");
        using (writer.Indent())
        {
            writer.Line($"{CSharpText.Literal(source.Name)},");
            writer.Line($"{Names.Plans}SourceKind.{source.Kind},");
            writer.Line($"{CSharpText.Literal(source.RowType)},");
            writer.Line($"{Array}(");
            using (writer.Indent())
            {
                EmitList(writer, source.Columns, Column, "));");
            }
        }
    }

    /// <summary>Writes keys or features: as texts, because each call and each name in generated code is bound by the compiler, and by two of the SDK's analyzers again.</summary>
    public static void EmitFields(SourceWriter writer, string property, IEnumerable<(string Property, string Name, ScalarType Type, string Description)> fields)
    {
        writer.Line($"{property} = {Names.Root}FieldSchema.ListOf(");
        using var list = writer.Indent();
        EmitList(
            writer,
            fields,
            f => string.Join(", ", new[] { f.Property, f.Name, ScalarTypeNotation.Write(f.Type), f.Description }.Select(CSharpText.Literal)),
            "),");
    }

    private static string Column(SourceColumn column)
    {
        var options = (column.Role == ColumnRole.Value ? "" : $", {Names.Plans}ColumnRole.{column.Role}")
            + (column.IsPii ? ", IsPii: true" : "")
            + (column.IsKnownAfterOutcome ? ", IsKnownAfterOutcome: true" : "");
        return $"new {Names.Plans}SourceColumn({CSharpText.Literal(column.Property)}, {CSharpText.Literal(column.Name)}, {Of(column.Type)}{options})";
    }

    private static void EmitList<T>(SourceWriter writer, IEnumerable<T> items, Func<T, string> text, string end)
    {
        var lines = items.Select(text).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            writer.Line(lines[i] + (i == lines.Count - 1 ? end : ","));
        }

        if (lines.Count == 0)
        {
            writer.Line(end);
        }
    }
}
