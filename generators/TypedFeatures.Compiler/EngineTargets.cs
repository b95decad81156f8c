using Microsoft.CodeAnalysis.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler;

/// <summary>The engines that a project targets: those its MSBuild property names, or all. Compares by value, so that the generator's cache lives on it.</summary>
/// <param name="Engines">The names of the targeted engines, in the order of <see cref="SqlDialect.All"/>; never empty.</param>
/// <param name="Unknown">What the property names and no engine is called.</param>
public sealed record EngineTargets(EquatableArray<string> Engines, EquatableArray<string> Unknown)
{
    /// <summary>The MSBuild property.</summary>
    public const string Property = "TypedFeaturesEngines";

    private const string Option = "build_property." + Property;

    /// <summary>The dialects of the targeted engines.</summary>
    public IEnumerable<SqlDialect> Dialects => SqlDialect.All.Where(d => Engines.Contains(d.Engine));

    /// <summary>What the targeted engines can do.</summary>
    public IReadOnlyList<EngineCapabilities> Capabilities => [.. Dialects.Select(d => d.Capabilities)];

    /// <summary>Reads the options of a project.</summary>
    public static EngineTargets Of(AnalyzerConfigOptions options) =>
        Parse(options.TryGetValue(Option, out var value) ? value : "");

    /// <summary>
    /// Reads names separated by commas, semicolons or white space. Where none of them is known all engines are targeted, so that a misspelt
    /// name is one error and not one more for everything that then is missing.
    /// </summary>
    public static EngineTargets Parse(string text)
    {
        // The build hands options over in a file where a semicolon begins a comment, so it makes commas of them.
        var names = new HashSet<string>(text.Split([',', ';', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
        var all = SqlDialect.All.Select(d => d.Engine).ToList();
        var engines = all.Where(names.Contains).ToList();
        return new EngineTargets(
            (engines.Count == 0 ? all : engines).ToEquatableArray(),
            names.Where(n => !all.Contains(n, StringComparer.OrdinalIgnoreCase)).OrderBy(n => n, StringComparer.Ordinal).ToEquatableArray());
    }
}
