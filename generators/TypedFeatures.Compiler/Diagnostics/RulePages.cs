using System.Reflection;

namespace TypedFeatures.Compiler.Diagnostics;

/// <summary>Where the pages of rules are published.</summary>
internal static class RulePages
{
    /// <summary>
    /// The folder of the commit that this assembly was built from, where the clone's remote says where that is published (eng/RulePages.targets); else the folder in the sources.
    /// </summary>
    public static string Folder { get; } =
        typeof(RulePages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "RulePages")?.Value ?? "docs/rules/";
}
