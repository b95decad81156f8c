using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TypedFeatures.Online;
using TypedFeatures.Plans;
using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>
/// Lists and maps of results as files have them: instants and dates in ISO 8601, enum members by name, decimals as text, for readers of JSON take numbers for doubles, maps as objects sorted by key. Here the C# types are not at
/// hand, only the schema.
/// </summary>
internal static class CompositeColumn
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON of a list or map.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="json">As the engine wrote it.</param>
    /// <returns>Null where a value of a map is infinite or not a number.</returns>
    public static string? ToFile(ScalarType type, string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output, Options);
        reader.Read();
        if (type.Kind == ScalarKind.List)
        {
            WriteList(ref reader, writer, type.Element!);
        }
        else if (!WriteMap(ref reader, writer, type))
        {
            return null;
        }

        writer.Flush();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void WriteList(ref Utf8JsonReader reader, Utf8JsonWriter writer, ScalarType element)
    {
        writer.WriteStartArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            WriteValue(writer, Read(ref reader, element));
        }

        writer.WriteEndArray();
    }

    private static bool WriteMap(ref Utf8JsonReader reader, Utf8JsonWriter writer, ScalarType type)
    {
        var entries = new List<(object Key, object Value)>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var named = reader.TokenType == JsonTokenType.StartObject;
            Next(ref reader, named);
            var key = Read(ref reader, type.Key!);
            Next(ref reader, named);
            if (reader.TokenType == JsonTokenType.Null)
            {
                return false;
            }

            entries.Add((key, Read(ref reader, type.Element!)));
            reader.Read();
        }

        entries.Sort(static (left, right) => Compare(left.Key, right.Key));
        writer.WriteStartObject();
        foreach (var (key, value) in entries)
        {
            writer.WritePropertyName(NameOf(key));
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
        return true;
    }

    private static void Next(ref Utf8JsonReader reader, bool named)
    {
        reader.Read();
        if (named)
        {
            reader.Read();
        }
    }

    private static int Compare(object left, object right) => (left, right) is (EnumMember a, EnumMember b)
        ? a.Value.CompareTo(b.Value)
        : ValueOrder.Compare(left, right);

    private static object Read(ref Utf8JsonReader reader, ScalarType type) => type.Kind switch
    {
        ScalarKind.Boolean => JsonValue.ReadBoolean(ref reader),
        ScalarKind.Int32 => JsonValue.ReadInt32(ref reader),
        ScalarKind.Int64 => JsonValue.ReadInt64(ref reader),
        ScalarKind.Single => (float)JsonValue.ReadDouble(ref reader),
        ScalarKind.Double => JsonValue.ReadDouble(ref reader),
        ScalarKind.Decimal => DecimalValue.Of(JsonValue.ReadInt64(ref reader), type.Scale),
        ScalarKind.String => JsonValue.ReadString(ref reader),
        ScalarKind.Guid => JsonValue.ReadGuid(ref reader),
        ScalarKind.DateTime => JsonValue.ReadInstant(ref reader),
        ScalarKind.Date => JsonValue.ReadDate(ref reader),
        ScalarKind.TimeSpan => JsonValue.ReadTimeSpan(ref reader),
        ScalarKind.Enum => ReadMember(ref reader, type.Enum!),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A list or map holds scalars."),
    };

    private static EnumMember ReadMember(ref Utf8JsonReader reader, EnumType type)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            var value = JsonValue.ReadInt64(ref reader);
            return type.Members.FirstOrDefault(m => m.Value == value) ?? throw FeatureValue.NoMember(type.Name);
        }

        var name = JsonValue.ReadString(ref reader);
        return type.Members.FirstOrDefault(m => m.Name == name) ?? throw FeatureValue.NoMember(type.Name);
    }

    private static void WriteValue(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case float number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case TimeSpan length:
                JsonValue.WriteTimeSpan(writer, length);
                break;
            default:
                writer.WriteStringValue(NameOf(value));
                break;
        }
    }

    private static string NameOf(object value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        EnumMember member => member.Name,
        Guid guid => guid.ToString("D"),
        DateTime instant => instant.ToString(JsonValue.InstantFormat, CultureInfo.InvariantCulture),
        DateOnly date => date.ToString(JsonValue.DateFormat, CultureInfo.InvariantCulture),
        TimeSpan length => Instant.FromTimeSpan(length).ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A list or map holds no {value.GetType()}.", nameof(value)),
    };
}
