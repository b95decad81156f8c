using System.Runtime.InteropServices;

namespace TypedFeatures.DuckDb.Native;

/// <summary>A handle that is released once, also where nobody disposed it.</summary>
internal abstract class DuckDbHandle : SafeHandle
{
    protected DuckDbHandle(nint opened)
        : base(0, ownsHandle: true) => SetHandle(opened);

    public override bool IsInvalid => handle == 0;
}

/// <summary>A database. Connections keep what they need of it alive.</summary>
internal sealed class DatabaseHandle(nint opened) : DuckDbHandle(opened)
{
    protected override bool ReleaseHandle()
    {
        DuckDbApi.Close(ref handle);
        return true;
    }
}

/// <summary>A connection.</summary>
internal sealed class ConnectionHandle(nint opened) : DuckDbHandle(opened)
{
    protected override bool ReleaseHandle()
    {
        DuckDbApi.Disconnect(ref handle);
        return true;
    }
}

/// <summary>A prepared statement; failed ones hold the error and are released too.</summary>
internal sealed class PreparedHandle(nint opened) : DuckDbHandle(opened)
{
    protected override bool ReleaseHandle()
    {
        DuckDbApi.DestroyPrepare(ref handle);
        return true;
    }
}

/// <summary>An appender; destroying it writes nothing that was not flushed before it failed.</summary>
internal sealed class AppenderHandle(nint opened) : DuckDbHandle(opened)
{
    protected override bool ReleaseHandle()
    {
        _ = DuckDbApi.DestroyAppender(ref handle);
        return true;
    }
}

/// <summary>A chunk of rows in columns.</summary>
internal sealed class DataChunkHandle(nint opened) : DuckDbHandle(opened)
{
    protected override bool ReleaseHandle()
    {
        DuckDbApi.DestroyDataChunk(ref handle);
        return true;
    }
}

/// <summary>The memory of a result, which C expects the caller to own.</summary>
internal sealed unsafe class ResultHandle() : DuckDbHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(DuckDbResultValue)))
{
    public DuckDbResultValue Value => *(DuckDbResultValue*)handle;

    protected override bool ReleaseHandle()
    {
        DuckDbApi.DestroyResult(handle);
        NativeMemory.Free((void*)handle);
        return true;
    }
}
