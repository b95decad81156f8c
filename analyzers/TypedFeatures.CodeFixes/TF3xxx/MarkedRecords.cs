using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.Compiler.Contract;

namespace TypedFeatures.CodeFixes.TF3xxx;

/// <summary>Finds the definition that a place in the code belongs to.</summary>
internal static class MarkedRecords
{
    /// <summary>The marked record around a place; null where there is none.</summary>
    public static async Task<INamedTypeSymbol?> AtAsync(Document document, int place, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root?.FindToken(place).Parent?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
            .Select(t => model?.GetDeclaredSymbol(t, cancellation) as INamedTypeSymbol)
            .FirstOrDefault(t => t is not null && DefinitionContracts.IsDefinition(t));
    }
}
