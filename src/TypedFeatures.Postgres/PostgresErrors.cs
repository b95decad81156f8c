using Npgsql;
using TypedFeatures.Offline;

namespace TypedFeatures.Postgres;

/// <summary>What the server says, in the engine's words: never with values of rows.</summary>
internal static class PostgresErrors
{
    /// <summary>The failure of a statement.</summary>
    /// <param name="failure">What Npgsql threw.</param>
    /// <param name="sql">The statement.</param>
    public static OfflineEngineException Of(NpgsqlException failure, string sql)
    {
        var end = sql.IndexOf('\n');
        var statement = end < 0 ? sql : sql[..end] + " …";

        // The message alone: a detail quotes keys and rows. It goes without the inner exception, which has it.
        return failure is PostgresException refusal
            ? new($"PostgreSQL: {MessageOf(refusal)} (SQLSTATE {refusal.SqlState}) in: {statement}")
            : new($"PostgreSQL: {failure.Message} in: {statement}", failure);
    }

    // Messages about malformed text quote it.
    private static string MessageOf(PostgresException refusal)
    {
        var quote = refusal.SqlState.StartsWith("22", StringComparison.Ordinal) ? refusal.MessageText.IndexOf('"') : -1;
        return quote < 0 ? refusal.MessageText : refusal.MessageText[..quote] + "…";
    }
}
