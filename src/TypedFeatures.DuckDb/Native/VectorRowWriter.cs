using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.DuckDb.Native;

/// <summary>Appends rows to a table: values go straight into column vectors, which DuckDB takes over a chunk at a time.</summary>
internal unsafe class VectorRowWriter : RowWriter, IDisposable
{
    private readonly TableAppender appender;
    private readonly DataChunkHandle chunk;
    private readonly VectorTexts texts = new();
    private readonly Target[] targets;
    private readonly int leading;
    private readonly int capacity;
    private int row;
    private int written;

    /// <param name="connection">The connection whose temporary table takes the rows.</param>
    /// <param name="table">The table.</param>
    /// <param name="kinds">The kinds of its columns.</param>
    /// <param name="leading">How many columns at the front are written by <see cref="PutLeading"/> instead of by the writer's user; 0 or 1.</param>
    public VectorRowWriter(DuckDbConnection connection, string table, IReadOnlyList<ScalarKind> kinds, int leading = 0)
    {
        this.leading = leading;
        appender = new(connection, table);
        capacity = (int)DuckDbApi.VectorSize();
        chunk = NewChunk(kinds);
        targets = new Target[kinds.Count];
        for (var i = 0; i < targets.Length; i++)
        {
            var vector = DuckDbApi.GetVector(chunk, (ulong)i);
            DuckDbApi.EnsureValidityWritable(vector);
            targets[i] = new(vector, DuckDbApi.GetVectorData(vector), DuckDbApi.GetVectorValidity(vector), PhysicalOf(kinds[i]));
        }

        BeginChunk();
    }

    /// <summary>How many rows were ended.</summary>
    public long Count { get; private set; }

    /// <summary>Writes the column before those of the writer's user, first in each row.</summary>
    public void PutLeading(long value) => ((long*)targets[0].Data)[row] = value;

    /// <summary>Hands the last rows over and ends appending.</summary>
    public void Complete()
    {
        Flush();
        appender.Close();
    }

    public void Dispose()
    {
        chunk.Dispose();
        appender.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void PutNull()
    {
        ref var target = ref Next();
        target.Validity[row >> 6] &= ~(1UL << (row & 63));
        if (target.Physical == Physical.Vector)
        {
            // Where an earlier chunk's list lay is no place in this one.
            ((ulong*)target.Data)[2 * row] = 0;
            ((ulong*)target.Data)[(2 * row) + 1] = 0;
        }
    }

    protected override void PutBoolean(bool value) => Next(Physical.Boolean)[row] = value ? (byte)1 : (byte)0;

    protected override void PutInt32(int value) => ((int*)Next(Physical.Int32))[row] = value;

    protected override void PutInt64(long value) => ((long*)Next(Physical.Int64))[row] = value;

    protected override void PutSingle(float value) => ((float*)Next(Physical.Single))[row] = value;

    protected override void PutDouble(double value) => ((double*)Next(Physical.Double))[row] = value;

    protected override void PutString(string value) => texts.Write(value, (DuckDbString*)Next(Physical.Text) + row);

    protected override void PutVector(ReadOnlySpan<float> value)
    {
        var entry = (ulong*)Next(Physical.Vector) + (2 * row);
        ref var target = ref targets[Column + leading];
        var start = target.Used;
        target.Used += (ulong)value.Length;
        if (target.Used > target.Capacity)
        {
            target.Capacity = Math.Max(target.Used, 2 * target.Capacity);
            if (DuckDbApi.ReserveList(target.Vector, target.Capacity) != DuckDbState.Success)
            {
                throw new OutOfMemoryException("DuckDB could not make room for vectors.");
            }
        }

        // Reserving may move the child's data.
        value.CopyTo(new Span<float>((float*)DuckDbApi.GetVectorData(DuckDbApi.GetListChild(target.Vector)) + start, value.Length));
        entry[0] = start;
        entry[1] = (ulong)value.Length;
    }

    protected override void PutInstant(long microseconds) => PutInt64(microseconds);

    protected override void PutDate(int days) => PutInt32(days);

    protected override void PutTimeSpan(long microseconds) => PutInt64(microseconds);

    protected override void PutEndRow()
    {
        if (written != targets.Length - leading)
        {
            throw new InvalidOperationException($"A row has {targets.Length - leading} values; {written} were written.");
        }

        written = 0;
        Count++;
        if (++row == capacity)
        {
            Flush();
        }
    }

    private static Physical PhysicalOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => Physical.Boolean,
        ScalarKind.Int32 or ScalarKind.Date => Physical.Int32,
        ScalarKind.Int64 or ScalarKind.DateTime or ScalarKind.TimeSpan or ScalarKind.Decimal => Physical.Int64,
        ScalarKind.Single => Physical.Single,
        ScalarKind.Double => Physical.Double,
        ScalarKind.Vector => Physical.Vector,
        _ => Physical.Text,
    };

    private static DuckDbType TypeOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Date => DuckDbType.Date,
        ScalarKind.DateTime => DuckDbType.Timestamp,
        _ => PhysicalOf(kind) switch
        {
            Physical.Boolean => DuckDbType.Boolean,
            Physical.Int32 => DuckDbType.Integer,
            Physical.Int64 => DuckDbType.BigInt,
            Physical.Single => DuckDbType.Float,
            Physical.Double => DuckDbType.Double,
            _ => DuckDbType.Varchar,
        },
    };

    private static DataChunkHandle NewChunk(IReadOnlyList<ScalarKind> kinds)
    {
        var types = stackalloc nint[kinds.Count];
        for (var i = 0; i < kinds.Count; i++)
        {
            types[i] = kinds[i] == ScalarKind.Vector ? ListOfFloats() : DuckDbApi.CreateLogicalType(TypeOf(kinds[i]));
        }

        var made = new DataChunkHandle(DuckDbApi.CreateDataChunk(types, (ulong)kinds.Count));
        for (var i = 0; i < kinds.Count; i++)
        {
            DuckDbApi.DestroyLogicalType(ref types[i]);
        }

        return made;
    }

    private static nint ListOfFloats()
    {
        var element = DuckDbApi.CreateLogicalType(DuckDbType.Float);
        var list = DuckDbApi.CreateListType(element);
        DuckDbApi.DestroyLogicalType(ref element);
        return list;
    }

    private void Flush()
    {
        if (row == 0)
        {
            return;
        }

        foreach (var target in targets)
        {
            if (target.Physical == Physical.Vector)
            {
                DuckDbApi.SetListSize(target.Vector, target.Used);
            }
        }

        DuckDbApi.SetChunkSize(chunk, (ulong)row);
        appender.Append(chunk);
        BeginChunk();
    }

    // Values that are null keep what an earlier chunk left there, which nobody reads.
    private void BeginChunk()
    {
        row = 0;
        texts.Clear();
        foreach (ref var target in targets.AsSpan())
        {
            target.Used = 0;
            new Span<ulong>(target.Validity, capacity / 64).Fill(ulong.MaxValue);
        }
    }

    // The nulls of a row that was begun and abandoned must not shine through the one that takes its place.
    private void ForgetAbandonedRow()
    {
        foreach (var target in targets)
        {
            target.Validity[row >> 6] |= 1UL << (row & 63);
        }
    }

    private ref Target Next()
    {
        if (Column == 0 && written != 0)
        {
            ForgetAbandonedRow();
        }

        written = Column + 1;
        if (written > targets.Length - leading)
        {
            throw new InvalidOperationException($"A row has {targets.Length - leading} values; more were written.");
        }

        return ref targets[Column + leading];
    }

    private byte* Next(Physical physical)
    {
        ref var target = ref Next();
        return target.Physical == physical
            ? target.Data
            : throw new InvalidOperationException($"Column {Column} takes {target.Physical}; {physical} was written.");
    }

    private enum Physical
    {
        Boolean,
        Int32,
        Int64,
        Single,
        Double,
        Text,
        Vector,
    }

    private struct Target(nint vector, byte* data, ulong* validity, Physical physical)
    {
        /// <summary>Of vectors, how many numbers the child vector holds and has room for.</summary>
        public ulong Used;
        public ulong Capacity;
        public readonly nint Vector = vector;
        public readonly byte* Data = data;
        public readonly ulong* Validity = validity;
        public readonly Physical Physical = physical;
    }
}
