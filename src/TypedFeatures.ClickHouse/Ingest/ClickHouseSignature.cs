using TypedFeatures.Plans;

namespace TypedFeatures.ClickHouse.Ingest;

/// <summary>
/// What must stay the same for stored rows to keep their meaning: the kind, and each column's name, type and part in the life of a row, a line each.
/// The C# names, the members of enums and what is personal may change.
/// </summary>
internal static class ClickHouseSignature
{
    public static string Of(SourceSchema source) => string.Join("\n", source.Columns.Select(OfColumn).Prepend(source.Kind.ToString()));

    /// <summary>The first difference in words; null where there is none.</summary>
    public static string? Difference(string stored, SourceSchema source)
    {
        var before = stored.Split('\n');
        var now = Of(source).Split('\n');
        var at = Enumerable.Range(0, Math.Max(before.Length, now.Length)).Select(i => (int?)i)
            .FirstOrDefault(i => !string.Equals(Line(before, i), Line(now, i), StringComparison.Ordinal));
        return at switch
        {
            null => null,
            0 => $"its kind was {before[0]} and is {now[0]}",
            _ => $"column {at} was {Line(before, at) ?? "missing"} and is {Line(now, at) ?? "missing"}",
        };
    }

    private static string? Line(string[] lines, int? at) => at < lines.Length ? $"'{lines[at.Value]}'" : null;

    private static string OfColumn(SourceColumn column) =>
        column.Name + " " + (column.Type.Kind is ScalarKind.Decimal ? column.Type.NonNullable.ToString() : column.Type.Kind.ToString()) + (column.Type.Kind is ScalarKind.Vector ? $"[{column.Type.Length}]" : "") + (column.Type.IsNullable ? "?" : "")
        + (column.Role == ColumnRole.Value ? "" : " " + column.Role)
        + (column.IsKnownAfterOutcome ? " KnownAfterOutcome" : "");
}
