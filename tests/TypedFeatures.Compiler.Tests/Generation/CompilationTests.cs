using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>Generated code compiles in strict projects: warnings as errors, nullable, documentation required.</summary>
public sealed class CompilationTests
{
    private static readonly string[] ShopFiles =
        ["Sources.cs", "UserPurchases.cs", "UserCategories.cs", "CourierChoices.cs", "CourierLabels.cs", "CourierMembers.cs", "CourierParcels.cs", "DepotScores.cs", "ZoneItems.cs",
        "ChargedBack60d.cs", "CategoryOutcomes.cs", "Handover.cs", "DepotHandovers.cs", "CarrierLoads.cs"];

    public static TheoryData<LanguageVersion> Versions => [LanguageVersion.CSharp13, LanguageVersion.Preview];

    [Theory]
    [MemberData(nameof(Versions))]
    public void TheShop_CompilesWithoutWarnings(LanguageVersion version)
    {
        var generated = Generated.From(version, [.. ShopFiles.Select(TestCode.Shop)]);
        generated.Complaints().ShouldBeEmpty();
        generated.Result.GeneratedTrees.Length.ShouldBe(25); // ten views and two labels of two files each, and the sources
    }

    /// <summary>An assembly has room for 16 million bytes of string literals (CS8103): that is no bound on the number of views as long as SQL is not among them.</summary>
    [Fact]
    public void TextsOfSql_AreNoStringLiterals()
    {
        using var assembly = new PEReader(new MemoryStream(Generated.From([.. ShopFiles.Select(TestCode.Shop)]).Image()));
        var metadata = assembly.GetMetadataReader();
        var literals = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            literals.Add(metadata.GetUserString(handle));
        }

        literals.ShouldContain("user_purchases");
        literals.ShouldNotContain(l => l.Contains("SELECT", StringComparison.Ordinal));
        literals.Sum(l => l.Length).ShouldBeLessThan(10_000);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void EveryTypeAndAggregate_CompilesWithoutWarnings(LanguageVersion version)
    {
        var columns = new[]
        {
            "Quantity", "Discount", "Units", "Points", "Price", "Amount", "Weight", "Category", "Email", "IsGift", "IsRush",
            "Token", "Day", "Delay", "Wait", "Status", "Previous", "OccurredAt", "ShippedAt",
        };
        var picks = new[] { "Min", "Max", "Mode", "Latest", "First" };
        var types = new[]
        {
            "int?", "int?", "long?", "long?", "double?", "double?", "float?", "string?", "string?", "bool?", "bool?",
            "Guid?", "DateOnly?", "TimeSpan?", "TimeSpan?", "OrderStatus?", "OrderStatus?", "DateTime?", "DateTime?",
        };
        var features = columns.SelectMany((c, i) => picks
            .Where(p => p is not ("Min" or "Max") || !types[i].StartsWith("bool", StringComparison.Ordinal))
            .SelectMany(p => new[] { ("All", ""), ("Last", "Last(Hours(36))") }.Select(w => (
                Name: $"{p}{c}{w.Item1}",
                Type: types[i],
                Value: $"g.{(w.Item2.Length > 0 ? w.Item2 : "All")}.{p}(o => o.{c})"))))
            .Concat(columns.Select((c, i) => (Name: $"Distinct{c}", Type: "long", Value: $"g.All.CountDistinct(o => o.{c})")))
            .ToList();
        var generated = Generated.From(version, TestView.Source(
            string.Join("\n", features.Select(f => $"public {f.Type} {f.Name} {{ get; init; }}")),
            $$"""from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, {{string.Join(", ", features.Select(f => $"{f.Name} = {f.Value}"))}} }"""));
        generated.Complaints().ShouldBeEmpty();
        generated.Result.GeneratedTrees.Length.ShouldBe(3);
    }

    public static TheoryData<string, string> OddShapes => new()
    {
        { "long", "g.All.Count(o => false)" },
        { "long", "g.Last(Days(1)).Where(o => true).Count()" },
        { "long", "g.All.Where(o => o.Email != null).Sum(o => checked((long)o.Email!.Length * o.Quantity))" },
        { "long", "g.All.Where(o => o.Points != null).Sum(o => checked(o.Points!.Value * o.Units))" },
        { "long", "g.All.Count(o => o.IsRush == true && (o.IsRush ?? false))" },
        { "OrderStatus?", "g.All.Max(o => o.Previous ?? OrderStatus.Pending)" },
        { "string", "g.All.Latest(o => o.Email)?.Length > 3 ? \"long\" : \"\\\"\\\"\\\"\"" },
        { "TimeSpan", "g.All.Sum(o => o.Wait)" },
        { "TimeSpan?", "g.AsOf - g.All.Max(o => o.ShippedAt)" },
        { "DateTime", "g.AsOf" },
        { "bool", "g.All.Any(o => o.Price > 1) && !g.All.Any(o => o.Price < 1) || g.All.All(o => o.IsGift)" },
        { "bool", "(g.All.Count() > 1) == (g.All.Max(o => o.Price) < 2)" },
        { "float?", "g.All.Max(o => o.Weight)" },
        { "double", "g.All.Sum(o => o.Weight)" },
        { "Guid", "g.All.Max(o => o.Token) ?? new Guid(\"00112233-4455-6677-8899-aabbccddeeff\")" },
        { "int?", "g.All.Min(o => o.Day)?.Year" },
    };

    [Theory]
    [MemberData(nameof(OddShapes))]
    public void OddExpressions_CompileWithoutWarnings(string type, string value)
    {
        var initial = type == "string" ? " = \"\";" : "";
        var generated = Generated.From(TestView.Source(
            $"public {type} Value {{ get; init; }}{initial}",
            $$"""from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = {{value}} }"""));
        generated.Complaints().ShouldBeEmpty();
        generated.Result.GeneratedTrees.Length.ShouldBe(3, "the view is generated");
    }

    [Fact]
    public void InternalViewsOfTheGlobalNamespace_AndNestedSources_Compile()
    {
        var generated = Generated.From("""
            using System;
            using TypedFeatures;
            public static class Outer
            {
                [EventSource("visits")]
                internal sealed record Visit
                {
                    [EventId] public long Id { get; init; }
                    [EventTime] public DateTime At { get; init; }
                    public DateOnly Day { get; init; }
                    public TimeSpan Stay { get; init; }
                    public DateTime Slot { get; init; }
                    public double Place { get; init; }
                }
            }
            [FeatureView("places")]
            internal sealed partial record Places
            {
                [EntityKey] public DateTime Slot { get; init; }
                [EntityKey] public TimeSpan Stay { get; init; }
                [EntityKey] public DateOnly Day { get; init; }
                public long? Latest { get; init; }
                static FeatureQuery<Places> Define(Events<Outer.Visit> visits) =>
                    from v in visits
                    group v by new { v.Day, v.Stay, v.Slot } into g
                    select new Places { Slot = g.Key.Slot, Stay = g.Key.Stay, Day = g.Key.Day, Latest = g.All.Latest(v => v.Id) };
            }
            """);
        generated.Complaints().ShouldBeEmpty();
        generated.Result.GeneratedTrees.Select(t => Path.GetFileName(t.FilePath)).ShouldBe(
            ["Places.View.g.cs", "Places.Sql.g.cs", "TypedFeatures.Sources.g.cs"], ignoreOrder: true);
        generated.Load().GetType("Places")!.GetProperty("View")!.GetValue(null).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("object", "object")]
    [InlineData("Order", "State")]
    [InlineData("EventTime", "Row")]
    public void AwkwardNames_DoNotCollide(string first, string second)
    {
        var generated = Generated.From($$"""
            using System;
            using TypedFeatures;
            namespace @class.@event;
            /// <summary>Rows with &lt;awkward&gt; names.</summary>
            [EventSource("rows")]
            public sealed record Row
            {
                [EventId] public Guid Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public string @string { get; init; } = "";
                [Column("{{first.ToLowerInvariant()}}_a")] public double @{{first}} { get; init; }
                [Column("event_order")] public int EventOrder { get; init; }
            }
            [FeatureView("state")]
            public sealed partial record @{{second}}View
            {
                [EntityKey] public string @string { get; init; } = "";
                public double? @in { get; init; }
                public int? Add { get; init; }
                static FeatureQuery<@{{second}}View> Define(Events<Row> asOf) =>
                    from r in asOf
                    group r by r.@string into g
                    select new @{{second}}View { @string = g.Key, @in = g.All.Latest(x => x.@{{first}}), Add = g.All.Max(x => x.EventOrder) };
            }
            """);
        generated.Complaints().ShouldBeEmpty();
        generated.Result.GeneratedTrees.Length.ShouldBe(3);
    }

    [Fact]
    public void TheSql_IsReadableAsConstants()
    {
        var sql = Generated.From([.. ShopFiles.Select(TestCode.Shop)]).Load().GetType("Shop.UserPurchasesSql")!;
        foreach (var engine in new[] { "DuckDb", "Sqlite" })
        {
            var constants = sql.GetNestedType(engine)!.GetFields();
            constants.Select(c => c.Name).ShouldBe(["Training", "TrainingKnowingEverything", "Snapshot", "StateFeed", "StateFeedOfKeys"]);
            constants.ShouldAllBe(c => c.IsLiteral && ((string)c.GetRawConstantValue()!).Contains("SELECT") && !((string)c.GetRawConstantValue()!).Contains('\r'));
        }
    }

    [Fact]
    public void ADefinitionThatDoesNotBind_GeneratesNothing() =>
        Generated.From(TestView.Feature("long", "g.All.Count() * 2")).Result.GeneratedTrees
            .Select(t => Path.GetFileName(t.FilePath)).ShouldBe(["TypedFeatures.Sources.g.cs"]);
}
