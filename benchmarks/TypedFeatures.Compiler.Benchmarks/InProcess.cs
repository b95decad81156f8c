using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedFeatures.Compiler.Benchmarks.Compilers;
using TypedFeatures.Compiler.Benchmarks.Shop;
using TypedFeatures.Generators;

namespace TypedFeatures.Compiler.Benchmarks;

/// <summary>The project as a compilation in this process.</summary>
internal static class InProcess
{
    public static CSharpParseOptions Options { get; } = new(LanguageVersion.CSharp13);

    public static CSharpCompilation Compile(CompilerArguments arguments, int views) => CSharpCompilation.Create(
        "Shop",
        ShopProject.Files(views).Select(f => CSharpSyntaxTree.ParseText(f.Text, Options, path: f.Name, encoding: Encoding.UTF8)),
        arguments.References.Select(r => MetadataReference.CreateFromFile(r)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable));

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create([new FeatureGenerator().AsSourceGenerator()], parseOptions: Options);
}
