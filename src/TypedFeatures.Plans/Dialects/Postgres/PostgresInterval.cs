using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Dialects;

/// <summary>Constant lengths of time.</summary>
internal static class PostgresInterval
{
    private const long Day = 86_400_000_000;

    // Instants are of the years 1900 to 2299, so a longer look-back shows nothing more; as-of minus a very long one would lie before what a timestamp can say.
    private const long Longest = 1_000_000 * Day;

    /// <summary>The largest unit that divides the length, for a reader's sake; all of them are exact, as a timestamp has no time zone.</summary>
    public static SqlExpression Of(long microseconds)
    {
        var length = Math.Min(microseconds, Longest);
        foreach (var (unit, name) in new[] { (Day, "days"), (3_600_000_000, "hours"), (60_000_000, "minutes"), (1_000_000, "seconds") })
        {
            if (length % unit == 0)
            {
                return Literal(length / unit, name);
            }
        }

        return Literal(length, "microseconds");
    }

    private static SqlExpression Literal(long count, string unit) => new SqlAtom("INTERVAL '" + ((SqlAtom)SqlMake.Long(count)).Text + " " + unit + "'");
}
