using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedFeatures.Specification.Tests;

/// <summary>Which constructs an example shows: those its code uses where it says a value, and those it states and whose rows bear it out.</summary>
internal static class Proofs
{
    private static readonly (string Construct, string Member)[] Encodings =
        [("service.onehot", "M:TypedFeatures.Encode.OneHot"), ("service.hash", "M:TypedFeatures.Encode.Hash")];

    public static IReadOnlySet<string> Of(Example example)
    {
        var shown = example switch
        {
            ExpressionExample expressions => OfExpressions(expressions),
            ViewExample view => OfView(view.Section, view.Views[0]),
            LabelExample label => OfView(label.Section, label.Label),
            ServiceExample service => OfService(service),
            _ => [],
        };
        shown.UnionWith(example.Shows.Where(id => StatedConstructs.Bears(id, example, shown)));
        shown.RemoveWhere(id => StatedConstructs.All.ContainsKey(id) && !example.Shows.Contains(id));
        return shown;
    }

    private static HashSet<string> OfExpressions(ExpressionExample example)
    {
        var shown = new HashSet<string>();
        foreach (var view in example.Expressions.GroupBy(e => e.View))
        {
            var record = Record(example.Section, view.Key);
            var assigned = record.DescendantNodes().OfType<AssignmentExpressionSyntax>().ToDictionary(a => a.Left.ToString(), a => a.Right);
            foreach (var expression in view)
            {
                var checks = example.Checks.Where(c => c.View == view.Key).ToList();
                var fails = checks.Any(c => c.Failure != Failure.None);
                if (!fails && checks.All(c => c.Values[expression.Feature] == "null"))
                {
                    continue;
                }

                var used = ConstructsOf.In(CompiledPage.Current.Compilation, [assigned[expression.Feature]]).ToHashSet();
                if (!fails)
                {
                    used.Remove("operator.checked");
                }

                shown.UnionWith(used);
                shown.UnionWith(FeatureTypes(record, [expression.Feature]));
            }
        }

        return shown;
    }

    private static HashSet<string> OfView(string section, string name)
    {
        var record = Record(section, name);
        var model = CompiledPage.Current.Compilation.GetSemanticModel(record.SyntaxTree);
        var shown = new HashSet<string>();
        if (record.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(m => m.Identifier.Text == "Define") is { } define)
        {
            shown.UnionWith(ConstructsOf.In(CompiledPage.Current.Compilation, [define.ExpressionBody!.Expression]));
            foreach (var parameter in define.ParameterList.Parameters)
            {
                var type = (INamedTypeSymbol)model.GetTypeInfo(parameter.Type!).Type!;
                shown.UnionWith(LanguageConstructs.Source(type.TypeArguments[0]));
            }
        }
        else
        {
            shown.UnionWith(LanguageConstructs.Source(model.GetDeclaredSymbol(record)!));
        }

        shown.UnionWith(FeatureTypes(record, record.Members.OfType<PropertyDeclarationSyntax>().Select(p => p.Identifier.Text)));
        return shown;
    }

    private static HashSet<string> OfService(ServiceExample example)
    {
        var record = Record(example.Section, example.Service);
        var wanted = example.Table.Head.Skip(2).ToHashSet();
        var used = ConstructsOf.In(
            CompiledPage.Current.Compilation,
            record.Members.OfType<PropertyDeclarationSyntax>().Where(p => p.ExpressionBody is not null && wanted.Contains(p.Identifier.Text)).Select(p => p.ExpressionBody!.Expression));
        return [.. used, .. Encodings.Where(e => used.Any(id => id.StartsWith(e.Member, StringComparison.Ordinal))).Select(e => e.Construct)];
    }

    private static IEnumerable<string> FeatureTypes(RecordDeclarationSyntax record, IEnumerable<string> features)
    {
        var type = CompiledPage.Current.Compilation.GetSemanticModel(record.SyntaxTree).GetDeclaredSymbol(record)!;
        return features.SelectMany(f => type.GetMembers(f).OfType<IPropertySymbol>()).SelectMany(LanguageConstructs.Types);
    }

    private static RecordDeclarationSyntax Record(string section, string name)
    {
        var place = SemanticsPage.Sections.Single(s => s.Title == section).Namespace;
        return CompiledPage.Current.Compilation.SyntaxTrees.SelectMany(t => t.GetRoot().DescendantNodes().OfType<RecordDeclarationSyntax>())
            .Single(r => r.Identifier.Text == name && r.Parent is NamespaceDeclarationSyntax parent && parent.Name.ToString() == place);
    }
}
