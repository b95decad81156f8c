using TypedFeatures.Parity;
using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>C# text with rows beside it runs on every path, and each says what was worked out by hand.</summary>
public sealed class CompiledDefinitionsTests
{
    private const string Text =
        """
        public enum Colour { Red = 2, Green = 1 }

        [EventSource("harness_sales")]
        public sealed record Sale
        {
            [EventId] public long Id { get; init; }
            [EventTime] public DateTime At { get; init; }
            [IngestTime] public DateTime KnownAt { get; init; }
            public long User { get; init; }
            public long Shop { get; init; }
            public double? Amount { get; init; }
            public Colour Colour { get; init; }
        }

        [DimensionSource("harness_shops")]
        public sealed record Shop
        {
            [EntityKey] public long Id { get; init; }
            [ValidFrom] public DateTime Since { get; init; }
            public required string Country { get; init; }
        }

        [FeatureView("harness_user_sales")]
        public sealed partial record UserSales
        {
            [EntityKey] public long User { get; init; }
            [EntityKey] public Colour Colour { get; init; }
            public long Count { get; init; }
            public double Total { get; init; }
            public string? Country { get; init; }

            static FeatureQuery<UserSales> Define(Events<Sale> sales, Dimension<Shop> shops) =>
                from s in sales
                join p in shops on s.Shop equals p.Id
                group new { s, p } by new { s.Colour, s.User } into g
                select new UserSales
                {
                    User = g.Key.User,
                    Colour = g.Key.Colour,
                    Count = g.Last(Days(2)).Count(),
                    Total = g.Last(Days(2)).Sum(x => x.s.Amount),
                    Country = g.All.Latest(x => x.p.Country),
                };
        }
        """;

    [Fact]
    public async Task EveryPath_SaysWhatWasWorkedOut()
    {
        using var definitions = CompiledDefinitions.Compile(Text);
        var view = definitions.View("UserSales");
        object[] rows =
        [
            definitions.Row("Shop", new Dictionary<string, object?> { ["Id"] = 5, ["Since"] = "2024-01-01", ["Country"] = "NL" }),
            definitions.Row("Sale", Sale(1, "2024-03-01T00:00:00Z", "2024-03-01T00:00:00Z", 1.5)),
            definitions.Row("Sale", Sale(2, "2024-03-02T00:00:00Z", "2024-03-02T00:00:00Z", null)),
            // Known a microsecond too late.
            definitions.Row("Sale", Sale(3, "2024-03-02T00:00:00Z", "2024-03-03T00:00:00.000001Z", 40)),
        ];

        var results = await view.RunAsync(Engines.All, rows, [new(view.Key(7, "Red"), new(2024, 3, 3, 0, 0, 0, DateTimeKind.Utc)), new(view.Key(8, "Red"), new(2024, 3, 3))]);

        results.Select(r => r.Path).Distinct().Count().ShouldBe(1 + (Engines.All.Count * 5));
        foreach (var result in results)
        {
            result.Failure.ShouldBeNull(result.Path);
            var isFound = result.Point == results[0].Point;
            (result.Found ?? isFound).ShouldBe(isFound, result.Path);
            if (result.Values is null)
            {
                result.Path.ShouldEndWith("snapshot");
                continue;
            }

            result.Values["Count"].ShouldBe(isFound ? 1L : 0L, result.Path);
            result.Values["Total"].ShouldBe(0d, result.Path);
            result.Values["Country"].ShouldBe(isFound ? "NL" : null, result.Path);
        }
    }

    [Fact]
    public void DefinitionThatAnAnalyzerRefuses_IsNotCompiled()
    {
        var refused = Should.Throw<DefinitionException>(() => CompiledDefinitions.Compile(Text.Replace("x.s.Amount", "x.s.Amount / x.s.Shop")));
        refused.Diagnostics.ShouldContain(d => d.Contains("TF1001"));
        Should.Throw<DefinitionException>(() => CompiledDefinitions.CompileQuickly(Text.Replace("x.s.Amount", "x.s.Amount / x.s.Shop")))
            .Diagnostics.ShouldContain(d => d.Contains("TF1001"));
    }

    [Fact]
    public void DisposedDefinitions_AreUnloaded()
    {
        var reference = CompileAndForget();
        for (var i = 0; i < 20 && reference.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        reference.IsAlive.ShouldBeFalse();
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference CompileAndForget()
    {
        using var definitions = CompiledDefinitions.Compile(Text);
        return new WeakReference(definitions.Assembly);
    }

    private static Dictionary<string, object?> Sale(long id, string at, string known, double? amount) => new()
    {
        ["Id"] = id, ["At"] = at, ["KnownAt"] = known, ["User"] = 7, ["Shop"] = 5, ["Amount"] = amount, ["Colour"] = "Red",
    };
}
