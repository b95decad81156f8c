using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>What the fuzzer found of text, made small. Each was a difference once.</summary>
public sealed class FoundTextCasesTests
{
    private static readonly DateTime Noon = new(2024, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>On SQLite nothing ended with the empty text.</summary>
    [Fact]
    public async Task Null_EndsWithNothing()
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_ends")]
            public sealed record Word
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public string? Text { get; init; }
                public required string End { get; init; }
            }

            [FeatureView("found_ends_view")]
            public sealed partial record Words
            {
                [EntityKey] public long User { get; init; }
                public long Ending { get; init; }

                static FeatureQuery<Words> Define(Events<Word> words) =>
                    from w in words
                    group w by w.User into g
                    select new Words { User = g.Key, Ending = g.All.Count(x => x.Text?.EndsWith(x.End, StringComparison.Ordinal) == true) };
            }
            """);
        var texts = new (string? Text, string End)[] { (null, ""), ("", ""), ("ab", ""), ("ab", "b"), ("ab", "xab"), ("a", "xxa"), ("\U0001F600a", "a"), (null, "a"), ("ab", "a"), ("b", "bb") };
        var rows = texts.Select((t, i) => definitions.Row("Word", new Dictionary<string, object?> { ["Id"] = i, ["At"] = Noon, ["User"] = 7, ["Text"] = t.Text, ["End"] = t.End })).ToList();

        await Agree.EverywhereAsync(definitions.View("Words"), rows, Noon, 7L);
    }

    /// <summary>PostgreSQL ordered what one view had taken out of a row by the database's collation when another view counted it: it said "b".</summary>
    [Fact]
    public async Task TextOfAnotherView_OrdersByCodePoint()
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_tags")]
            public sealed record Tagging
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public long Place { get; init; }
                public string Tag { get; init; } = "";
            }

            [FeatureView("found_places")]
            public sealed partial record Places
            {
                [EntityKey] public long Place { get; init; }
                public string? Latest { get; init; }
                public string? First { get; init; }
                public string? Usual { get; init; }
                public string Chosen { get; init; } = "";

                static FeatureQuery<Places> Define(Events<Tagging> tags) =>
                    from t in tags
                    group t by t.Place into g
                    select new Places
                    {
                        Place = g.Key,
                        Latest = g.All.Latest(x => x.Tag),
                        First = g.All.First(x => x.Tag),
                        Usual = g.All.Mode(x => x.Tag),
                        Chosen = g.Key == 1 ? "b" : "B",
                    };
            }

            [FeatureView("found_users")]
            public sealed partial record Users
            {
                [EntityKey] public long User { get; init; }
                public string? Latest { get; init; }
                public string? First { get; init; }
                public string? Usual { get; init; }
                public string? Chosen { get; init; }

                static FeatureQuery<Users> Define(Events<Tagging> tags, View<Places> places) =>
                    from t in tags
                    join p in places.Snapshots(every: Hours(1)) on t.Place equals p.Place
                    group new { t, p } by t.User into g
                    select new Users
                    {
                        User = g.Key,
                        Latest = g.All.Mode(x => x.p.Latest),
                        First = g.All.Mode(x => x.p.First),
                        Usual = g.All.Mode(x => x.p.Usual),
                        Chosen = g.All.Mode(x => x.p.Chosen),
                    };
            }
            """);
        object Row(long id, DateTime at, long place, string tag) =>
            definitions.Row("Tagging", new Dictionary<string, object?> { ["Id"] = id, ["At"] = at, ["User"] = 7, ["Place"] = place, ["Tag"] = tag });

        await Agree.EverywhereAsync(
            definitions.View("Users"),
            [Row(1, Noon.AddHours(-9), 1, "b"), Row(2, Noon.AddHours(-9), 2, "B"), Row(3, Noon, 1, "x"), Row(4, Noon, 2, "y")], Noon, 7L);
    }
}
