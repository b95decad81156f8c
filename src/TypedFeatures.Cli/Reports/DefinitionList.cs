using System.Text;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Cli.Reports;

/// <summary>Definitions for people: each with its keys and features.</summary>
internal static class DefinitionList
{
    public static string Text(LockFile contracts)
    {
        var text = new StringBuilder();
        foreach (var definition in contracts.Definitions)
        {
            var owner = definition.Owner.Length == 0 ? "" : $", owned by {definition.Owner}";
            text.Append($"{definition.Identity.Noun} {definition.Identity.Name} v{definition.Identity.Version} ({definition.TypeName}{owner})\n");
            var lines = definition.Keys.Select(k => (k.Name, Type: k.Type.ToString(), Note: "key"))
                .Concat(definition.Views.Select(v => (v.Name, Type: $"{v.View.Name} v{v.View.Version}", Note: "view")))
                .Concat(definition.Features.Select(f => (f.Name, Type: f.Type.ToString(), Note: string.Join(", ", Notes(f)))))
                .ToList();
            var (names, types) = (lines.Max(l => l.Name.Length), lines.Max(l => l.Type.Length));
            foreach (var (name, type, note) in lines)
            {
                text.Append($"  {name.PadRight(names)}  {type.PadRight(types)}  {note}".TrimEnd()).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Notes(FeatureContract feature) =>
    [
        .. feature.Windows.Select(w => "over " + w),
        .. feature.IsPii ? ["personal data"] : Array.Empty<string>(),
        .. feature.Retired is { } date ? [$"retired from {date}"] : Array.Empty<string>(),
    ];
}
