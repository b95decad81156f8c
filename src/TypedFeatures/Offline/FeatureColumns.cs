using System.ComponentModel;
using TypedFeatures.Online;

namespace TypedFeatures.Offline;

/// <summary>Reads the features of a row of a result, one column after the other, as the language says what they are; for generated code.</summary>
/// <param name="row">The result, on a row.</param>
/// <param name="firstColumn">The column of the first feature.</param>
/// <param name="view">The view or label, for messages.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct FeatureColumns(RowCursor row, int firstColumn, string view)
{
    private int next = firstColumn;

    /// <summary>A truth value.</summary>
    public bool Boolean() => row.GetBoolean(next++);

    /// <summary>A 32-bit integer.</summary>
    public int Int32() => row.GetInt32(next++);

    /// <summary>A 64-bit integer.</summary>
    public long Int64() => row.GetInt64(next++);

    /// <summary>Text.</summary>
    public string String() => row.GetString(next++);

    /// <summary>Text or null.</summary>
    public string? NullableString() => IsNull() ? null : String();

    /// <summary>A float.</summary>
    /// <exception cref="NonFiniteFeatureException">It is null, infinite or not a number.</exception>
    public float Single(string feature) => FeatureValue.ReadSingle(row, next++, view, feature);

    /// <summary>A float, or null, also where it is infinite or not a number.</summary>
    public float? NullableSingle() => IsNull() ? null : FeatureValue.Finite((float?)row.GetSingle(next++));

    /// <summary>A double.</summary>
    /// <exception cref="NonFiniteFeatureException">It is null, infinite or not a number.</exception>
    public double Double(string feature) => FeatureValue.ReadDouble(row, next++, view, feature);

    /// <summary>A double, or null, also where it is infinite or not a number.</summary>
    public double? NullableDouble() => IsNull() ? null : FeatureValue.Finite((double?)row.GetDouble(next++));

    /// <summary>A decimal.</summary>
    public decimal Decimal(int scale) => DecimalValue.Of(Int64(), scale);

    /// <summary>A decimal or null.</summary>
    public decimal? NullableDecimal(int scale) => IsNull() ? null : Decimal(scale);

    /// <summary>A vector.</summary>
    /// <exception cref="NonFiniteFeatureException">A number of it is infinite or not a number.</exception>
    public float[] Vector(string feature) => FeatureValue.Finite(row.GetVector(next++), view, feature);

    /// <summary>A vector, or null, also where a number of it is infinite or not a number.</summary>
    public float[]? NullableVector() => IsNull() ? null : FeatureValue.Finite(row.GetVector(next++));

    /// <summary>A value of another type.</summary>
    public T Value<T, TKind>()
        where T : notnull
        where TKind : IValueKind<T> => TKind.ReadColumn(row, next++);

    /// <summary>A value of another type, or null.</summary>
    public T? Nullable<T, TKind>()
        where T : struct
        where TKind : IValueKind<T> => IsNull() ? null : Value<T, TKind>();

    /// <summary>A list.</summary>
    public FeatureList<T> List<T, TKind>()
        where T : notnull
        where TKind : struct, IValueKind<T> => CompositeValue.ReadList<T, TKind>(row, next++);

    /// <summary>A list or null.</summary>
    public FeatureList<T>? NullableList<T, TKind>()
        where T : notnull
        where TKind : struct, IValueKind<T> => IsNull() ? null : List<T, TKind>();

    /// <summary>A map.</summary>
    /// <exception cref="NonFiniteFeatureException">A total of it is infinite or not a number.</exception>
    public FeatureMap<TKey, TValue> Map<TKey, TKeyKind, TValue, TValueKind>(string feature)
        where TKey : notnull
        where TKeyKind : struct, IValueKind<TKey>
        where TValue : struct
        where TValueKind : struct, IValueKind<TValue> =>
        CompositeValue.ReadMap<TKey, TKeyKind, TValue, TValueKind>(row, next++) ?? throw new NonFiniteFeatureException(view, feature);

    /// <summary>A map, or null, also where a total of it is infinite or not a number.</summary>
    public FeatureMap<TKey, TValue>? NullableMap<TKey, TKeyKind, TValue, TValueKind>()
        where TKey : notnull
        where TKeyKind : struct, IValueKind<TKey>
        where TValue : struct
        where TValueKind : struct, IValueKind<TValue> => IsNull() ? null : CompositeValue.ReadMap<TKey, TKeyKind, TValue, TValueKind>(row, next++);

    /// <summary>Whether the column at hand is null, which is then behind.</summary>
    private bool IsNull()
    {
        if (!row.IsNull(next))
        {
            return false;
        }

        next++;
        return true;
    }
}
