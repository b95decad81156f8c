using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.ClickHouse.Format;

/// <summary>The table <c>spine</c> as it goes along with a query: nothing to clean up, and nobody else sees it.</summary>
/// <param name="Structure">Names and types of its columns.</param>
/// <param name="Rows">Its rows in RowBinary.</param>
internal sealed record SpinePayload(string Structure, ReadOnlyMemory<byte> Rows)
{
    /// <exception cref="ArgumentException">A value is refused.</exception>
    public static SpinePayload Of(SpineRows spine, CancellationToken cancellationToken)
    {
        var columns = spine.Columns.Select(c => KeyValuePair.Create(c.Name, c.Type)).Prepend(KeyValuePair.Create("ordinal", ScalarType.Int64));
        var writer = new RowBinaryWriter(
            [.. spine.Columns.Select(c => c.Type)],
            column => spine.Columns[column].Type.IsNullable ? null : "is null but the column is not nullable.");
        for (var ordinal = 0; ordinal < spine.Count; ordinal++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.PutLeading(ordinal);
            try
            {
                spine.Write(ordinal, writer);
                writer.EndRow();
            }
            catch (RowValueException refusal)
            {
                throw new ArgumentException($"Row {ordinal} of the spine: {spine.Columns[refusal.Column].Property}: {refusal.Message}", refusal);
            }
        }

        return new(ClickHouseText.Structure(columns), writer.Rows);
    }
}
