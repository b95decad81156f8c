namespace TypedFeatures.Plans.Contract;

/// <summary>Reads lock files: what a file says that is no part of its format is an error, not a thing to pass over.</summary>
internal static class LockFileReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="LockFileException">It is no lock file, or one of a newer format.</exception>
    public static LockFile Read(string text)
    {
        var fields = new JsonFields(JsonReader.Read(text));
        var format = fields.Number("format");
        if (format != LockFile.Format)
        {
            throw fields.Error("format", format > LockFile.Format
                ? $"The file has format {format}, and this version of TypedFeatures knows formats up to {LockFile.Format}. Update its package."
                : $"There is no format {format}; the first is {LockFile.Format}.");
        }

        var known = new HashSet<ContractIdentity>();
        var definitions = fields.List("definitions", node =>
        {
            var definition = Definition(node);
            return known.Add(definition.Identity) ? definition : throw node.Error($"The {definition.Identity} stands here twice. Keep one; a merge may have left both.");
        });
        fields.End();
        return LockFile.Of(definitions);
    }

    /// <summary>Reads the text of one definition.</summary>
    /// <exception cref="LockFileException">It is no such text.</exception>
    public static DefinitionContract ReadDefinition(string text) => Definition(JsonReader.Read(text));

    private static DefinitionContract Definition(JsonNode node)
    {
        var fields = new JsonFields(node);
        var identity = Identity(fields, "kind", "name");
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var definition = new DefinitionContract(identity, fields.Text("type"))
        {
            IsReleased = fields.Flag("released"),
            Owner = fields.OptionalText("owner") ?? "",
            Description = fields.OptionalText("description") ?? "",
            Retired = Date(fields),
            OnlineTtl = fields.Length("onlineTtl"),
            Freshness = fields.Length("freshness"),
            MaxAge = fields.Length("maxAge"),
            LookBack = fields.OptionalText("lookBack"),
            Horizon = fields.OptionalText("horizon"),
            QueryHash = fields.OptionalText("query") ?? "",
            Keys = fields.List("keys", Key),
            Sources = fields.List("sources", Source),
            Views = fields.List("views", View),
            Vector = fields.Texts("vector"),
            Features = fields.List("features", item =>
            {
                var feature = Feature(item);
                return ids.Add(feature.Id) ? feature : throw item.Error($"The feature '{feature.Id}' stands here twice. Keep one; a merge may have left both.");
            }).OrderBy(f => f.Id, StringComparer.Ordinal).ToEquatableArray(),
            Text = fields.Texts("text"),
        };

        // Who reads it follows from the services; it is written for people.
        fields.Texts("usedBy");
        fields.End();
        return definition;
    }

    private static ContractIdentity Identity(JsonFields fields, string kind, string name)
    {
        var version = fields.Number("version");
        return version is >= 1 and <= int.MaxValue
            ? new ContractIdentity(fields.Choice<ContractKind>(kind), fields.Text(name), (int)version)
            : throw fields.Error("version", $"{version} is no version; they count from 1.");
    }

    private static KeyContract Key(JsonNode node) =>
        Ended(node, fields => new KeyContract(fields.Text("name"), fields.Text("property"), Type(fields), fields.Flag("pii")) { PiiRemoval = fields.OptionalText("piiRemoval") });

    private static ServiceViewContract View(JsonNode node) =>
        Ended(node, fields => new ServiceViewContract(fields.Text("name"), fields.Text("property"), Identity(fields, "view", "viewName")) { Retired = Date(fields) });

    private static SourceContract Source(JsonNode node) => Ended(node, fields => new SourceContract(
        fields.Text("name"),
        fields.Choice<SourceKind>("kind"),
        fields.List("columns", column => Ended(column, c =>
            new ColumnContract(c.Text("name"), Type(c), c.Choice<ColumnRole>("role", ColumnRole.Value), c.Flag("pii")))))
    {
        Version = (int?)fields.OptionalNumber("version"),
        Every = fields.Length("every"),
    });

    private static FeatureContract Feature(JsonNode node) => Ended(node, fields =>
    {
        var id = fields.Text("id");
        return new FeatureContract(id, fields.OptionalText("name") ?? id, fields.Text("property"), Type(fields), fields.Choice<FeatureOrigin>("origin", FeatureOrigin.Computed))
        {
            IsReleased = fields.Flag("released"),
            FormerName = fields.OptionalText("formerName"),
            Hash = fields.OptionalText("hash") ?? "",
            LogicHash = fields.OptionalText("logic") ?? "",
            Default = fields.OptionalText("default"),
            IsPii = fields.Flag("pii"),
            Aggregates = fields.Texts("aggregates"),
            Windows = fields.Texts("windows"),
            Sources = fields.Texts("sources"),
            Columns = fields.Texts("columns"),
            Retired = Date(fields),
            LogicEquivalent = fields.OptionalText("logicEquivalent"),
            PiiRemoval = fields.OptionalText("piiRemoval"),
        };
    });

    private static T Ended<T>(JsonNode node, Func<JsonFields, T> read)
    {
        var fields = new JsonFields(node);
        var value = read(fields);
        fields.End();
        return value;
    }

    private static string? Date(JsonFields fields) => fields.OptionalParsed("retired", text => ContractDate.IsValid(text) ? text : null, "date of the form 2027-01-31");

    private static ScalarType Type(JsonFields fields) => fields.Parsed("type", TypeOf, "type of a feature");

    private static ScalarType? TypeOf(string text)
    {
        try
        {
            return ScalarTypeNotation.Read(text);
        }
        catch (FormatException)
        {
            // Reported with its place in the file.
            return null;
        }
    }
}
