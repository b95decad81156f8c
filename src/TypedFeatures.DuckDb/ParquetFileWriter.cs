using TypedFeatures.DuckDb.Native;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.DuckDb;

/// <summary>Collects rows in a temporary table, which goes to disk beyond the memory limit, and writes them as one file at the end.</summary>
internal sealed class ParquetFileWriter : ITableWriter
{
    private readonly DuckDbConnection connection;
    private readonly VectorRowWriter rows;
    private readonly string path;
    private readonly KeyValuePair<string, ScalarType>[] columns;
    private readonly string temporary;
    private bool completed;
    private bool disposed;

    private ParquetFileWriter(DuckDbConnection connection, VectorRowWriter rows, string path, KeyValuePair<string, ScalarType>[] columns)
    {
        this.columns = columns;
        this.connection = connection;
        this.rows = rows;
        this.path = path;
        temporary = $"{path}.{Guid.NewGuid():N}.tmp";
    }

    public RowWriter Rows => rows;

    public static ParquetFileWriter Open(
        DuckDbConnection connection, string path, IReadOnlyList<FieldSchema> columns, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            KeyValuePair<string, ScalarType>[] typed = [.. columns.Select(c => new KeyValuePair<string, ScalarType>(c.Name, c.Type))];
            connection.Execute(DuckDbStorage.CreateTable(DuckDbStorage.WriterTable, typed), cancellationToken);
            return new(connection, new(connection, DuckDbStorage.WriterTable, [.. columns.Select(c => c.Type.Kind)]), path, typed);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (completed)
        {
            throw new InvalidOperationException("The file is complete already.");
        }

        completed = true;
        await Task.Run(() => Complete(cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        if (!disposed)
        {
            disposed = true;
            rows.Dispose();
            connection.Dispose();
            File.Delete(temporary);
        }

        return ValueTask.CompletedTask;
    }

    private void Complete(CancellationToken cancellationToken)
    {
        rows.Complete();
        connection.Execute(DuckDbStorage.WriteFile(temporary, columns), cancellationToken);
        using (var stream = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite, FileShare.Read))
        {
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
