using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedFeatures.Compiler.Tests;

/// <summary>What MSBuild tells the compiler of a project.</summary>
internal sealed class BuildOptions(params (string Name, string Value)[] options) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(options.ToImmutableDictionary(o => "build_property." + o.Name, o => o.Value));

    /// <summary>A project that targets some engines.</summary>
    public static BuildOptions Engines(string names) => new(("TypedFeaturesEngines", names));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
