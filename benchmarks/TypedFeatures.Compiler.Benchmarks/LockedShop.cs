using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedFeatures.Compiler.Contract;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Benchmarks;

/// <summary>The lock file of the project, with every definition released.</summary>
internal sealed class LockedShop(Compilation compilation) : AdditionalText
{
    private readonly SourceText text = SourceText.From(TextOf(compilation));

    public override string Path => LockFile.FileName;

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;

    /// <summary>Writes it to a folder.</summary>
    /// <returns>Its path.</returns>
    public static string Write(Compilation compilation, string folder)
    {
        var path = System.IO.Path.Combine(folder, LockFile.FileName);
        File.WriteAllText(path, TextOf(compilation));
        return path;
    }

    private static string TextOf(Compilation compilation) => LockUpdate.Release(LockFile.Of(
        from tree in compilation.SyntaxTrees
        from record in tree.GetRoot().DescendantNodes().OfType<RecordDeclarationSyntax>()
        let type = (INamedTypeSymbol)compilation.GetSemanticModel(tree).GetDeclaredSymbol(record)!
        where DefinitionContracts.IsDefinition(type)
        select DefinitionContracts.Of(type, compilation, CancellationToken.None) ?? throw new InvalidOperationException($"{type} has no contract."))).Print();
}
