using TypedFeatures.Offline;
using TypedFeatures.Online;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>Copies a column of a result into a file as the view's record would hold it.</summary>
internal static class CursorColumn
{
    /// <exception cref="NonFiniteFeatureException">A feature that cannot be null is infinite or not a number.</exception>
    /// <exception cref="InvalidOperationException">The engine returned null for what is never null.</exception>
    public static void Copy(string view, FieldSchema field, RowCursor row, int column, RowWriter writer)
    {
        if (field.Type.IsComposite && !row.IsNull(column))
        {
            CopyComposite(view, field, row, column, writer);
            return;
        }

        var isNull = row.IsNull(column) || (field.Type.IsFloating && !IsFinite(field.Type.Kind, row, column));
        if (isNull && !field.Type.IsNullable)
        {
            throw field.Type.IsFloating
                ? new NonFiniteFeatureException(view, field.Property)
                : new InvalidOperationException(
                    $"The engine returned null for '{view}.{field.Property}', which is never null; this is a fault of its plan: please report it.");
        }

        if (isNull)
        {
            // Null is written alike for every type.
            writer.Write((bool?)null);
        }
        else
        {
            CopyValue(field.Type, row, column, writer);
        }
    }

    private static void CopyComposite(string view, FieldSchema field, RowCursor row, int column, RowWriter writer)
    {
        var vector = field.Type.Kind == ScalarKind.Vector ? FeatureValue.Finite(row.GetVector(column)) : null;
        var json = field.Type.Kind == ScalarKind.Vector ? null : CompositeColumn.ToFile(field.Type, row.GetString(column));
        if (vector is null && json is null && !field.Type.IsNullable)
        {
            throw new NonFiniteFeatureException(view, field.Property);
        }

        if (field.Type.Kind == ScalarKind.Vector)
        {
            writer.Write(vector, field.Type.Length, isRequired: false);
        }
        else
        {
            writer.WriteJson(json);
        }
    }

    private static bool IsFinite(ScalarKind kind, RowCursor row, int column) =>
        kind == ScalarKind.Single ? float.IsFinite(row.GetSingle(column)) : double.IsFinite(row.GetDouble(column));

    private static void CopyValue(ScalarType type, RowCursor row, int column, RowWriter writer)
    {
        switch (type.Kind)
        {
            case ScalarKind.Boolean:
                writer.Write(row.GetBoolean(column));
                break;
            case ScalarKind.Int32:
                writer.Write((int?)row.GetInt32(column));
                break;
            case ScalarKind.Int64:
                writer.Write((long?)row.GetInt64(column));
                break;
            case ScalarKind.Single:
                writer.Write((float?)row.GetSingle(column));
                break;
            case ScalarKind.Double:
                writer.Write((double?)row.GetDouble(column));
                break;
            case ScalarKind.Decimal:
                writer.WriteUnits(row.GetInt64(column), type.Scale);
                break;
            case ScalarKind.String:
                writer.Write(row.GetString(column), isRequired: false);
                break;
            case ScalarKind.Guid:
                writer.Write(row.GetGuid(column));
                break;
            case ScalarKind.DateTime:
                writer.Write(row.GetDateTime(column));
                break;
            case ScalarKind.Date:
                writer.Write(row.GetDate(column));
                break;
            case ScalarKind.TimeSpan:
                writer.Write(row.GetTimeSpan(column));
                break;
            case ScalarKind.Enum:
                writer.WriteEnum(isNull: false, row.GetString(column));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such kind of value.");
        }
    }
}
