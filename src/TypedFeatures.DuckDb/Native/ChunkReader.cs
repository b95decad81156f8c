using TypedFeatures.Offline;

namespace TypedFeatures.DuckDb.Native;

/// <summary>Walks the chunks of a result. A chunk's vectors are valid until the next one is fetched.</summary>
internal sealed unsafe class ChunkReader : IDisposable
{
    private readonly ResultHandle result;
    private readonly string sql;
    private readonly DuckDbType[] types;
    private readonly byte*[] data;
    private readonly ulong*[] validity;
    private readonly nint[] vectors;
    private readonly DuckDbType[] elements;
    private DataChunkHandle? chunk;

    public ChunkReader(ResultHandle result, string sql)
    {
        this.result = result;
        this.sql = sql;
        var count = (int)DuckDbApi.ColumnCount(result);
        types = new DuckDbType[count];
        data = new byte*[count];
        validity = new ulong*[count];
        vectors = new nint[count];
        elements = new DuckDbType[count];
        for (var i = 0; i < count; i++)
        {
            types[i] = DuckDbApi.ColumnType(result, (ulong)i);
        }
    }

    public int ColumnCount => types.Length;

    /// <summary>How many rows the chunk at hand has.</summary>
    public int RowCount { get; private set; }

    public DuckDbType TypeOf(int column) => types[column];

    public string NameOf(int column) => DuckDbErrors.Text(DuckDbApi.ColumnName(result, (ulong)column));

    public byte* DataOf(int column) => data[column];

    /// <summary>The vector of a column of the chunk at hand.</summary>
    public nint VectorOf(int column) => vectors[column];

    public bool IsNull(int column, int row)
    {
        var mask = validity[column];
        return mask != null && (mask[row >> 6] & (1UL << (row & 63))) == 0;
    }

    /// <summary>What the lists of a column of the chunk at hand hold.</summary>
    public DuckDbType ElementOf(int column)
    {
        if (elements[column] == default)
        {
            var type = DuckDbApi.GetVectorType(DuckDbApi.GetListChild(vectors[column]));
            elements[column] = DuckDbApi.GetTypeId(type);
            DuckDbApi.DestroyLogicalType(ref type);
        }

        return elements[column];
    }

    /// <summary>Fetches the next chunk that has rows.</summary>
    /// <returns>False after the last.</returns>
    public bool Fetch()
    {
        do
        {
            chunk?.Dispose();
            chunk = null;
            RowCount = 0;
            var fetched = DuckDbApi.FetchChunk(result.Value);
            if (fetched == 0)
            {
                ThrowIfFailed();
                return false;
            }

            chunk = new DataChunkHandle(fetched);
            RowCount = (int)DuckDbApi.GetChunkSize(chunk);
        }
        while (RowCount == 0);

        for (var i = 0; i < types.Length; i++)
        {
            var vector = DuckDbApi.GetVector(chunk, (ulong)i);
            vectors[i] = vector;
            data[i] = DuckDbApi.GetVectorData(vector);
            validity[i] = DuckDbApi.GetVectorValidity(vector);
        }

        return true;
    }

    /// <summary>An error of the statement this reads, with its first line.</summary>
    public OfflineEngineException Error(string words) => DuckDbErrors.Create(words, sql);

    public void Dispose()
    {
        chunk?.Dispose();
        result.Dispose();
    }

    // The end and an error both come as "no chunk".
    private void ThrowIfFailed()
    {
        var words = DuckDbApi.ResultError(result);
        if (words != null && *words != 0)
        {
            throw DuckDbErrors.Create(words, sql);
        }
    }
}
