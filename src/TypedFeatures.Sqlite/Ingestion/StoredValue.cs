using TypedFeatures.Plans;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Ingestion;

/// <summary>A value read from a row that collided with another: null, an integer, a double, UTF-8 text, or bytes.</summary>
internal readonly record struct StoredValue(int Type, long Integer, double Real, byte[]? Text)
{
    /// <summary>Reads a value of the row at hand.</summary>
    public static StoredValue Read(SqliteStatement statement, int column)
    {
        var type = statement.TypeOf(column);
        return type switch
        {
            Sqlite3.TypeNull => new(type, 0, 0, null),
            Sqlite3.TypeInteger => new(type, statement.GetInt64(column), 0, null),
            Sqlite3.TypeFloat => new(type, 0, statement.GetDouble(column), null),
            Sqlite3.TypeBlob => new(type, 0, 0, statement.GetBlob(column).ToArray()),
            _ => new(type, 0, 0, statement.GetText(column).ToArray()),
        };
    }

    /// <summary>Binds the value as it was read.</summary>
    public void BindTo(SqliteStatement statement, int parameter)
    {
        switch (Type)
        {
            case Sqlite3.TypeNull:
                statement.BindNull(parameter);
                break;
            case Sqlite3.TypeInteger:
                statement.Bind(parameter, Integer);
                break;
            case Sqlite3.TypeFloat:
                statement.Bind(parameter, Real);
                break;
            case Sqlite3.TypeBlob:
                statement.BindBlob(parameter, Text);
                break;
            default:
                statement.BindText(parameter, Text);
                break;
        }
    }

    /// <summary>Orders two values of one column: nulls first, numbers by value, text by code point, vectors (bytes) number by number.</summary>
    public static int Compare(in StoredValue left, in StoredValue right)
    {
        if (left.Type != right.Type)
        {
            // A column has one storage type, so these differ only where one is null.
            return left.Type == Sqlite3.TypeNull ? -1 : 1;
        }

        return left.Type switch
        {
            Sqlite3.TypeNull => 0,
            Sqlite3.TypeInteger => left.Integer.CompareTo(right.Integer),
            Sqlite3.TypeFloat => left.Real.CompareTo(right.Real),
            _ => left.Text.AsSpan().SequenceCompareTo(right.Text),
        };
    }
}
