using System.Text;

namespace TypedFeatures.Plans.Contract;

/// <summary>Writes lock files: sorted, a fact of a definition, a key, a source or a feature per line, so that a change shows as the lines that it concerns.</summary>
internal static class LockFileWriter
{
    /// <summary>The text of a file.</summary>
    public static string Write(LockFile file)
    {
        var text = new StringBuilder();
        text.Append("{\n  \"format\": ").Append(LockFile.Format).Append(",\n  \"definitions\": [");
        for (var i = 0; i < file.Definitions.Count; i++)
        {
            var definition = file.Definitions[i];
            text.Append(i == 0 ? "\n" : ",\n");
            Append(text, Lines(definition, UsersOf(file, definition)), "    ");
        }

        return text.Append(file.Definitions.IsEmpty ? "]\n}\n" : "\n  ]\n}\n").ToString();
    }

    /// <summary>The text of one definition, as it stands in a file.</summary>
    public static string Write(DefinitionContract definition)
    {
        var text = new StringBuilder();
        Append(text, Lines(definition, []), "");
        return text.ToString();
    }

    /// <summary>How a file calls a member of an enum: <c>eventTime</c>.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    private static IEnumerable<string> UsersOf(LockFile file, DefinitionContract definition) => definition.Identity.Kind is ContractKind.Service
        ? []
        : file.ServicesOf(definition.Identity).Select(s => $"{s.Name} v{s.Version}");

    private static void Append(StringBuilder text, List<string> lines, string indent)
    {
        text.Append(indent).Append("{\n");
        for (var i = 0; i < lines.Count; i++)
        {
            text.Append(indent).Append("  ").Append(lines[i].Replace("\n", "\n  " + indent)).Append(i < lines.Count - 1 ? ",\n" : "\n");
        }

        text.Append(indent).Append('}');
    }

    private static List<string> Lines(DefinitionContract definition, IEnumerable<string> users)
    {
        var lines = new List<string>
        {
            Identity(new JsonLine(), definition.Identity).Flag("released", definition.IsReleased).Members,
        };
        void Add(JsonLine line) => lines.AddRange(line.Members.Length == 0 ? [] : [line.Members]);
        void AddList(string name, IEnumerable<string> items)
        {
            var texts = items.ToList();
            lines.AddRange(texts.Count == 0 ? [] : [$"\"{name}\": [\n  {string.Join(",\n  ", texts)}\n]"]);
        }

        Add(new JsonLine().Text("type", definition.TypeName));
        Add(new JsonLine().Text("owner", definition.Owner));
        Add(new JsonLine().Text("description", definition.Description));
        Add(new JsonLine().Text("retired", definition.Retired));
        Add(new JsonLine().Length("onlineTtl", definition.OnlineTtl));
        Add(new JsonLine().Length("freshness", definition.Freshness));
        Add(new JsonLine().Length("maxAge", definition.MaxAge));
        Add(new JsonLine().Text("lookBack", definition.LookBack));
        Add(new JsonLine().Text("horizon", definition.Horizon));
        Add(new JsonLine().Text("query", definition.QueryHash));
        Add(new JsonLine().Texts("usedBy", users));
        AddList("keys", definition.Keys.Select(k => Key(k).ToString()));
        AddList("sources", definition.Sources.Select(s => Source(s).ToString()));
        AddList("views", definition.Views.Select(v => Identity(new JsonLine().Text("name", v.Name).Text("property", v.Property), v.View, "view", "viewName").Text("retired", v.Retired).ToString()));
        AddList("features", definition.Features.Select(f => Feature(f).ToString()));
        Add(new JsonLine().Texts("vector", definition.Vector));
        AddList("text", definition.Text.Select(JsonLine.Quoted));
        return lines;
    }

    private static JsonLine Identity(JsonLine line, ContractIdentity identity, string kind = "kind", string name = "name") =>
        line.Text(kind, NameOf(identity.Kind)).Text(name, identity.Name).Number("version", identity.Version);

    private static JsonLine Key(KeyContract key) =>
        new JsonLine().Text("name", key.Name).Text("property", key.Property).Text("type", ScalarTypeNotation.Write(key.Type)).Flag("pii", key.IsPii).Text("piiRemoval", key.PiiRemoval);

    private static JsonLine Source(SourceContract source) => new JsonLine()
        .Text("name", source.Name)
        .Text("kind", NameOf(source.Kind))
        .Number("version", source.Version)
        .Length("every", source.Every)
        .Objects("columns", source.Columns.Select(c => new JsonLine()
            .Text("name", c.Name)
            .Text("type", ScalarTypeNotation.Write(c.Type))
            .Text("role", c.Role is ColumnRole.Value ? null : NameOf(c.Role))
            .Flag("pii", c.IsPii)));

    private static JsonLine Feature(FeatureContract feature) => new JsonLine()
        .Text("id", feature.Id)
        .Text("name", feature.Name == feature.Id ? null : feature.Name)
        .Text("property", feature.Property)
        .Text("type", ScalarTypeNotation.Write(feature.Type))
        .Flag("released", feature.IsReleased)
        .Text("origin", feature.Origin is FeatureOrigin.Computed ? null : NameOf(feature.Origin))
        .Text("hash", feature.Hash)
        .Text("logic", feature.LogicHash)
        .Text("default", feature.Default)
        .Flag("pii", feature.IsPii)
        .Texts("aggregates", feature.Aggregates)
        .Texts("windows", feature.Windows)
        .Texts("sources", feature.Sources)
        .Texts("columns", feature.Columns)
        .Text("formerName", feature.FormerName)
        .Text("retired", feature.Retired)
        .Text("logicEquivalent", feature.LogicEquivalent)
        .Text("piiRemoval", feature.PiiRemoval);
}
