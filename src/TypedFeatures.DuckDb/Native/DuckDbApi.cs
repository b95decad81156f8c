using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace TypedFeatures.DuckDb.Native;

/// <summary>What a call says: 0 for success, 1 for an error.</summary>
internal enum DuckDbState
{
    Success = 0,
    Error = 1,
}

/// <summary>The column types that this engine writes or reads; the numbers are DuckDB's.</summary>
internal enum DuckDbType
{
    Boolean = 1,
    TinyInt = 2,
    SmallInt = 3,
    Integer = 4,
    BigInt = 5,
    UTinyInt = 6,
    USmallInt = 7,
    UInteger = 8,
    UBigInt = 9,
    Float = 10,
    Double = 11,
    Timestamp = 12,
    Date = 13,
    HugeInt = 16,
    Varchar = 17,
    List = 24,
    TimestampTz = 31,
}

/// <summary>A result as C declares it; only <see cref="Internal"/> has meaning since the other fields were deprecated.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DuckDbResultValue
{
    public ulong DeprecatedColumnCount;
    public ulong DeprecatedRowCount;
    public ulong DeprecatedRowsChanged;
    public nint DeprecatedColumns;
    public nint DeprecatedErrorMessage;
    public nint Internal;
}

/// <summary>The functions of DuckDB's C API that this engine uses (duckdb.h, 1.5).</summary>
internal static unsafe partial class DuckDbApi
{
    internal const string LibraryName = "duckdb";

    [LibraryImport(LibraryName, EntryPoint = "duckdb_create_config")]
    internal static partial DuckDbState CreateConfig(out nint config);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_set_config", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial DuckDbState SetConfig(nint config, string name, string option);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_destroy_config")]
    internal static partial void DestroyConfig(ref nint config);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_open_ext", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial DuckDbState Open(string path, out nint database, nint config, out nint error);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_close")]
    internal static partial void Close(ref nint database);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_free")]
    internal static partial void Free(nint memory);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_connect")]
    internal static partial DuckDbState Connect(DatabaseHandle database, out nint connection);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_disconnect")]
    internal static partial void Disconnect(ref nint connection);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_interrupt")]
    internal static partial void Interrupt(ConnectionHandle connection);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_query", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial DuckDbState Query(ConnectionHandle connection, string sql, ResultHandle result);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_destroy_result")]
    internal static partial void DestroyResult(nint result);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_result_error")]
    internal static partial byte* ResultError(ResultHandle result);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_column_count")]
    internal static partial ulong ColumnCount(ResultHandle result);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_column_name")]
    internal static partial byte* ColumnName(ResultHandle result, ulong column);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_column_type")]
    internal static partial DuckDbType ColumnType(ResultHandle result, ulong column);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_fetch_chunk")]
    internal static partial nint FetchChunk(DuckDbResultValue result);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_prepare", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial DuckDbState Prepare(ConnectionHandle connection, string sql, out nint statement);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_prepare_error")]
    internal static partial byte* PrepareError(PreparedHandle statement);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_destroy_prepare")]
    internal static partial void DestroyPrepare(ref nint statement);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_bind_parameter_index", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial DuckDbState BindParameterIndex(PreparedHandle statement, out ulong index, string name);

    /// <summary>The C type is a struct of one 64-bit integer, which every 64-bit calling convention passes as that integer.</summary>
    [LibraryImport(LibraryName, EntryPoint = "duckdb_bind_timestamp")]
    internal static partial DuckDbState BindTimestamp(PreparedHandle statement, ulong index, long microseconds);

    /// <summary>Marked for removal in the header since 1.0, but present in 1.5 and in the development branch after it; nothing else streams.</summary>
    [LibraryImport(LibraryName, EntryPoint = "duckdb_execute_prepared_streaming")]
    internal static partial DuckDbState ExecuteStreaming(PreparedHandle statement, ResultHandle result);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_create_logical_type")]
    internal static partial nint CreateLogicalType(DuckDbType type);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_create_list_type")]
    internal static partial nint CreateListType(nint element);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_destroy_logical_type")]
    internal static partial void DestroyLogicalType(ref nint type);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_vector_size")]
    internal static partial ulong VectorSize();

    [LibraryImport(LibraryName, EntryPoint = "duckdb_create_data_chunk")]
    internal static partial nint CreateDataChunk(nint* types, ulong columnCount);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_destroy_data_chunk")]
    internal static partial void DestroyDataChunk(ref nint chunk);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_data_chunk_get_size")]
    internal static partial ulong GetChunkSize(DataChunkHandle chunk);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_data_chunk_set_size")]
    internal static partial void SetChunkSize(DataChunkHandle chunk, ulong size);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_data_chunk_get_vector")]
    internal static partial nint GetVector(DataChunkHandle chunk, ulong column);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_vector_get_data")]
    internal static partial byte* GetVectorData(nint vector);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_vector_get_validity")]
    internal static partial ulong* GetVectorValidity(nint vector);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_vector_ensure_validity_writable")]
    internal static partial void EnsureValidityWritable(nint vector);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_list_vector_get_child")]
    internal static partial nint GetListChild(nint vector);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_list_vector_reserve")]
    internal static partial DuckDbState ReserveList(nint vector, ulong capacity);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_list_vector_set_size")]
    internal static partial DuckDbState SetListSize(nint vector, ulong size);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_vector_get_column_type")]
    internal static partial nint GetVectorType(nint vector);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_get_type_id")]
    internal static partial DuckDbType GetTypeId(nint type);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_appender_create_ext", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial DuckDbState CreateAppender(
        ConnectionHandle connection, string catalog, string schema, string table, out nint appender);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_append_data_chunk")]
    internal static partial DuckDbState AppendDataChunk(AppenderHandle appender, DataChunkHandle chunk);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_appender_close")]
    internal static partial DuckDbState CloseAppender(AppenderHandle appender);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_appender_error")]
    internal static partial byte* AppenderError(AppenderHandle appender);

    [LibraryImport(LibraryName, EntryPoint = "duckdb_appender_destroy")]
    internal static partial DuckDbState DestroyAppender(ref nint appender);
}
