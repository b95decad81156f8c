using System.Reflection;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>What the language has: a production of something that it does not have yet stays out of the grammar.</summary>
internal static class Language
{
    private static readonly HashSet<string> Members =
    [
        .. typeof(FeatureViewAttribute).Assembly.GetExportedTypes().Where(t => t.Namespace == nameof(TypedFeatures))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)).Select(m => m.Name),
    ];

    private static readonly HashSet<string> WindowParameters =
        [.. typeof(History<,>).GetMethods().Where(m => m.Name == "Last").SelectMany(m => m.GetParameters()).Select(p => p.Name!)];

    public static bool Knows(string construct) => construct.Split('<')[0].Split('.') switch
    {
        ["window", "last", var parameter] => WindowParameters.Contains(parameter),
        ["window", "session"] => Members.Contains("CurrentSession"),
        ["aggregate", var name, ..] => Members.Contains(name),
        _ => true,
    };
}
