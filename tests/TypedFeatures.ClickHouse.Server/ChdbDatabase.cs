using System.Runtime.InteropServices;
using System.Text;

namespace TypedFeatures.ClickHouse.Server;

/// <summary>The database of this process, in a folder. It lives as long as a connection to it does, hence the one kept here.</summary>
internal sealed class ChdbDatabase(string folder) : IDisposable
{
    private readonly ChdbConnection keeper = new(folder);

    public ChdbConnection Connect() => new(folder);

    public void Dispose() => keeper.Dispose();
}

/// <summary>A connection: settings, parameters and temporary tables are its own.</summary>
internal sealed unsafe class ChdbConnection : IDisposable
{
    private nint* handle;

    public ChdbConnection(string folder)
    {
        var program = Marshal.StringToCoTaskMemUTF8("clickhouse");
        var path = Marshal.StringToCoTaskMemUTF8("--path=" + folder);
        try
        {
            var arguments = stackalloc byte*[] { (byte*)program, (byte*)path };
            handle = ChdbLibrary.Connect(2, arguments);
        }
        finally
        {
            Marshal.FreeCoTaskMem(program);
            Marshal.FreeCoTaskMem(path);
        }

        if (handle is null)
        {
            throw new InvalidOperationException($"chDB does not open '{folder}'.");
        }
    }

    /// <summary>Runs a statement.</summary>
    /// <exception cref="ChdbException">It failed.</exception>
    public byte[] Query(ReadOnlySpan<byte> sql, string format)
    {
        var formatName = Encoding.UTF8.GetBytes(format);
        nint result;
        fixed (byte* query = sql)
        fixed (byte* name = formatName)
        {
            result = ChdbLibrary.Query(*handle, query, (nuint)sql.Length, name, (nuint)formatName.Length);
        }

        try
        {
            return ChdbLibrary.Error(result) is var error && error is not null
                ? throw new ChdbException(Marshal.PtrToStringUTF8((nint)error)!)
                : new ReadOnlySpan<byte>(ChdbLibrary.Buffer(result), checked((int)ChdbLibrary.Length(result))).ToArray();
        }
        finally
        {
            ChdbLibrary.Destroy(result);
        }
    }

    public byte[] Query(string sql) => Query(Encoding.UTF8.GetBytes(sql), "TSV");

    public void Dispose()
    {
        if (handle is not null)
        {
            ChdbLibrary.Close(handle);
            handle = null;
        }
    }
}

/// <summary>The engine refused or failed a statement.</summary>
internal sealed class ChdbException(string message) : Exception(message);
