using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.Lookahead;

/// <summary>Compares the values of two results of one plan.</summary>
internal static class FeatureComparison
{
    // Engines sum floating-point numbers in any order; the parity law allows that much.
    private const double Tolerance = 1e-9;

    /// <summary>Whether a column of the rows at hand has the same value in both.</summary>
    public static bool IsSame(ScalarType type, RowCursor left, RowCursor right, int column)
    {
        if (left.IsNull(column) || right.IsNull(column))
        {
            return left.IsNull(column) && right.IsNull(column);
        }

        return type.Kind switch
        {
            ScalarKind.Single => IsClose(left.GetSingle(column), right.GetSingle(column)),
            ScalarKind.Double => IsClose(left.GetDouble(column), right.GetDouble(column)),
            ScalarKind.Vector => left.GetVector(column).Zip(right.GetVector(column)).All(p => IsClose(p.First, p.Second)),
            ScalarKind.List or ScalarKind.Map => JsonComparison.IsSame(Text(left), Text(right), IsClose),
            _ => StoredValues.Read(type, left, column).Equals(StoredValues.Read(type, right, column)),
        };

        // Engines write maps in any order; files have them sorted.
        string? Text(RowCursor row) => CompositeColumn.ToFile(type, row.GetString(column));
    }

    private static bool IsClose(double left, double right) =>
        left.Equals(right) || Math.Abs(left - right) <= Tolerance * (1 + Math.Max(Math.Abs(left), Math.Abs(right)));
}
