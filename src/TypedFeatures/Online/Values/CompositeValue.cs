using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using TypedFeatures.Offline;

namespace TypedFeatures.Online;

/// <summary>Reads lists and maps of results: JSON, which every engine can write exactly; for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CompositeValue
{
    private const int StackBytes = 512;

    private delegate TResult JsonParser<TResult>(ref Utf8JsonReader reader);

    /// <summary>Reads a list: an array of its items.</summary>
    /// <exception cref="InvalidDataException">The text is no such list.</exception>
    public static FeatureList<T> ReadList<T, TKind>(RowCursor row, int column)
        where T : notnull
        where TKind : struct, IValueKind<T>
    {
        ArgumentNullException.ThrowIfNull(row);
        return Parse(row.GetString(column), Items<T, TKind>);
    }

    /// <summary>Reads a map: an array of entries in any order, each an object <c>{"k": …, "v": …}</c> or an array of key and value.</summary>
    /// <returns>Null where a value is infinite or not a number, which the engine writes as null.</returns>
    /// <exception cref="InvalidDataException">The text is no such map.</exception>
    public static FeatureMap<TKey, TValue>? ReadMap<TKey, TKeyKind, TValue, TValueKind>(RowCursor row, int column)
        where TKey : notnull
        where TKeyKind : struct, IValueKind<TKey>
        where TValue : struct
        where TValueKind : struct, IValueKind<TValue>
    {
        ArgumentNullException.ThrowIfNull(row);
        return Parse(row.GetString(column), Entries<TKey, TKeyKind, TValue, TValueKind>);
    }

    /// <summary>Reads a vector: an array of its numbers.</summary>
    /// <exception cref="InvalidDataException">The text is no vector.</exception>
    public static float[] ReadVector(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(json, static (ref Utf8JsonReader reader) =>
        {
            reader.Read();
            return VectorKind.ReadJson(ref reader);
        });
    }

    private static FeatureList<T> Items<T, TKind>(ref Utf8JsonReader reader)
        where T : notnull
        where TKind : struct, IValueKind<T>
    {
        Expect(ref reader, JsonTokenType.StartArray, "a list");
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(TKind.ReadJson(ref reader));
        }

        return items.Count == 0 ? FeatureList<T>.Empty : new FeatureList<T>([.. items]);
    }

    private static FeatureMap<TKey, TValue>? Entries<TKey, TKeyKind, TValue, TValueKind>(ref Utf8JsonReader reader)
        where TKey : notnull
        where TKeyKind : struct, IValueKind<TKey>
        where TValue : struct
        where TValueKind : struct, IValueKind<TValue>
    {
        Expect(ref reader, JsonTokenType.StartArray, "a map");
        var entries = new List<(TKey Key, TValue Value)>();
        var isFinite = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var named = reader.TokenType == JsonTokenType.StartObject;
            Next(ref reader, named);
            var key = TKeyKind.ReadJson(ref reader);
            Next(ref reader, named);
            isFinite &= reader.TokenType != JsonTokenType.Null;
            entries.Add((key, isFinite ? TValueKind.ReadJson(ref reader) : default));
            reader.Read();
        }

        return isFinite ? FromEntries<TKey, TKeyKind, TValue>(entries) : null;
    }

    private static FeatureMap<TKey, TValue> FromEntries<TKey, TKeyKind, TValue>(List<(TKey Key, TValue Value)> entries)
        where TKey : notnull
        where TKeyKind : struct, IValueKind<TKey>
        where TValue : struct
    {
        entries.Sort(static (left, right) => TKeyKind.Compare(left.Key, right.Key));
        return entries.Count == 0
            ? FeatureMap<TKey, TValue>.Empty
            : new([.. entries.Select(static e => e.Key)], [.. entries.Select(static e => e.Value)]);
    }

    /// <summary>Moves to the next value of an entry: past its name where it has one.</summary>
    private static void Next(ref Utf8JsonReader reader, bool named)
    {
        reader.Read();
        if (named)
        {
            reader.Read();
        }
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token, string wanted)
    {
        if (!reader.Read() || reader.TokenType != token)
        {
            throw JsonValue.Unexpected(wanted);
        }
    }

    private static TResult Parse<TResult>(string json, JsonParser<TResult> parse)
    {
        var most = Encoding.UTF8.GetMaxByteCount(json.Length);
        var rented = most <= StackBytes ? null : ArrayPool<byte>.Shared.Rent(most);
        var bytes = rented ?? stackalloc byte[StackBytes];
        try
        {
            var reader = new Utf8JsonReader(bytes[..Encoding.UTF8.GetBytes(json, bytes)]);
            return parse(ref reader);
        }
        catch (JsonException)
        {
            // Its message would show the text, which holds values.
            throw JsonValue.Unexpected("JSON");
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }
}
