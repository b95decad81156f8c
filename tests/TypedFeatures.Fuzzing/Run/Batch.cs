using System.Collections;
using System.Globalization;
using System.Reflection;
using TypedFeatures.Fuzzing.Grammar;
using TypedFeatures.Fuzzing.Model;
using TypedFeatures.Fuzzing.Rows;
using TypedFeatures.Parity;
using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Run;

/// <summary>Sources, rows of them, and definitions over them: what is compiled and ingested together.</summary>
public sealed class Batch
{
    private const string Helpers =
        "public static class Magnitude { public static double? Of(double? value) => value is { } v ? Math.Abs(v) : null; public static double? OfSquare(double? value) => value is { } v ? Math.Abs(v) + (v * v) : null; }\n";

    private static readonly DateTime[] Anchors =
    [
        new(2024, 2, 29, 0, 0, 0, DateTimeKind.Utc), new(2024, 3, 31, 1, 30, 0, DateTimeKind.Utc), new(2024, 10, 27, 0, 30, 0, DateTimeKind.Utc),
        new(1970, 1, 2, 0, 0, 0, DateTimeKind.Utc), new(2297, 6, 30, 23, 59, 59, DateTimeKind.Utc), new(1903, 3, 1, 0, 0, 0, DateTimeKind.Utc), new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc),
    ];

    private static readonly TimeSpan[] Gaps =
        [TimeSpan.FromMicroseconds(1), TimeSpan.FromHours(1), TimeSpan.FromHours(31.25), TimeSpan.FromDays(1), TimeSpan.FromDays(7)];

    private Batch(string name, IReadOnlyList<FuzzSource> sources, IReadOnlyList<TableRow> rows, IReadOnlySet<int> calls, Clock clock, IReadOnlyList<FuzzView> views)
    {
        Name = name;
        Sources = sources;
        Rows = rows;
        Calls = calls;
        Clock = clock;
        Views = views;
    }

    public string Name { get; }

    public IReadOnlyList<FuzzSource> Sources { get; }

    public IReadOnlyList<TableRow> Rows { get; }

    public IReadOnlySet<int> Calls { get; }

    public Clock Clock { get; }

    public IReadOnlyList<FuzzView> Views { get; }

    /// <summary>Draws a batch.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="number">The number of the batch in it.</param>
    /// <param name="size">How many definitions.</param>
    /// <param name="coverage">What is covered already; it is told of these.</param>
    /// <param name="about">Constructs that each of them is about, whatever is covered.</param>
    public static Batch Draw(int seed, int number, int size, Coverage coverage, IReadOnlyList<string>? about = null)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        about ??= [];
        // Not System.HashCode, which differs from run to run.
        var random = new Random(unchecked((seed * 16_777_619) ^ (number * 40_503)));
        var name = string.Create(CultureInfo.InvariantCulture, $"b{number}");
        string[] lengths = [random.Chance(0.5) ? "Hours(36)" : random.Pick(WindowLength.Short), random.Pick(WindowLength.Long), random.Pick(WindowLength.Long), random.Pick(WindowLength.Long)];
        var clock = DrawClock(random, [.. lengths.Distinct().Select(WindowLength.Of), WindowLength.Of(lengths[1]) + WindowLength.Of(lengths[2])]);
        var pools = new ValuePools(random, clock);
        var sources = new SourceDraw(random, name, number).Draw();
        var rows = new TableDraw(random, pools, clock).Draw(sources, events: 70, dimensions: 24);
        var draw = new ViewDraw(random, sources, pools, [.. lengths, .. lengths.Skip(1), .. lengths.Skip(1), .. lengths.Skip(1)]);
        var views = new List<FuzzView>();
        while (views.Count < size)
        {
            var view = draw.Draw(string.Create(CultureInfo.InvariantCulture, $"V{number}x{views.Count}"), [.. about, .. coverage.Wanted(random, Math.Max(3, 7 - about.Count))]);
            coverage.Add(view.Constructs);
            views.Add(view);
        }

        var calls = Enumerable.Range(0, rows.Count).Where(_ => random.Chance(0.005)).ToHashSet();
        return new Batch(name, sources, rows, calls, clock, views);
    }

    /// <summary>The batch with other definitions.</summary>
    public Batch With(IReadOnlyList<FuzzView> views) => new(Name, Sources, Rows, Calls, Clock, views);

    /// <summary>The batch with other rows, all ingested at once.</summary>
    public Batch With(IReadOnlyList<TableRow> rows) => new(Name, Sources, rows, new HashSet<int>(), Clock, Views);

    /// <summary>The batch with some of its sources.</summary>
    public Batch Of(IReadOnlyList<FuzzSource> sources) => new(Name, sources, [.. Rows.Where(r => sources.Contains(r.Source))], new HashSet<int>(), Clock, Views);

    /// <summary>The batch read at other instants, too.</summary>
    public Batch At(params DateTime?[] instants) => new(Name, Sources, Rows, Calls, Clock.With(instants), Views);

    /// <summary>The C# of the sources and of some views, with or without the records that help to compare.</summary>
    public string Text(IEnumerable<FuzzView> views, bool companions) =>
        ValuePools.Enums + "\n" + InlinedProductions.Declarations + string.Join('\n', Sources.Select(s => s.Text)) + "\n"
        + string.Join('\n', views.Select(v => ViewText.Of(v) + (companions ? "\n" + ViewText.CompanionOf(v) : ""))) + (companions ? "\n" + Helpers : "");

    /// <summary>The rows as objects of compiled code.</summary>
    public History History(CompiledDefinitions definitions) =>
        new(Name, Clock, [.. Rows.Select(r => definitions.Row(r.Source.Row, r.Values))], Calls);

    /// <summary>A view to compare.</summary>
    public static ViewCase Case(CompiledDefinitions definitions, FuzzView view, CheckDepth depth)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentNullException.ThrowIfNull(view);
        var compiled = definitions.View(view.Name);
        var companion = definitions.Assembly.GetType(view.Name + "Companion", throwOnError: true)!;
        return compiled.Case(rows => Keys(compiled, companion, rows), companion, depth);
    }

    private static IEnumerable<object> Keys(CompiledView view, Type companion, SourceRows rows)
    {
        var tuples = Parts(companion.GetMethod("KeyRows")!, rows).Cast<object?[]>().ToList();
        for (var i = 0; i < view.Descriptor.Keys.Count; i++)
        {
            if (companion.GetMethod($"KeyValues{i}") is { } values)
            {
                var place = i;
                var distinct = Parts(values, rows).Cast<object?>().Distinct().ToList();
                tuples = [.. tuples.SelectMany(t => distinct.Select(v => t.Select((part, p) => p == place ? v : part).ToArray()))];
            }
        }

        // Those with most rows first, and early among them one without.
        var keys = tuples.Where(t => t.All(p => p is not null)).Select(t => view.Key(t)).GroupBy(k => k).OrderByDescending(g => g.Count()).Select(g => g.Key).ToList();
        keys.Insert(Math.Min(6, keys.Count), Nobody(view));
        return keys.Distinct();
    }

    private static IEnumerable Parts(MethodInfo method, SourceRows rows) =>
        (IEnumerable)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [rows.Of(method.GetParameters()[0].ParameterType.GetGenericArguments()[0])], null)!;

    /// <summary>An entity without rows, as far as the type allows one.</summary>
    private static object Nobody(CompiledView view) => view.Key([.. view.Descriptor.Keys.Select(k => (object?)(view.Type.GetProperty(k.Property)!.PropertyType switch
    {
        var t when t == typeof(string) => "nobody",
        var t when t == typeof(bool) => true,
        var t when t == typeof(int) => -42,
        var t when t == typeof(long) => -42L,
        var t when t == typeof(decimal) => -77.77m,
        var t when t == typeof(Guid) => new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff"),
        var t when t == typeof(DateTime) => new DateTime(1999, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        var t when t == typeof(DateOnly) => new DateOnly(1999, 1, 1),
        var t when t == typeof(TimeSpan) => TimeSpan.FromDays(-77),
        var t => Enum.GetValues(t).GetValue(0)!,
    }))]);

    private static Clock DrawClock(Random random, IReadOnlyList<TimeSpan> lengths)
    {
        var instants = new List<DateTime>
        {
            random.Chance(0.5) ? new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMicroseconds(random.NextInt64(400L * 86_400_000_000)) : random.Pick(Anchors),
        };
        for (var i = 0; i < 2; i++)
        {
            instants.Add(instants[^1] + random.Pick(Gaps));
        }

        return new Clock(instants, lengths);
    }
}
