using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedFeatures.Compiler.Contract;
using TypedFeatures.Compiler.Emit;

namespace TypedFeatures.Generators;

/// <summary>
/// Writes the texts of definitions into the assembly's metadata where a compilation is asked to carry them, as <c>dotnet features release</c> asks; everywhere else it does
/// nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractTextGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var isAskedFor = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => DefinitionText.IsAskedFor(options.GlobalOptions));
        context.RegisterSourceOutput(context.CompilationProvider.Combine(isAskedFor), static (output, input) =>
        {
            if (input.Right)
            {
                var file = ContractTextEmitter.Emit(input.Left, output.CancellationToken);
                output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
            }
        });
    }
}
