using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.Sqlite.Tests;

/// <summary>
/// Where rows of one event id end depends on the set of rows alone. Every sequence of four out of some candidates, repetitions included, is an event id of
/// its own; the sequences arrive in one call, in four, or in two, and an independent oracle says what must be stored and reported.
/// </summary>
public sealed class EventResolutionTests : IDisposable
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly ScratchFolder folder = new();

    public static TheoryData<string> Calls => ["0123", "0|1|2|3", "01|23", "0|123", "012|3"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Calls))]
    public Task WithVersions(string calls)
    {
        Purchase[] candidates =
        [
            Row(0, 2, 10, false),
            Row(0, 3, 10, true), // a version of the first
            Row(0, 1, 10, false), // the same, known earlier
            Row(0, 1, 11, false), // a contradiction, known at the same instant: columns decide, 10 before 11
            Row(0, 1, null, false), // null before numbers
            Row(-1, 1, 12, false), // an earlier event time comes before columns
            Row(0, 2, 10, true), // false before true
        ];
        return ProveAsync(
            PurchaseSource.Instance,
            candidates,
            calls,
            (row, id) => row with { EventId = $"{id}" },
            (a, b) => Before((a.IngestedAt, b.IngestedAt), (a.OccurredAt, b.OccurredAt), (a.Amount, b.Amount), (a.ChargedBack, b.ChargedBack)),
            row => row with { IngestedAt = default, ChargedBack = default },
            keepsVersions: true,
            "SELECT event_id, occurred_at, ingested_at, user_id, amount, charged_back FROM ",
            "siiidi",
            row => FormattableString.Invariant(
                $"{row.EventId}|{Instant.FromDateTime(row.OccurredAt)}|{Instant.FromDateTime(row.IngestedAt)}|1|{Text(row.Amount)}|{(row.ChargedBack ? 1 : 0)}"));

        static Purchase Row(int occurred, int ingested, double? amount, bool chargedBack) =>
            new("", Start.AddDays(occurred), Start.AddDays(ingested), 1, amount, chargedBack);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public Task WithIngestTime_WithoutVersions(string calls)
    {
        Visit[] candidates =
        [
            new("", Start, Start.AddDays(2), 1),
            new("", Start, Start.AddDays(3), 1), // says the first again
            new("", Start, Start.AddDays(1), 2), // contradicts, known earlier
            new("", Start, Start.AddDays(4), 2), // says the third again
            new("", Start, Start.AddDays(1), null), // null before numbers
            new("", Start.AddDays(-1), Start.AddDays(2), 1), // another event time contradicts
        ];
        return ProveAsync(
            VisitSource.Instance,
            candidates,
            calls,
            (row, id) => row with { VisitId = $"{id}" },
            (a, b) => Before((a.IngestedAt, b.IngestedAt), (a.At, b.At), (a.Pages, b.Pages)),
            row => row with { IngestedAt = default },
            keepsVersions: false,
            "SELECT visit_id, at, ingested_at, pages FROM ",
            "siii",
            row => $"{row.VisitId}|{Instant.FromDateTime(row.At)}|{Instant.FromDateTime(row.IngestedAt)}|{Text(row.Pages)}");
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public Task WithoutIngestTime_EnumsByValue_TextByCodePoint(string calls)
    {
        Click[] candidates =
        [
            new(0, Start, Status.Completed, "a"),
            new(0, Start, Status.Archived, "a"), // by value after Completed, by name before
            new(0, Start, Status.Pending, "\uFFFD"),
            new(0, Start, Status.Pending, "\U0001F600"), // by code point after U+FFFD, by UTF-16 unit before
            new(0, Start, null, "z"),
            new(0, Start.AddTicks(-10), Status.Archived, "z"), // a microsecond earlier
        ];
        string[] pages = ["a", "z", "\uFFFD", "\U0001F600"];
        return ProveAsync(
            ClickSource.Instance,
            candidates,
            calls,
            (row, id) => row with { ClickId = id },
            (a, b) => Before((a.At, b.At), ((int?)a.Status, (int?)b.Status), (Array.IndexOf(pages, a.Page), Array.IndexOf(pages, b.Page))),
            row => row,
            keepsVersions: false,
            "SELECT \"group\", \"Page \"\"x\"\"\", click_id, at FROM ",
            "ssii",
            row => $"{row.Status?.ToString() ?? "null"}|{row.Page}|{row.ClickId}|{Instant.FromDateTime(row.At)}");
    }

    private static string Text<T>(T? value)
        where T : struct, IFormattable =>
        value?.ToString(null, System.Globalization.CultureInfo.InvariantCulture) ?? "null";

    private static bool Before(params (object? Left, object? Right)[] columns) =>
        columns.Select(c => Comparer<object?>.Default.Compare(c.Left, c.Right)).FirstOrDefault(c => c != 0) < 0;

    private static List<int[]> SequencesOfFour(int candidates) =>
    [
        .. from a in Enumerable.Range(0, candidates)
           from b in Enumerable.Range(0, candidates)
           from c in Enumerable.Range(0, candidates)
           from d in Enumerable.Range(0, candidates)
           select new[] { a, b, c, d },
    ];

    private async Task ProveAsync<T>(
        SourceDescriptor<T> source,
        T[] candidates,
        string calls,
        Func<T, int, T> withId,
        Func<T, T, bool> before,
        Func<T, object> essence,
        bool keepsVersions,
        string select,
        string types,
        Func<T, string> text)
        where T : class
    {
        await using var engine = SqliteOfflineEngine.Open(folder.File());
        var sequences = SequencesOfFour(candidates.Length);
        var arrived = new List<int>();
        var before4 = sequences.Select(_ => (EventOracle<T>?)null).ToList();
        foreach (var call in calls.Split('|'))
        {
            var positions = call.Select(c => c - '0').ToList();
            var report = await engine.IngestAsync(source, positions.SelectMany(p => sequences.Select((s, id) => withId(candidates[s[p]], id))));
            arrived.AddRange(positions);
            var now = sequences
                .Select((s, id) => EventOracle<T>.Resolve(arrived.Select(p => withId(candidates[s[p]], id)), before, essence, keepsVersions))
                .ToList();
            report.ShouldBe(ReportOf(before4, now, positions.Count * sequences.Count));
            before4 = [.. now];
        }

        var last = before4.Select(o => o!).ToList();
        var table = source.Schema.Name == "order" ? "\"order\"" : source.Schema.Name;
        await MustHold(table, last.Select(o => o.Winner));
        await MustHold(source.Schema.Name + "__quarantine", last.SelectMany(o => o.Quarantined));
        if (keepsVersions)
        {
            await MustHold(source.Schema.Name + "__versions", last.SelectMany(o => o.Versions));
        }

        async Task MustHold(string stored, IEnumerable<T> rows) =>
            (await engine.TextsAsync(select + stored, types, source.Schema)).Order(StringComparer.Ordinal)
                .ShouldBe(rows.Select(text).Order(StringComparer.Ordinal));
    }

    private static IngestReport ReportOf<T>(List<EventOracle<T>?> before, List<EventOracle<T>> now, int read)
        where T : class
    {
        long added = 0, replaced = 0, versions = 0, quarantined = 0, displaced = 0;
        foreach (var (old, current) in before.Zip(now))
        {
            var stored = old?.Kept.ToHashSet() ?? [];
            added += old is null ? 1 : 0;
            replaced += old is not null && !stored.Contains(current.Winner) ? 1 : 0;
            versions += current.Versions.Count(r => !stored.Contains(r));
            quarantined += current.Quarantined.Count(r => !stored.Contains(r));
            displaced += current.Quarantined.Count(r => stored.Contains(r) && !old!.Quarantined.Contains(r));
        }

        return new(read, added, read - added - replaced - versions - quarantined, replaced, versions, quarantined + displaced);
    }
}
