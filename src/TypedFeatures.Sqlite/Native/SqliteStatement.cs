using System.Buffers;
using System.Text;

namespace TypedFeatures.Sqlite.Native;

/// <summary>A prepared statement. Columns count from 0, parameters from 1.</summary>
internal sealed unsafe class SqliteStatement : IDisposable
{
    private const int StackBytes = 512;

    private readonly SqliteDatabase database;
    private readonly string sql;
    private nint handle;

    internal SqliteStatement(SqliteDatabase database, string sql)
    {
        this.database = database;
        this.sql = sql;
        var bytes = Encoding.UTF8.GetBytes(sql);
        fixed (byte* start = bytes)
        {
            var result = Sqlite3.Prepare(database.Handle, start, bytes.Length, 0, out handle, out _);
            if (result != Sqlite3.Ok)
            {
                throw database.Failure(result, sql);
            }
        }
    }

    /// <summary>The number of columns of the result.</summary>
    public int ColumnCount => Sqlite3.ColumnCount(handle);

    /// <summary>The name of a column, for messages.</summary>
    public string NameOf(int column) => SqliteDatabase.ToText(Sqlite3.ColumnName(handle, column));

    /// <summary>Moves to the next row.</summary>
    /// <returns>False at the end; the statement is then ready to run again, its parameters kept.</returns>
    public bool Step()
    {
        var result = Sqlite3.Step(handle);
        if (result == Sqlite3.Row)
        {
            return true;
        }

        if (result == Sqlite3.Done)
        {
            _ = Sqlite3.Reset(handle);
            return false;
        }

        // The message belongs to the last call: make the exception before resetting.
        var failure = database.Failure(result, sql);
        _ = Sqlite3.Reset(handle);
        throw failure;
    }

    /// <summary>Makes the statement ready to run again before its end.</summary>
    public void Reset() => _ = Sqlite3.Reset(handle);

    /// <summary>The number of a parameter by name, or 0.</summary>
    public int ParameterIndex(string name) => Sqlite3.ParameterIndex(handle, name);

    /// <summary>Binds null.</summary>
    public void BindNull(int index) => Check(Sqlite3.BindNull(handle, index));

    /// <summary>Binds an integer.</summary>
    public void Bind(int index, long value) => Check(Sqlite3.BindInt64(handle, index, value));

    /// <summary>Binds a double.</summary>
    public void Bind(int index, double value) => Check(Sqlite3.BindDouble(handle, index, value));

    /// <summary>Binds text.</summary>
    public void Bind(int index, string value)
    {
        var size = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (size <= StackBytes)
        {
            Span<byte> bytes = stackalloc byte[StackBytes];
            BindText(index, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
            return;
        }

        var rented = ArrayPool<byte>.Shared.Rent(size);
        BindText(index, rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented)));
        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>Binds UTF-8 text.</summary>
    public void BindText(int index, ReadOnlySpan<byte> value)
    {
        // A null pointer would bind null, and an empty span has one.
        var empty = default(byte);
        fixed (byte* start = value)
        {
            Check(Sqlite3.BindText(handle, index, start is null ? &empty : start, value.Length, Sqlite3.Transient));
        }
    }

    /// <summary>Binds bytes.</summary>
    public void BindBlob(int index, ReadOnlySpan<byte> value)
    {
        var empty = default(byte);
        fixed (byte* start = value)
        {
            Check(Sqlite3.BindBlob(handle, index, start is null ? &empty : start, value.Length, Sqlite3.Transient));
        }
    }

    /// <summary>The type of a value of the row at hand.</summary>
    public int TypeOf(int column) => Sqlite3.ColumnType(handle, column);

    /// <summary>An integer of the row at hand.</summary>
    public long GetInt64(int column) => Sqlite3.ColumnInt64(handle, column);

    /// <summary>A double of the row at hand.</summary>
    public double GetDouble(int column) => Sqlite3.ColumnDouble(handle, column);

    /// <summary>UTF-8 text of the row at hand, good until the next step.</summary>
    public ReadOnlySpan<byte> GetText(int column)
    {
        var start = Sqlite3.ColumnText(handle, column);
        return new(start, Sqlite3.ColumnBytes(handle, column));
    }

    /// <summary>Bytes of the row at hand, good until the next step.</summary>
    public ReadOnlySpan<byte> GetBlob(int column)
    {
        var start = Sqlite3.ColumnBlob(handle, column);
        return new(start, Sqlite3.ColumnBytes(handle, column));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (handle != 0)
        {
            _ = Sqlite3.Finalize(handle);
            handle = 0;
        }
    }

    private void Check(int result)
    {
        if (result != Sqlite3.Ok)
        {
            throw database.Failure(result, sql);
        }
    }
}
