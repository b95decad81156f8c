using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.Tests.Store;

/// <summary>An offline engine whose history is a list in memory and whose results a test may bend.</summary>
internal sealed class ScriptedEngine : IOfflineEngine
{
    private const long DayMicroseconds = 24 * 3_600_000_000L;

    public string Name => "scripted";

    public List<Click> History { get; } = [];

    public List<EngineQuery> Queries { get; } = [];

    public List<List<object?[]>> Spines { get; } = [];

    public bool IsDisposed { get; private set; }

    public int OpenCursors { get; set; }

    /// <summary>Changes a result on its way out.</summary>
    public Func<List<object?[]>, List<object?[]>> Bend { get; set; } = rows => rows;

    /// <summary>Called before each row is read.</summary>
    public Action<int> OnRead { get; set; } = _ => { };

    public void Add(long userId, DateTime time, double amount, string? text = null) =>
        History.Add(new Click(userId, Instant.FromDateTime(time), amount, text));

    public async ValueTask<IngestReport> IngestAsync<T>(
        SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken = default)
        where T : class
    {
        var read = await rows.CountAsync(cancellationToken);
        return new IngestReport(read, read, 0, 0, 0, 0);
    }

    /// <summary>How far its source is known, whatever the source.</summary>
    public long? Watermark { get; set; }

    public ValueTask<long?> GetIngestWatermarkAsync(Plans.SourceSchema source, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Watermark);

    public ValueTask AdvanceIngestWatermarkAsync(Plans.SourceSchema source, long watermark, CancellationToken cancellationToken = default)
    {
        Watermark = Math.Max(Watermark ?? watermark, watermark);
        return ValueTask.CompletedTask;
    }

    public ValueTask<RowCursor> QueryAsync(EngineQuery query, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Queries.Add(query);
        var spine = RecordingWriter.Read(query.Spine);
        if (query.Spine is not null)
        {
            Spines.Add(spine);
        }

        List<object?[]> rows = query.Sql switch
        {
            "training" or "everything" => [.. spine.Select((row, i) => Training(i, (long)row[0]!, (long)row[1]!))],
            "snapshot" => [.. Users().Select(user => Snapshot(user, query.AsOf!.Value)).OfType<object?[]>()],
            "feed" => Feed(Users(), query.AsOf!.Value),
            "feed of keys" => Feed(spine.Select(row => (long)row[0]!), query.AsOf!.Value),
            _ => throw new OfflineEngineException(query.Sql),
        };
        OpenCursors++;
        return ValueTask.FromResult<RowCursor>(new ListCursor(this, Bend(rows)));
    }

    public ValueTask<ITableWriter> CreateParquetAsync(
        string path, IReadOnlyList<FieldSchema> columns, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The scripted engine writes no Parquet.");

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }

    private IEnumerable<long> Users() => History.Select(c => c.UserId).Distinct();

    private object?[] Training(int ordinal, long user, long asOf)
    {
        var value = Click.Evaluate(user, asOf, History.Where(c => c.UserId == user), out var found);
        return [(long)ordinal, user, asOf, value.Count, value.Spend, value.Text, found];
    }

    private object?[]? Snapshot(long user, long asOf)
    {
        var value = Click.Evaluate(user, asOf, History.Where(c => c.UserId == user), out var found);
        return found ? [user, value.Count, value.Spend, value.Text] : null;
    }

    /// <summary>Entity by entity; every click known by the watermark (a click is known when it happens) and still in the window, eight days to be generous.</summary>
    private List<object?[]> Feed(IEnumerable<long> users, long watermark) =>
    [
        .. from user in users
           from click in History
           where click.UserId == user && click.Time <= watermark && click.Time > watermark - (8 * DayMicroseconds)
           orderby user, click.Time
           select new object?[] { click.UserId, click.Time, click.Amount, click.Text },
    ];
}

internal sealed class ListCursor(ScriptedEngine engine, List<object?[]> rows) : RowCursor
{
    private int index = -1;
    private bool isDisposed;

    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        engine.OnRead(index + 1);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(++index < rows.Count);
    }

    public override bool IsNull(int column) => rows[index][column] is null;

    public override bool GetBoolean(int column) => (bool)rows[index][column]!;

    public override int GetInt32(int column) => (int)rows[index][column]!;

    public override long GetInt64(int column) => (long)rows[index][column]!;

    public override float GetSingle(int column) => (float)rows[index][column]!;

    public override double GetDouble(int column) => (double)rows[index][column]!;

    public override string GetString(int column) => (string)rows[index][column]!;

    public override float[] GetVector(int column) => (float[])rows[index][column]!;

    public override ValueTask DisposeAsync()
    {
        engine.OpenCursors -= isDisposed ? 0 : 1;
        isDisposed = true;
        return ValueTask.CompletedTask;
    }
}

/// <summary>Keeps rows as objects.</summary>
internal sealed class RecordingWriter : RowWriter
{
    private readonly List<object?[]> rows = [];
    private List<object?> row = [];

    public static List<object?[]> Read(SpineRows? spine)
    {
        var writer = new RecordingWriter();
        for (var i = 0; i < (spine?.Count ?? 0); i++)
        {
            spine!.Write(i, writer);
            writer.EndRow();
        }

        return writer.rows;
    }

    protected override void PutNull() => row.Add(null);

    protected override void PutBoolean(bool value) => row.Add(value);

    protected override void PutInt32(int value) => row.Add(value);

    protected override void PutInt64(long value) => row.Add(value);

    protected override void PutSingle(float value) => row.Add(value);

    protected override void PutDouble(double value) => row.Add(value);

    protected override void PutString(string value) => row.Add(value);

    protected override void PutVector(ReadOnlySpan<float> value) => row.Add(value.ToArray());

    protected override void PutInstant(long microseconds) => row.Add(microseconds);

    protected override void PutDate(int days) => row.Add(days);

    protected override void PutTimeSpan(long microseconds) => row.Add(microseconds);

    protected override void PutEndRow()
    {
        rows.Add([.. row]);
        row = [];
    }
}
