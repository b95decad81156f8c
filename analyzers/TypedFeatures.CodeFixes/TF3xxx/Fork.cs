using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedFeatures.Compiler.Contract;
using TypedFeatures.Plans;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.CodeFixes.TF3xxx;

/// <summary>
/// A solution in which a released definition that was edited has become two: the released one under the name <c>…V1</c>, as it was released and read by whatever else is
/// released, and the edited one with the next version. Made only where the first keeps what was promised to the letter.
/// </summary>
/// <param name="solution">The solution: code and lock file.</param>
/// <param name="kept">The record of the released version.</param>
/// <param name="next">The version of what was edited.</param>
internal sealed class Fork(Solution solution, string kept, int next)
{
    public Solution Solution { get; } = solution;

    public string Kept { get; } = kept;

    public int Next { get; } = next;

    /// <summary>Forks a record; null where it is not released, where the lock file has no text of it, or where the text no longer is what was released (because a helper changed, say).</summary>
    public static async Task<Fork?> OfAsync(Project project, INamedTypeSymbol record, CancellationToken cancellation)
    {
        if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation
            || await LockFileEdit.ReadAsync(project, cancellation).ConfigureAwait(false) is not { } locked
            || DefinitionContracts.Of(record, compilation, cancellation) is not { } edited
            || locked.Find(edited.Identity) is not { IsReleased: true, Text.IsEmpty: false } released)
        {
            return null;
        }

        var (identity, kept) = (released.Identity, $"{record.Name}V{released.Identity.Version}");
        if (!record.ContainingNamespace.GetTypeMembers(kept).IsEmpty)
        {
            return null;
        }

        var others = DefinitionContracts.In(compilation.Assembly.GlobalNamespace)
            .Where(t => !SymbolEqualityComparer.Default.Equals(t, record))
            .Select(t => (Type: t, Contract: DefinitionContracts.Of(t, compilation, cancellation)))
            .ToList();
        var next = locked.Definitions.Select(d => d.Identity)
            .Concat(others.Select(o => o.Contract?.Identity).OfType<ContractIdentity>())
            .Where(i => i.Kind == identity.Kind && i.Name == identity.Name)
            .Max(i => i.Version) + 1;
        var text = RecordText.Renamed(released.Text, record.Name, kept);
        var readers = others.Where(o => o.Contract is { } contract && locked.Find(contract.Identity) is { IsReleased: true })
            .Select(o => (o.Type, Contract: o.Contract!, Uses: UsesOf(record, o.Type, compilation, cancellation)))
            .Where(o => o.Uses.Count > 0)
            .ToList();

        var edits = new SolutionEdits();
        Divide(record, text, next, edits, cancellation);
        readers.ForEach(r => r.Uses.ForEach(u => edits.Add(u.SyntaxTree!, new TextChange(u.Span, kept))));
        var solution = await edits.ApplyAsync(project, cancellation).ConfigureAwait(false);

        var after = await solution.GetProject(project.Id)!.GetCompilationAsync(cancellation).ConfigureAwait(false);
        DefinitionContract? Contract(string name) => after!.GetTypeByMetadataName(name) is { } type ? DefinitionContracts.Of(type, after, cancellation) : null;
        if (Contract(MetadataNameOf(record.ContainingNamespace, kept)) is not { } first || Contract(MetadataNameOf(record)) is not { } second)
        {
            return null;
        }

        // What was promised has to be as it was. Readers may have changes of their own, which are theirs to answer for.
        var withNext = LockUpdate.Accept(locked, second);
        var isKept = Refused(withNext, first).IsEmpty;
        var accepted = LockUpdate.Accept(withNext, first with { Text = text });
        foreach (var (reader, before, _) in readers)
        {
            isKept &= Contract(MetadataNameOf(reader)) is { } contract && contract.Identity == before.Identity && Refused(locked, contract).IsSubsetOf(Refused(locked, before));
            accepted = LockUpdate.Reworded(accepted, before.Identity, lines => RecordText.Renamed(lines, record.Name, kept));
        }

        return isKept ? new Fork(await LockFileEdit.WriteAsync(solution, project.Id, accepted, cancellation).ConfigureAwait(false), kept, next) : null;
    }

    /// <summary>The changes of a released definition that are not allowed, feature by feature.</summary>
    private static ImmutableHashSet<(ContractChangeKind Kind, string? Feature)> Refused(LockFile locked, DefinitionContract contract) =>
        ContractComparison.Compare(locked, contract).Where(c => c.Verdict is not Verdict.Compatible).Select(c => (c.Kind, c.Feature)).ToImmutableHashSet();

    /// <summary>The released text behind the record, and the next version in its attribute.</summary>
    private static void Divide(INamedTypeSymbol record, EquatableArray<string> text, int next, SolutionEdits edits, CancellationToken cancellation)
    {
        var mark = (AttributeSyntax)DefinitionContracts.MarkOf(record)!.ApplicationSyntaxReference!.GetSyntax(cancellation);
        var arguments = mark.ArgumentList!.Arguments;
        edits.Add(mark.SyntaxTree, arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "Version") is { } version
            ? new TextChange(version.Expression.Span, next.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : new TextChange(new TextSpan(arguments.Last().Span.End, 0), FormattableString.Invariant($", Version = {next}")));

        var source = mark.SyntaxTree.GetText(cancellation);
        var declaration = mark.FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        var line = source.Lines.GetLineFromPosition(declaration.SpanStart);
        var lineEnd = source.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) is { Length: > 0 } known ? known : "\n";
        var written = line.ToString();
        var indented = RecordText.Indented(text, written.Substring(0, written.Length - written.TrimStart().Length));
        edits.Add(mark.SyntaxTree, new TextChange(new TextSpan(declaration.Span.End, 0), lineEnd + lineEnd + string.Join(lineEnd, indented)));
    }

    /// <summary>Where a definition names a record.</summary>
    private static List<SyntaxToken> UsesOf(INamedTypeSymbol record, INamedTypeSymbol reader, Compilation compilation, CancellationToken cancellation) =>
    [
        .. from reference in reader.DeclaringSyntaxReferences
           let declaration = reference.GetSyntax(cancellation)
           where !declaration.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
           let model = compilation.GetSemanticModel(declaration.SyntaxTree)
           from name in declaration.DescendantNodes(descendIntoTrivia: true).OfType<IdentifierNameSyntax>()
           where name.Identifier.ValueText == record.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, record)
           select name.Identifier,
    ];

    /// <summary>The full name of a record that is not nested, as metadata has it.</summary>
    public static string MetadataNameOf(INamedTypeSymbol type) => MetadataNameOf(type.ContainingNamespace, type.MetadataName);

    private static string MetadataNameOf(INamespaceSymbol space, string name) => space.IsGlobalNamespace ? name : space.ToDisplayString() + "." + name;
}
