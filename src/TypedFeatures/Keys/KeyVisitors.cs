using TypedFeatures.Offline;
using TypedFeatures.Online;
using TypedFeatures.Sources;

namespace TypedFeatures.Keys;

/// <summary>Makes parts of the columns of a result.</summary>
internal struct ReadParts(RowCursor row, int firstColumn) : IKeyVisitor
{
    private int next = firstColumn;

    public T Part<T, TKind>(T value)
        where T : notnull
        where TKind : IValueKind<T> => TKind.ReadColumn(row, next++);

    public decimal Decimal(decimal value, int precision, int scale, string property) => DecimalValue.Of(row.GetInt64(next++), scale);
}

/// <summary>Writes parts as the columns of a row.</summary>
internal readonly struct WrittenParts(RowWriter row) : IKeyVisitor
{
    public T Part<T, TKind>(T value)
        where T : notnull
        where TKind : IValueKind<T>
    {
        TKind.WriteColumn(row, value);
        return value;
    }

    public decimal Decimal(decimal value, int precision, int scale, string property)
    {
        row.Write(value, precision, scale);
        return value;
    }
}

/// <summary>Writes parts as bytes, those that are stored alike alike.</summary>
internal ref struct EncodedParts(StateWriter writer) : IKeyVisitor
{
    private StateWriter writer = writer;

    public readonly StateWriter Writer => writer;

    public T Part<T, TKind>(T value)
        where T : notnull
        where TKind : IValueKind<T>
    {
        TKind.Write(ref writer, TKind.Stored(value));
        return value;
    }

    public decimal Decimal(decimal value, int precision, int scale, string property)
    {
        writer.WriteVarInt64(DecimalValue.UnitsOf(DecimalValue.Normal(value, precision, scale, EntityKeys.NameOf(property)), scale));
        return value;
    }
}

/// <summary>Takes parts as objects.</summary>
internal readonly struct BoxedParts(List<object> parts) : IKeyVisitor
{
    public T Part<T, TKind>(T value)
        where T : notnull
        where TKind : IValueKind<T>
    {
        parts.Add(value);
        return value;
    }

    public decimal Decimal(decimal value, int precision, int scale, string property)
    {
        var normal = DecimalValue.Normal(value, precision, scale, EntityKeys.NameOf(property));
        parts.Add(normal);
        return normal;
    }
}
