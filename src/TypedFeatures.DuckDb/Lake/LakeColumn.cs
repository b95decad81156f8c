using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.DuckDb.Lake;

/// <summary>A column as a manifest remembers it: everything that the stored rows' meaning depends on.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The kind of values.</param>
/// <param name="Nullable">Whether null may be among them.</param>
/// <param name="Role">What the column means to the store.</param>
/// <param name="KnownAfterOutcome">Whether later versions of a row may change it.</param>
/// <param name="Length">Of a vector, how many numbers.</param>
/// <param name="Precision">Of a decimal, how many digits.</param>
/// <param name="Scale">Of a decimal, how many digits after the point: rows hold units.</param>
/// <param name="Members">Of an enum, the values by member name: rows hold names, their order is that of the values.</param>
internal sealed record LakeColumn(
    string Name, ScalarKind Type, bool Nullable, ColumnRole Role, bool KnownAfterOutcome, IReadOnlyDictionary<string, long>? Members = null, int Length = 0, int Precision = 0, int Scale = 0)
{
    public static IReadOnlyList<LakeColumn> Of(SourceSchema schema) =>
    [
        .. schema.Columns.Select(c => new LakeColumn(
            c.Name, c.Type.Kind, c.Type.IsNullable, c.Role, c.IsKnownAfterOutcome, c.Type.Enum?.Members.ToDictionary(m => m.Name, m => m.Value), c.Type.Length,
            c.Type.Kind == ScalarKind.Decimal ? c.Type.Precision : 0, c.Type.Scale)),
    ];

    /// <summary>Refuses code whose source does not mean what the stored rows mean. New enum members and newly allowed nulls are no difference.</summary>
    /// <exception cref="OfflineEngineException">They differ; the message names the first difference.</exception>
    public static void Check(IReadOnlyList<LakeColumn> stored, SourceSchema schema, string folder)
    {
        var declared = Of(schema);
        var difference = FirstDifference(stored, declared);
        if (difference is not null)
        {
            throw new OfflineEngineException(
                $"The source '{schema.Name}' is stored in '{folder}' with another schema than {schema.RowType} declares: {difference} "
                + "Declare it as it is stored, or ingest its rows into another lake folder.");
        }
    }

    private static string? FirstDifference(IReadOnlyList<LakeColumn> stored, IReadOnlyList<LakeColumn> declared)
    {
        for (var i = 0; i < Math.Min(stored.Count, declared.Count); i++)
        {
            if (Difference(stored[i], declared[i]) is { } difference)
            {
                return difference;
            }
        }

        return stored.Count > declared.Count ? $"column '{stored[declared.Count].Name}' is stored and not declared."
            : stored.Count < declared.Count ? $"column '{declared[stored.Count].Name}' is declared and not stored."
            : null;
    }

    private static string? Difference(LakeColumn stored, LakeColumn declared)
    {
        if (stored.Name != declared.Name)
        {
            // The order of columns decides between rows of one event, so it belongs to the meaning.
            return $"column '{stored.Name}' is stored where '{declared.Name}' is declared (names and order count).";
        }

        if (stored.Type != declared.Type)
        {
            return $"column '{stored.Name}' is stored as {stored.Type} and declared as {declared.Type}.";
        }

        if (stored.Length != declared.Length)
        {
            return $"column '{stored.Name}' is stored as vectors of {stored.Length} and declared as vectors of {declared.Length}.";
        }

        if (stored.Precision != declared.Precision || stored.Scale != declared.Scale)
        {
            return $"column '{stored.Name}' is stored as Decimal({stored.Precision}, {stored.Scale}) and declared as Decimal({declared.Precision}, {declared.Scale}).";
        }

        if (stored.Nullable && !declared.Nullable)
        {
            return $"column '{stored.Name}' may hold nulls as stored and may not as declared.";
        }

        if (stored.Role != declared.Role || stored.KnownAfterOutcome != declared.KnownAfterOutcome)
        {
            return $"column '{stored.Name}' is stored as {Meaning(stored)} and declared as {Meaning(declared)}.";
        }

        return stored.Members is null || declared.Members is null ? null : DifferenceOfMembers(stored, declared.Members);
    }

    private static string? DifferenceOfMembers(LakeColumn stored, IReadOnlyDictionary<string, long> declared)
    {
        foreach (var (name, value) in stored.Members!)
        {
            if (!declared.TryGetValue(name, out var now))
            {
                return $"the enum of column '{stored.Name}' has no member '{name}' any more.";
            }

            if (now != value)
            {
                return $"the member '{name}' of the enum of column '{stored.Name}' was {value} and is {now}.";
            }
        }

        return null;
    }

    private static string Meaning(LakeColumn column) => column.Role + (column.KnownAfterOutcome ? ", known after the outcome" : "");
}
