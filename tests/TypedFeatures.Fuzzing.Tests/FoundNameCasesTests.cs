using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>What the fuzzer found of names that met in generated code or SQL, made small. Each was a difference once.</summary>
public sealed class FoundNameCasesTests
{
    private static readonly DateTime Noon = new(2024, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Generated code named a local as the field of the other aggregate.</summary>
    [Fact]
    public async Task ColumnsCalledTotalAndTotalValue_StandSideBySide()
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_totals")]
            public sealed record Bill
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public long? Total { get; init; }
                public long? TotalValue { get; init; }
            }

            [FeatureView("found_totals_view")]
            public sealed partial record Bills
            {
                [EntityKey] public long User { get; init; }
                public long? Total { get; init; }
                public long? TotalValue { get; init; }

                static FeatureQuery<Bills> Define(Events<Bill> bills) =>
                    from b in bills
                    group b by b.User into g
                    let month = g.Last(Days(30))
                    select new Bills { User = g.Key, Total = month.Min(x => x.Total), TotalValue = month.Min(x => x.TotalValue) };
            }
            """);
        object Row(long id, long? total, long? value) =>
            definitions.Row("Bill", new Dictionary<string, object?> { ["Id"] = id, ["At"] = Noon, ["User"] = 7, ["Total"] = total, ["TotalValue"] = value });

        await Agree.EverywhereAsync(definitions.View("Bills"), [Row(1, 3, null), Row(2, null, 5), Row(3, 4, 4)], Noon, 7L);
    }

    /// <summary>DuckDB's ingestion had a column of its own by this name.</summary>
    [Fact]
    public async Task ColumnCalledH_IsIngested()
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_h")]
            public sealed record Reading
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long H { get; init; }
            }

            [FeatureView("found_h_view")]
            public sealed partial record Readings
            {
                [EntityKey] public long H { get; init; }
                public long Count { get; init; }

                static FeatureQuery<Readings> Define(Events<Reading> readings) =>
                    from r in readings
                    group r by r.H into g
                    select new Readings { H = g.Key, Count = g.All.Count() };
            }
            """);
        object Row(long id, long h) => definitions.Row("Reading", new Dictionary<string, object?> { ["Id"] = id, ["At"] = Noon, ["H"] = h });

        // The second says the first again; the third claims to be it.
        await Agree.EverywhereAsync(definitions.View("Readings"), [Row(1, 7), Row(1, 7), Row(1, 8), Row(2, 7)], Noon, 7L);
    }

    /// <summary>The variables of patterns in a window's pass had the names of those in the features, so that the generated code did not compile.</summary>
    [Fact]
    public async Task PatternsOfRowsAndOfFeatures_HaveNamesOfTheirOwn()
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_deadlines")]
            public sealed record Deadline
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public DateTime? Due { get; init; }
                public TimeSpan Wait { get; init; }
                public string? Note { get; init; }
            }

            [FeatureView("found_deadline_users")]
            public sealed partial record DeadlineUsers
            {
                [EntityKey] public long User { get; init; }
                public int? Year { get; init; }
                public bool Ends { get; init; }

                static FeatureQuery<DeadlineUsers> Define(Events<Deadline> deadlines) =>
                    from d in deadlines
                    group d by d.User into g
                    let month = g.Last(Days(30))
                    select new DeadlineUsers
                    {
                        User = g.Key,
                        Year = month.Max(x => (x.Due - x.Wait)?.Year),
                        Ends = month.Latest(x => x.Note)?.EndsWith("k", StringComparison.Ordinal) == true,
                    };
            }
            """);
        object Row(long id, DateTime? due, string? note) => definitions.Row(
            "Deadline", new Dictionary<string, object?> { ["Id"] = id, ["At"] = Noon, ["User"] = 7, ["Due"] = due, ["Wait"] = TimeSpan.FromDays(1), ["Note"] = note });

        await Agree.EverywhereAsync(definitions.View("DeadlineUsers"), [Row(1, new DateTime(2031, 1, 1), "ok"), Row(2, null, null)], Noon, 7L);
    }
}
