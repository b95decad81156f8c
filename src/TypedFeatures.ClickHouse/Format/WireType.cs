namespace TypedFeatures.ClickHouse.Format;

/// <summary>How a value lies in RowBinary.</summary>
internal enum Wire
{
    /// <summary>A truth value or an unsigned byte.</summary>
    UInt8,

    /// <summary>A signed byte.</summary>
    Int8,

    /// <summary>Two bytes, unsigned.</summary>
    UInt16,

    /// <summary>Two bytes, signed.</summary>
    Int16,

    /// <summary>Four bytes, unsigned.</summary>
    UInt32,

    /// <summary>Four bytes, signed.</summary>
    Int32,

    /// <summary>Eight bytes, unsigned.</summary>
    UInt64,

    /// <summary>Eight bytes, signed.</summary>
    Int64,

    /// <summary>Sixteen bytes, signed.</summary>
    Int128,

    /// <summary>An IEEE single.</summary>
    Float32,

    /// <summary>An IEEE double.</summary>
    Float64,

    /// <summary>Bytes, their number before them.</summary>
    Text,

    /// <summary>No value but null.</summary>
    Nothing,
}

/// <summary>The type of a result's column.</summary>
/// <param name="Wire">How a value lies in the result.</param>
/// <param name="IsNullable">Whether a byte before each value says if it is null.</param>
internal readonly record struct WireType(Wire Wire, bool IsNullable)
{
    /// <summary>How many bytes a value takes; 0 where they say so themselves, or there are none.</summary>
    public int Size => Wire switch
    {
        Wire.UInt8 or Wire.Int8 => 1,
        Wire.UInt16 or Wire.Int16 => 2,
        Wire.UInt32 or Wire.Int32 or Wire.Float32 => 4,
        Wire.UInt64 or Wire.Int64 or Wire.Float64 => 8,
        Wire.Int128 => 16,
        _ => 0,
    };

    /// <summary>The type that the server calls so; null for one that no plan yields.</summary>
    public static WireType? Parse(string name)
    {
        if (Inside(name, "LowCardinality(") is { } inner)
        {
            return Parse(inner);
        }

        if (Inside(name, "Nullable(") is { } value)
        {
            return Parse(value) is { } type ? type with { IsNullable = true } : null;
        }

        return name switch
        {
            "Bool" or "UInt8" => new(Wire.UInt8, false),
            "Int8" => new(Wire.Int8, false),
            "UInt16" => new(Wire.UInt16, false),
            "Int16" => new(Wire.Int16, false),
            "UInt32" => new(Wire.UInt32, false),
            "Int32" or "Date32" => new(Wire.Int32, false),
            "UInt64" => new(Wire.UInt64, false),
            "Int64" => new(Wire.Int64, false),
            "Int128" => new(Wire.Int128, false),
            "Float32" => new(Wire.Float32, false),
            "Float64" => new(Wire.Float64, false),
            "String" => new(Wire.Text, false),
            "Nothing" => new(Wire.Nothing, false),
            _ => null,
        };
    }

    private static string? Inside(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(')') ? name[prefix.Length..^1] : null;
}
