using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedFeatures.CodeFixes.Editing;

/// <summary>Parameters of <c>Define</c> that must not be there.</summary>
internal static class Parameters
{
    /// <summary>Removes the parameter at a finding, where the query gets on without it.</summary>
    public static IEnumerable<Remedy> Unread(Finding finding) => finding.Node.FirstAncestorOrSelf<ParameterSyntax>() is { Parent: ParameterListSyntax list } parameter
        ? finding.IfItCompiles(new Remedy(
            $"Remove parameter '{parameter.Identifier.ValueText}'",
            "remove",
            edit => edit.Replace(list, l => l.WithParameters(l.Parameters.RemoveAt(list.Parameters.IndexOf(parameter))))))
        : [];
}
