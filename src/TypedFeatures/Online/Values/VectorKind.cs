using System.Text.Json;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.Online;

/// <summary>Vectors of finite IEEE singles, written as their number and their bytes; ordered number by number.</summary>
public readonly struct VectorKind : IValueKind<float[]>
{
    /// <inheritdoc/>
    public static int Compare(float[] left, float[] right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.AsSpan().SequenceCompareTo(right);
    }

    /// <inheritdoc/>
    public static void Write(ref StateWriter writer, float[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteVarUInt64((ulong)value.Length);
        foreach (var number in value)
        {
            writer.WriteSingle(number);
        }
    }

    /// <inheritdoc/>
    public static float[] Read(ref StateReader reader)
    {
        var value = new float[reader.ReadCount()];
        for (var i = 0; i < value.Length; i++)
        {
            value[i] = reader.ReadSingle();
        }

        return value;
    }

    /// <inheritdoc/>
    public static float[] ReadColumn(RowCursor row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.GetVector(column);
    }

    /// <inheritdoc/>
    public static void WriteColumn(RowWriter writer, float[] value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(value, value?.Length ?? 0, isRequired: true);
    }

    /// <inheritdoc/>
    public static float[] ReadJson(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonValue.Unexpected("a vector");
        }

        var value = new List<float>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            value.Add((float)JsonValue.ReadDouble(ref reader));
        }

        return [.. value];
    }

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, float[] value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (var number in value)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }
}
