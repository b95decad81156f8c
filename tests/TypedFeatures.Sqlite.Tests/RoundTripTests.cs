using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Sqlite.Tests;

/// <summary>Every type comes back from the file as it went in.</summary>
public sealed class RoundTripTests : IDisposable
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task EveryType_ItsExtremes_AndItsNull()
    {
        Everything[] rows =
        [
            new(1, true, int.MaxValue, long.MaxValue, float.MaxValue, double.MaxValue, "", Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), Instant.ToDateTime(Instant.Max), new(2299, 12, 31), TimeSpan.FromMicroseconds(1), Status.Archived),
            new(2, false, int.MinValue, long.MinValue, float.MinValue, double.MinValue, "a😀\u0301€\"'\n\t\u0001\uFFFF", Guid.Empty, Instant.ToDateTime(Instant.Min), new(1900, 1, 1), TimeSpan.FromMicroseconds(-1), Status.Pending),
            new(3, false, 0, 0, float.Epsilon, double.Epsilon, new string('é', 5000), Guid.Parse("FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"), DateTime.UnixEpoch, new(1970, 1, 1), TimeSpan.Zero, Status.Completed),
            new(4, true, -1, (1L << 53) + 1, 0.1f, 0.1, "0012", Guid.Empty, Start.AddTicks(10), new(2024, 2, 29), Instant.ToTimeSpan(Instant.FromTimeSpan(TimeSpan.MaxValue)), Status.Pending),
            new(5, null, null, null, null, null, null, null, null, null, null, null),
            new(6, true, 1, 1, 3f, 3d, "1e5", Guid.Empty, DateTime.UnixEpoch.AddTicks(-10), new(1969, 12, 31), TimeSpan.FromDays(-1), Status.Pending),
        ];
        await using var engine = SqliteOfflineEngine.Open(folder.File());
        (await engine.IngestAsync(EverythingSource.Instance, rows)).Added.ShouldBe(6);
        (await ReadAsync(engine)).ShouldBe(rows);
    }

    [Fact]
    public async Task Instants_AreFlooredToTheMicrosecond_AndMinusZeroIsZero()
    {
        await using var engine = SqliteOfflineEngine.Open(folder.File());
        var row = new Everything(1, true, 1, 1, -0f, -0d, "x", Guid.Empty, DateTime.UnixEpoch.AddTicks(-1), new(1970, 1, 1), TimeSpan.FromTicks(-1), Status.Pending);
        await engine.IngestAsync(EverythingSource.Instance, row);
        var read = (await ReadAsync(engine)).ShouldHaveSingleItem();
        read.At.ShouldBe(DateTime.UnixEpoch.AddTicks(-10));
        read.Length.ShouldBe(TimeSpan.FromTicks(-10));
        double.IsNegative(read.Double!.Value).ShouldBeFalse();
        float.IsNegative(read.Single!.Value).ShouldBeFalse();
    }

    [Fact]
    public async Task Columns_HaveTheAffinitiesThatPlansRelyOn()
    {
        await using var engine = SqliteOfflineEngine.Open(folder.File());
        await engine.IngestAsync(EverythingSource.Instance, new Everything(1, true, 1, 1, 1f, 1d, "1", Guid.Empty, Start, new(1970, 1, 2), TimeSpan.FromSeconds(1), Status.Pending));
        (await engine.TextsAsync(
            "SELECT typeof(boolean), typeof(int32), typeof(int64), typeof(single), typeof(double), typeof(string), typeof(guid), typeof(at), typeof(date), typeof(length), typeof(status), date, length, boolean FROM everything",
            "sssssssssssiii",
            EverythingSource.Instance.Schema)).ShouldBe(["integer|integer|integer|real|real|text|text|integer|integer|integer|text|1|1000000|1"]);
    }

    private static async Task<List<Everything>> ReadAsync(SqliteOfflineEngine engine)
    {
        await using var cursor = await engine.QueryAsync(new("SELECT * FROM everything ORDER BY event_id", [EverythingSource.Instance.Schema]));
        var rows = new List<Everything>();
        while (await cursor.ReadAsync())
        {
            cursor.GetDateTime(12).ShouldBe(Start);
            rows.Add(new(
                cursor.GetInt64(0),
                Null(1) ? null : cursor.GetBoolean(1),
                Null(2) ? null : cursor.GetInt32(2),
                Null(3) ? null : cursor.GetInt64(3),
                Null(4) ? null : cursor.GetSingle(4),
                Null(5) ? null : cursor.GetDouble(5),
                Null(6) ? null : cursor.GetString(6),
                Null(7) ? null : cursor.GetGuid(7),
                Null(8) ? null : cursor.GetDateTime(8),
                Null(9) ? null : cursor.GetDate(9),
                Null(10) ? null : cursor.GetTimeSpan(10),
                Null(11) ? null : Enum.Parse<Status>(cursor.GetString(11))));
        }

        return rows;

        bool Null(int column) => cursor.IsNull(column);
    }

    private sealed record Everything(
        long EventId, bool? Boolean, int? Int32, long? Int64, float? Single, double? Double, string? String, Guid? Guid, DateTime? At, DateOnly? Date, TimeSpan? Length, Status? Status);

    private sealed class EverythingSource() : SourceDescriptor<Everything>(new(
        "everything",
        SourceKind.Event,
        "Everything",
        EquatableArray.Of(
            new SourceColumn("EventId", "event_id", ScalarType.Int64, ColumnRole.EventId),
            Column("Boolean", ScalarKind.Boolean),
            Column("Int32", ScalarKind.Int32),
            Column("Int64", ScalarKind.Int64),
            Column("Single", ScalarKind.Single),
            Column("Double", ScalarKind.Double),
            Column("String", ScalarKind.String),
            Column("Guid", ScalarKind.Guid),
            Column("At", ScalarKind.DateTime),
            Column("Date", ScalarKind.Date),
            Column("Length", ScalarKind.TimeSpan),
            Column("Status", ScalarKind.Enum),
            new SourceColumn("Time", "time", ScalarType.DateTime, ColumnRole.EventTime))))
    {
        public static readonly EverythingSource Instance = new();

        public override void Write(Everything row, RowWriter writer)
        {
            writer.Write(row.EventId);
            writer.Write(row.Boolean);
            writer.Write(row.Int32);
            writer.Write(row.Int64);
            writer.Write(row.Single);
            writer.Write(row.Double);
            writer.Write(row.String, isRequired: false);
            writer.Write(row.Guid);
            writer.Write(row.At);
            writer.Write(row.Date);
            writer.Write(row.Length);
            writer.WriteEnum(row.Status is null, row.Status?.ToString());
            writer.Write(Start);
        }

        private static SourceColumn Column(string name, ScalarKind kind) => new(name, name.ToLowerInvariant(), TestSources.Of(kind, isNullable: true));
    }
}
