using TypedFeatures.Fuzzing.Run;
using TypedFeatures.Parity;
using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>Who is not found has a value all the same, which may fail where it is asked for; a snapshot lists who is found.</summary>
public sealed class UnfoundEntityTests
{
    private static readonly DateTime Noon = new(2024, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task EntityThatIsNotFound_FailsNoSnapshot()
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("unfound_scores")]
            public sealed record Score
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public double Points { get; init; }
            }

            [FeatureView("unfound")]
            public sealed partial record Scores
            {
                [EntityKey] public long User { get; init; }
                public int Least { get; init; }

                static FeatureQuery<Scores> Define(Events<Score> scores) =>
                    from s in scores
                    group s by s.User into g
                    select new Scores { User = g.Key, Least = checked((int)(g.All.Min(x => x.Points) ?? 1e300)) };
            }

            public sealed record ScoresCompanion
            {
                public bool Seen { get; init; }

                public static object[] KeyParts(long key) => [key];

                static FeatureQuery<ScoresCompanion> Define(Events<Score> scores) =>
                    from s in scores
                    group s by s.User into g
                    select new ScoresCompanion { Seen = g.All.Any() };
            }
            """);
        var options = new FuzzOptions { Engines = [Engines.Sqlite, Engines.DuckDb] };
        var rows = new[] { definitions.Row("Score", new Dictionary<string, object?> { ["Id"] = 1, ["At"] = Noon.AddHours(-1), ["User"] = 7, ["Points"] = 2.5 }) };
        var view = definitions.View("Scores").Case(_ => [7L, 8L], definitions.Assembly.GetType("ScoresCompanion", throwOnError: true)!, options.Depth);

        var report = await new ParityCheck(options.Engines).RunAsync([view], [new History("rows", new Clock([Noon], [TimeSpan.FromDays(1)]), rows, new HashSet<int>())], seed: 1);

        report.Differences.ShouldBeEmpty();
        report.Values.ShouldBeGreaterThan(0);
    }
}
