namespace TypedFeatures.Plans.Contract;

/// <summary>Takes the members of an object one after the other; whatever is left at the end should not be there.</summary>
internal sealed class JsonFields
{
    private readonly JsonObject node;
    private readonly Dictionary<string, JsonNode> left;

    public JsonFields(JsonNode value)
    {
        node = value as JsonObject ?? throw value.Error($"Here stands {value.Noun} where an object is expected.");
        left = node.Members.ToDictionary(m => m.Name.Value, m => m.Value);
    }

    /// <summary>An error at a member that was read, or at the object.</summary>
    public LockFileException Error(string member, string message) =>
        (node.Members.FirstOrDefault(m => m.Name.Value == member)?.Value ?? node).Error(message);

    public string Text(string name) => OptionalText(name) ?? throw Missing(name);

    public string? OptionalText(string name) => Take<JsonText>(name, "a text")?.Value;

    public long Number(string name) => OptionalNumber(name) ?? throw Missing(name);

    public long? OptionalNumber(string name) => Take<JsonNumber>(name, "a number")?.Value;

    public bool Flag(string name) => Take<JsonTruth>(name, "true or false")?.Value ?? false;

    /// <summary>A text as what it says.</summary>
    /// <param name="name">The member.</param>
    /// <param name="read">Null where the text says no such thing.</param>
    /// <param name="expected">What is expected.</param>
    public T Parsed<T>(string name, Func<string, T?> read, string expected)
        where T : class => OptionalParsed(name, read, expected) ?? throw Missing(name);

    /// <summary>The same of a text that may be left out.</summary>
    public T? OptionalParsed<T>(string name, Func<string, T?> read, string expected)
        where T : class => OptionalText(name) is not { } text ? null : read(text) ?? throw Error(name, $"'{text}' is no {expected}.");

    /// <summary>A length of time that may be left out.</summary>
    public long? Length(string name) => OptionalText(name) is not { } text
        ? null
        : WindowNotation.ReadLength(text) ?? throw Error(name, $"'{text}' is no length of time such as 7d, 12h, 30m or 15s.");

    /// <summary>A member of an enum by its name in lower case.</summary>
    public T Choice<T>(string name, T? otherwise = null)
        where T : struct, Enum
    {
        if (OptionalText(name) is not { } text)
        {
            return otherwise ?? throw Missing(name);
        }

        foreach (T value in Enum.GetValues(typeof(T)))
        {
            if (LockFileWriter.NameOf(value) == text)
            {
                return value;
            }
        }

        throw Error(name, $"'{text}' is none of {string.Join(", ", Enum.GetValues(typeof(T)).Cast<T>().Select(v => LockFileWriter.NameOf(v)))}.");
    }

    /// <summary>The items of an array that may be left out, each read.</summary>
    public EquatableArray<T> List<T>(string name, Func<JsonNode, T> read) => Take<JsonArray>(name, "an array")?.Items.Select(read).ToEquatableArray() ?? default;

    /// <summary>The texts of an array that may be left out.</summary>
    public EquatableArray<string> Texts(string name) =>
        List(name, item => item is JsonText text ? text.Value : throw item.Error($"Here stands {item.Noun} where a text is expected."));

    /// <summary>Nothing may be left.</summary>
    public void End()
    {
        if (node.Members.FirstOrDefault(m => left.ContainsKey(m.Name.Value)) is { } unknown)
        {
            throw unknown.Name.Error($"\"{unknown.Name.Value}\" means nothing here. Was it misspelled, or written by a newer version of TypedFeatures?");
        }
    }

    private LockFileException Missing(string name) => node.Error($"\"{name}\" is missing here.");

    private T? Take<T>(string name, string expected)
        where T : JsonNode
    {
        if (!left.TryGetValue(name, out var value))
        {
            return null;
        }

        left.Remove(name);
        return value as T ?? throw value.Error($"\"{name}\" is {value.Noun} where {expected} is expected.");
    }
}
