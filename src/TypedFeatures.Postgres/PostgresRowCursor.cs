using Npgsql;
using TypedFeatures.Offline;

namespace TypedFeatures.Postgres;

/// <summary>Reads the rows of a query; its session ends with it.</summary>
internal sealed class PostgresRowCursor : RowCursor
{
    private static readonly long EpochTicks = DateTime.UnixEpoch.Ticks;
    private static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private readonly PostgresSession session;
    private readonly NpgsqlCommand command;
    private readonly NpgsqlDataReader reader;
    private readonly CancellationToken queryToken;
    private readonly CancellationTokenRegistration registration;
    private readonly uint[] types;
    private bool isAtEnd;
    private bool isDisposed;

    private PostgresRowCursor(PostgresSession session, NpgsqlCommand command, NpgsqlDataReader reader, CancellationToken queryToken)
    {
        this.session = session;
        this.command = command;
        this.reader = reader;
        this.queryToken = queryToken;
        types = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetDataTypeOID)];
        registration = queryToken.UnsafeRegister(static c => ((NpgsqlCommand)c!).Cancel(), command);
    }

    /// <summary>Runs a command; the cursor takes the session and the command with it, also where it fails.</summary>
    public static async Task<PostgresRowCursor> RunAsync(PostgresSession session, NpgsqlCommand command, CancellationToken cancellationToken)
    {
        try
        {
            var reader = await PostgresSession.GuardAsync(command.CommandText, () => command.ExecuteReaderAsync(cancellationToken)).ConfigureAwait(false);
            return new(session, command, reader, cancellationToken);
        }
        catch
        {
            await command.DisposeAsync().ConfigureAwait(false);
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        queryToken.ThrowIfCancellationRequested();
        try
        {
            var hasRow = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            isAtEnd = !hasRow;
            return hasRow;
        }
        catch (NpgsqlException failure)
        {
            isAtEnd = true;
            cancellationToken.ThrowIfCancellationRequested();
            queryToken.ThrowIfCancellationRequested();
            throw PostgresErrors.Of(failure, command.CommandText);
        }
    }

    public override bool IsNull(int column) => reader.IsDBNull(column);

    public override bool GetBoolean(int column) => types[column] == Oid.Boolean ? reader.GetBoolean(column) : throw Misfit(column, "is no truth value");

    public override int GetInt32(int column)
    {
        if (types[column] == Oid.Date)
        {
            return reader.GetFieldValue<DateOnly>(column).DayNumber - EpochDay;
        }

        var value = GetInt64(column);
        return value == (int)value ? (int)value : throw Misfit(column, "holds a value outside 32 bits");
    }

    public override long GetInt64(int column) => types[column] switch
    {
        Oid.Int64 => reader.GetInt64(column),
        Oid.Int32 => reader.GetInt32(column),
        Oid.Timestamp => (reader.GetDateTime(column).Ticks - EpochTicks) / TimeSpan.TicksPerMicrosecond,
        _ => throw Misfit(column, "is not an integer"),
    };

    public override float GetSingle(int column) => types[column] == Oid.Single ? reader.GetFloat(column) : (float)GetDouble(column);

    public override double GetDouble(int column) => types[column] switch
    {
        Oid.Double => reader.GetDouble(column),
        Oid.Single => reader.GetFloat(column),
        Oid.Int64 or Oid.Int32 => GetInt64(column),
        _ => throw Misfit(column, "is not a number"),
    };

    public override string GetString(int column) => types[column] == Oid.Text ? reader.GetString(column) : throw Misfit(column, "is not text");

    public override float[] GetVector(int column) => types[column] switch
    {
        Oid.Singles => reader.GetFieldValue<float[]>(column),
        Oid.Doubles => Array.ConvertAll(reader.GetFieldValue<double[]>(column), d => (float)d),
        _ => throw Misfit(column, "is no vector"),
    };

    public override async ValueTask DisposeAsync()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        await registration.DisposeAsync().ConfigureAwait(false);
        try
        {
            if (!isAtEnd)
            {
                // Closing a reader reads to the end of its rows: the server is told to stop first.
                command.Cancel();
            }

            await reader.DisposeAsync().ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            // The answer to the cancellation.
        }
        finally
        {
            await command.DisposeAsync().ConfigureAwait(false);
            await session.DisposeAsync().ConfigureAwait(false);
        }
    }

    private OfflineEngineException Misfit(int column, string what) =>
        new($"Column '{reader.GetName(column)}' {what}: the server calls its type {reader.GetDataTypeName(column)}.");

    /// <summary>The numbers of the server's built-in types.</summary>
    private static class Oid
    {
        public const uint Boolean = 16;
        public const uint Int64 = 20;
        public const uint Int32 = 23;
        public const uint Text = 25;
        public const uint Single = 700;
        public const uint Double = 701;
        public const uint Singles = 1021;
        public const uint Doubles = 1022;
        public const uint Date = 1082;
        public const uint Timestamp = 1114;
    }
}
