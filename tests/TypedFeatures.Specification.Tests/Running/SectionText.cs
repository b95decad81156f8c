using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Specification.Tests;

/// <summary>
/// The text of a section as C#: what the page declares, and a view for every table of expressions, whose features have the types of the expressions.
/// </summary>
internal static class SectionText
{
    private static readonly SymbolDisplayFormat TypeNames = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>The sections' texts, one each.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<PageSection> sections)
    {
        var probes = DefinitionCompiler.Compilation([.. sections.Select(s => Text(s, Declared(s) + string.Concat(s.Tables.Select(t => Probe(s, t)))))]);
        return [.. sections.Select((section, i) =>
        {
            var model = probes.GetSemanticModel(probes.SyntaxTrees[i + 1]);
            var types = probes.SyntaxTrees[i + 1].GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>()
                .Where(v => v.Identifier.Text.StartsWith("probe_", StringComparison.Ordinal))
                .ToDictionary(v => v.Identifier.Text, v => model.GetTypeInfo(v.Initializer!.Value));
            return Text(section, Declared(section) + string.Concat(section.Tables.Select(t => Views(section, t, types))));
        })];
    }

    /// <summary>The section's namespace around more declarations, to see them refused.</summary>
    public static string Around(PageSection section, string declarations) => Text(section, Declared(section) + declarations);

    /// <summary>A view of one expression over a row, by the property <c>Id</c>.</summary>
    public static string ViewOf(PageSection section, string name, string rowType, string expression, int line)
    {
        var probe = Around(section, $"static class Probe {{ static void Of({rowType} r) {{ var probe_ = {expression}; }} }}");
        var shared = SemanticsPage.Sections.Where(s => s != section && s.Title == PageSection.Shared).Select(s => Around(s, ""));
        var compilation = DefinitionCompiler.Compilation([probe, .. shared]);
        var tree = compilation.SyntaxTrees[1];
        var value = tree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().Single(v => v.Identifier.Text == "probe_").Initializer!.Value;
        var type = compilation.GetSemanticModel(tree).GetTypeInfo(value).Type!.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(TypeNames);
        return View(section, name, rowType, "Id", [(type.EndsWith('?') ? type : type + "?", "Value", $"g.All.Latest(r => {expression})", line)]);
    }

    public static string NameOf(int number, PageExpression expression) => string.Create(CultureInfo.InvariantCulture, $"probe_{number}_{expression.View}_{expression.Feature}");

    private static string Text(PageSection section, string declarations) => $"namespace {section.Namespace}\n{{\nusing System.Globalization;\n{declarations}\n}}\n";

    private static string Declared(PageSection section) => string.Concat(section.Code.Select(c => $"{At(c.Line)}{c.Text}\n"));

    private static string At(int line) => string.Create(CultureInfo.InvariantCulture, $"#line {line} \"docs/semantics.md\"\n");

    private static string Probe(PageSection section, ExpressionTable table)
    {
        var parameter = table.IsOfRows ? $"{table.RowType} {table.Parameter}" : $"History<{KeyType(section, table)}, {table.RowType}> {table.Parameter}";
        var locals = string.Concat(table.Expressions.Select(e => $"{At(e.Line)}var {NameOf(table.Number, e)} = {e.Text};\n"));
        return $"static class Probe{table.Number} {{ static void Of({parameter}) {{\n{locals}}} }}\n";
    }

    private static string Views(PageSection section, ExpressionTable table, Dictionary<string, TypeInfo> types) => string.Concat(table.Expressions
        .GroupBy(e => e.View)
        .Select(view => View(section, view.Key, table.RowType, table.Key, [.. view.SelectMany(e => Features(section, table, e, types[NameOf(table.Number, e)]))])));

    private static IEnumerable<(string Type, string Name, string Value, int Line)> Features(PageSection section, ExpressionTable table, PageExpression expression, TypeInfo type)
    {
        var name = type.Type is { } known ? known.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(TypeNames) : "object";
        var isNullable = name.EndsWith('?');
        if (table.IsOfRows)
        {
            yield return (name + (isNullable ? "" : "?"), expression.Feature, $"g.All.Latest({table.Parameter} => {expression.Text})", expression.Line);
            if (name == "bool")
            {
                // A condition lies elsewhere in SQL than a value.
                yield return ("long", expression.Feature + "Count", $"g.All.Count({table.Parameter} => {expression.Text})", expression.Line);
            }
        }
        else
        {
            var mayBeNull = !isNullable && type.Type is { IsReferenceType: true } && type.Nullability.FlowState == NullableFlowState.MaybeNull;
            yield return (name + (mayBeNull ? "?" : ""), expression.Feature, expression.Text, expression.Line);
        }
    }

    private static string View(PageSection section, string name, string rowType, string key, IReadOnlyList<(string Type, string Name, string Value, int Line)> features)
    {
        var keyType = KeyType(section, rowType, key);
        var properties = string.Concat(features.Select(f => $"{Attribute(f.Type)}public {f.Type} {f.Name} {{ get; init; }}{(f.Type.EndsWith('?') || IsValue(f.Type) ? "" : " = default!;")}\n"));
        var values = string.Concat(features.Select(f => $"{At(f.Line)}{f.Name} = {f.Value},\n"));
        return $$"""
            [FeatureView("{{section.Namespace.ToLowerInvariant().Replace('.', '_')}}_{{name.ToLowerInvariant()}}")]
            public sealed partial record {{name}}
            {
            [EntityKey] public {{keyType}} Entity { get; init; }{{(keyType == "string" ? " = \"\";" : "")}}
            {{properties}}
            static FeatureQuery<{{name}}> Define(Events<{{rowType}}> rows) =>
            from row in rows
            group row by row.{{key}} into g
            select new {{name}}
            {
            Entity = g.Key,
            {{values}}
            };
            }

            """;
    }

    // The vectors of the page have two places, its decimals two digits after the point.
    private static string Attribute(string type) =>
        type.StartsWith("float[]", StringComparison.Ordinal) ? "[Vector(2)] "
        : type.Contains("decimal", StringComparison.Ordinal) ? "[Decimal(18, 2)] "
        : "";

    private static bool IsValue(string type) => !type.Contains("FeatureList", StringComparison.Ordinal) && !type.Contains("FeatureMap", StringComparison.Ordinal) && !type.EndsWith("[]", StringComparison.Ordinal) && type != "string";

    private static string KeyType(PageSection section, ExpressionTable table) => KeyType(section, table.RowType, table.Key);

    // The page declares keys as text, but for the odd one.
    private static string KeyType(PageSection section, string rowType, string key)
    {
        var record = SemanticsPage.Sections.Where(s => s == section || s.Title == PageSection.Shared).SelectMany(s => s.Code).Select(c => c.Text).First(t => t.Contains($"record {rowType}", StringComparison.Ordinal));
        var start = record.IndexOf($"record {rowType}", StringComparison.Ordinal);
        var property = record.IndexOf($" {key} {{", start, StringComparison.Ordinal);
        return record[..property].Split(' ')[^1].TrimEnd('?');
    }
}
