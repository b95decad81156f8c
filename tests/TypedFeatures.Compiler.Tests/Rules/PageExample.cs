using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedFeatures.Compiler.Tests.Rules;

/// <summary>An example of a rule's page, and the surrounding that docs/rules/README.md says it has.</summary>
/// <param name="Part">What follows the language of its fence: which part of a definition it is; empty for declarations.</param>
/// <param name="Code">The example.</param>
internal sealed record PageExample(string Part, string Code)
{
    private const string Header = "using System;\nusing System.Collections.Generic;\nusing System.Globalization;\nusing System.IO;\nusing System.Linq;\nusing TypedFeatures;\nusing static TypedFeatures.Duration;\nnamespace Shop;\n";

    private static readonly (string Name, string Type)[] Parameters =
        [("purchases", "Events<Purchase>"), ("refunds", "Events<Refund>"), ("merchants", "Dimension<Merchant>"), ("tariffs", "Dimension<Tariff>"), ("users", "View<UserTotals>")];

    /// <summary>The parts that there are, by what their examples consist of.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["", "features", "query", "label", "columns", "service"];

    /// <summary>The sources around, as README.md shows them.</summary>
    public static string Sources { get; } = PageSection.Read("docs/rules/README.md", "Rules").Single(e => e.Part.Length == 0).Code;

    /// <summary>Whether each line of the example that ends a statement is to be reported when it is bad.</summary>
    public bool IsByLine => Part is "features" or "columns";

    /// <summary>The whole file.</summary>
    public string Text => Header + Sources + "\n" + Part switch
    {
        "" => Code,
        "features" => Features(),
        "query" => Query("FeatureView", "FeatureQuery", "Events"),
        "label" => Query("Label", "LabelQuery", "Outcomes"),
        "columns" => $$"""
            [EventSource("examples")]
            public sealed record Example
            {
                [EventId] public long ExampleId { get; init; }
                [EventTime] public DateTime OccurredAt { get; init; }
            {{Code}}
            }
            """,
        "service" => $$"""
            [FeatureService("example")]
            public sealed partial record Example
            {
            {{Code}}
            }
            """,
        _ => throw new InvalidOperationException($"An example is 'csharp {Part}', which is none of the parts in docs/rules/README.md: {string.Join(", ", Parts)}."),
    };

    private static bool IsMember(string line) => Regex.IsMatch(line, @"^\s*(\[|public |private |static )");

    private string Features()
    {
        var lines = Code.Split('\n');
        var members = string.Join("\n", lines.Where(IsMember));
        var assignments = string.Join("\n", lines.Where(l => !IsMember(l)));
        return View(
            "Example",
            "FeatureView",
            "FeatureQuery",
            "Events<Purchase> purchases",
            $$"""
            from p in purchases
            group p by p.UserId into g
            let month = g.Last(Days(30))
            select new Example
            {
            UserId = g.Key,
            {{assignments}}
            }
            """,
            members);
    }

    private string Query(string attribute, string result, string rows)
    {
        // Members of the record may stand behind the query, and comments.
        var end = Code.IndexOf("};", StringComparison.Ordinal) + 1;
        var query = Code[..end];
        var record = Regex.Match(query, @"select\s+new (\w+)").Groups[1].Value;
        var parameters = Parameters.Where(p => Regex.IsMatch(query, $@"\b{p.Name}\b")).Select(p => $"{p.Type.Replace("Events", rows, StringComparison.Ordinal)} {p.Name}");
        return View(record, attribute, result, string.Join(", ", parameters), query, Code[(end + 1)..]);
    }

    private static string View(string record, string attribute, string result, string parameters, string query, string members)
    {
        var declared = Regex.Matches(members, @"(\w+)\s*(\{ get|=>)").Select(m => m.Groups[1].Value).ToHashSet();
        var properties = AssignedTypes(record, parameters, query, members).Where(p => !declared.Contains(p.Name)).Select(p =>
            $"{(p.IsKey ? "[EntityKey] " : "")}public {p.Type} {p.Name} {{ get; init; }}{(p.Type == "string" ? " = \"\";" : "")}");
        return $$"""
            [{{attribute}}("example")]
            public sealed partial record {{record}}
            {
            {{string.Join("\n", properties)}}
            {{members}}
            static {{result}}<{{record}}> Define({{parameters}}) =>
            {{query}};
            }
            """;
    }

    /// <summary>What the query assigns, as the types that the compiler would give the members of an anonymous object.</summary>
    private static IEnumerable<(string Name, string Type, bool IsKey)> AssignedTypes(string record, string parameters, string query, string members)
    {
        var anonymous = Regex.Replace(query, $@"select(\s+)new {record}\b", "select$1new");
        var statics = string.Join("\n", members.Split('\n').Where(l => Regex.IsMatch(l, @"\bstatic |\bconst ")));
        var compilation = TestCode.Compile(Header + Sources + $"\ninternal static class Probe {{ {statics}\nstatic void Read({parameters}) {{ var query = {anonymous}; }} }}");
        var tree = compilation.SyntaxTrees.Single();
        var created = tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Single(c => c.Identifier.ValueText == "Probe")
            .DescendantNodes().OfType<AnonymousObjectCreationExpressionSyntax>().Last(a => a.Parent is SelectClauseSyntax);
        var model = compilation.GetSemanticModel(tree);
        var type = model.GetTypeInfo(created).Type!;
        string TypeOf(ExpressionSyntax value)
        {
            var known = model.GetTypeInfo(value);
            return known.Type!.ToDisplayString(known.Nullability.FlowState);
        }

        return type.GetMembers().OfType<IPropertySymbol>().Zip(
            created.Initializers,
            (p, i) => (p.Name, TypeOf(i.Expression), Regex.IsMatch(i.Expression.ToString(), @"^g\.Key\b")));
    }
}
