using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Lookahead;

/// <summary>Values of stored columns, boxed: a probe reads each once.</summary>
internal static class StoredValues
{
    /// <summary>A value that is not null.</summary>
    public static object Read(ScalarType type, RowCursor row, int column) => type.Kind switch
    {
        ScalarKind.Boolean => row.GetBoolean(column),
        ScalarKind.Int32 => row.GetInt32(column),
        ScalarKind.Int64 or ScalarKind.Decimal => row.GetInt64(column),
        ScalarKind.Single => row.GetSingle(column),
        ScalarKind.Double => row.GetDouble(column),
        ScalarKind.String or ScalarKind.Enum => row.GetString(column),
        ScalarKind.Guid => row.GetGuid(column),
        ScalarKind.DateTime => row.GetDateTime(column),
        ScalarKind.Date => row.GetDate(column),
        ScalarKind.TimeSpan => row.GetTimeSpan(column),
        ScalarKind.Vector => row.GetVector(column),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Sources store no lists and no maps."),
    };

    /// <summary>Writes what was read, or null.</summary>
    public static void Write(ScalarType type, object? value, RowWriter writer)
    {
        switch (value)
        {
            case null:
                // Null is written alike for every type.
                writer.Write((bool?)null);
                break;
            case bool truth:
                writer.Write(truth);
                break;
            case int number:
                writer.Write((int?)number);
                break;
            case long units when type.Kind is ScalarKind.Decimal:
                writer.WriteUnits(units, type.Scale);
                break;
            case long number:
                writer.Write((long?)number);
                break;
            case float number:
                writer.Write((float?)number);
                break;
            case double number:
                writer.Write((double?)number);
                break;
            case string name when type.Kind is ScalarKind.Enum:
                writer.WriteEnum(isNull: false, name);
                break;
            case string text:
                writer.Write(text, isRequired: false);
                break;
            case Guid guid:
                writer.Write(guid);
                break;
            case DateTime instant:
                writer.Write(instant);
                break;
            case DateOnly date:
                writer.Write(date);
                break;
            case TimeSpan length:
                writer.Write(length);
                break;
            case float[] vector:
                writer.Write(vector, type.Length, isRequired: false);
                break;
            default:
                throw new ArgumentException($"A source stores no {value.GetType()}.", nameof(value));
        }
    }
}
