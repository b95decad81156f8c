using System.Diagnostics.CodeAnalysis;
using Npgsql;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Postgres.Copy;
using TypedFeatures.Sources;

namespace TypedFeatures.Postgres;

/// <summary>One connection of the pool while it does one piece of work; failures leave it as <see cref="OfflineEngineException"/>.</summary>
internal sealed class PostgresSession : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private NpgsqlTransaction? transaction;

    private PostgresSession(NpgsqlConnection connection) => this.connection = connection;

    /// <summary>Takes a connection.</summary>
    public static async ValueTask<PostgresSession> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        try
        {
            return new(await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (NpgsqlException failure)
        {
            throw PostgresErrors.Of(failure, "(connecting)");
        }
    }

    /// <summary>Begins a transaction; without <see cref="CommitAsync"/> it comes to nothing.</summary>
    public async ValueTask BeginAsync(CancellationToken cancellationToken) =>
        transaction = await GuardAsync("BEGIN", async () => await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>Makes the transaction's work visible.</summary>
    public ValueTask CommitAsync(CancellationToken cancellationToken) => new(GuardAsync("COMMIT", async () =>
    {
        await transaction!.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }));

    /// <summary>Waits for a lock of the transaction.</summary>
    public ValueTask<int> LockAsync(string name, CancellationToken cancellationToken) => ExecuteAsync(PostgresStorage.Lock, cancellationToken, name);

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public async ValueTask<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params string[] parameters)
    {
        await using var command = Command(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = parameter });
        }

        return await GuardAsync(sql, () => command.ExecuteNonQueryAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Runs statements without parameters, one after another, in one round trip.</summary>
    public async ValueTask ExecuteAsync(IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(new(statement));
        }

        await GuardAsync(statements[0], () => batch.ExecuteNonQueryAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Runs a query of a few rows, in which <paramref name="read"/> looks at each.</summary>
    public async ValueTask<List<T>> QueryAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params string[] parameters)
    {
        await using var command = Command(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = parameter });
        }

        return await GuardAsync(sql, async () =>
        {
            var rows = new List<T>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(read(reader));
            }

            return rows;
        }).ConfigureAwait(false);
    }

    /// <summary>A command of this connection.</summary>
    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "Statements come from the plans, values go as parameters.")]
    public NpgsqlCommand Command(string sql) => new(sql, connection) { CommandTimeout = 0 };

    /// <summary>Begins to copy rows in binary form.</summary>
    public ValueTask<CopyStream> CopyAsync(string sql, CancellationToken cancellationToken) => new(GuardAsync(sql, async () =>
        new CopyStream(await connection.BeginRawBinaryCopyAsync(sql, cancellationToken).ConfigureAwait(false), sql)));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync().ConfigureAwait(false);
            }
        }
        catch (NpgsqlException)
        {
            // The connection is broken, so the server has rolled back by itself.
        }
        finally
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Runs a piece of work and puts its failure into the engine's words.</summary>
    public static async Task<T> GuardAsync<T>(string sql, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (NpgsqlException failure)
        {
            throw PostgresErrors.Of(failure, sql);
        }
    }
}
