using System.Globalization;

namespace TypedFeatures.Plans.Contract;

/// <summary>A value of JSON, and where it stands: the compiler side has no JSON library.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character in the line, from 1.</param>
internal abstract record JsonNode(int Line, int Column)
{
    /// <summary>What messages call it.</summary>
    public abstract string Noun { get; }

    public LockFileException Error(string message) => new(message, Line, Column);
}

internal sealed record JsonText(string Value, int Line, int Column) : JsonNode(Line, Column)
{
    public override string Noun => "a text";
}

internal sealed record JsonNumber(long Value, int Line, int Column) : JsonNode(Line, Column)
{
    public override string Noun => "the number " + Value.ToString(CultureInfo.InvariantCulture);
}

internal sealed record JsonTruth(bool Value, int Line, int Column) : JsonNode(Line, Column)
{
    public override string Noun => Value ? "true" : "false";
}

internal sealed record JsonArray(EquatableArray<JsonNode> Items, int Line, int Column) : JsonNode(Line, Column)
{
    public override string Noun => "an array";
}

internal sealed record JsonObject(EquatableArray<JsonMember> Members, int Line, int Column) : JsonNode(Line, Column)
{
    public override string Noun => "an object";
}

internal sealed record JsonMember(JsonText Name, JsonNode Value);
