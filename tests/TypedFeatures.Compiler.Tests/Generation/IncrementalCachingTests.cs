using Microsoft.CodeAnalysis;
using TypedFeatures.Generators;

namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>An edit makes the generator do again what the edit concerns, and nothing else.</summary>
public sealed class IncrementalCachingTests
{
    private const string Elsewhere = "namespace Test; public static class Elsewhere { public static int Twice(int x) { return x + x; } }";
    private const string Usings = "using System; using TypedFeatures; using static TypedFeatures.Duration; namespace Test; ";
    private static readonly string SomeLabel = Usings + TestLabel.Source()[TestView.Sources.Length..];

    private const string Table =
        "using System; using TypedFeatures; namespace Test; [FeatureTable(\"risk\")] public sealed partial record Risk { [EntityKey] public long Id { get; init; } [EventTime] public DateTime At { get; init; } public double? Score { get; init; } }";
    private static readonly string Users = View("Users", "UserId");
    private static readonly string Shops = View("Shops", "ShopId");

    private const string Service = """
        using TypedFeatures;
        namespace Test;
        [FeatureService("both")]
        public sealed partial record Both
        {
            public required Users User { get; init; }
            public required Shops Shop { get; init; }
            public bool IsRegular => User.Orders > 3;
        }
        """;

    [Fact]
    public void TheFirstRun_DoesEveryStep()
    {
        var run = new IncrementalRun(TestView.Sources, Users, Shops, Elsewhere, SomeLabel, Service, Table);
        foreach (var step in StepNames.All)
        {
            run.Reasons(step).ShouldNotBeEmpty(step);
            run.Reasons(step).ShouldAllBe(r => r == IncrementalStepRunReason.New, step);
        }
    }

    [Fact]
    public void EditingAMethodBodyElsewhere_ChangesNothing()
    {
        var run = new IncrementalRun(TestView.Sources, Users, Shops, Elsewhere, SomeLabel, Service, Table).Edit(3, "x + x", "2 * x");
        foreach (var step in StepNames.All)
        {
            run.Reasons(step).ShouldAllBe(r => r == IncrementalStepRunReason.Cached || r == IncrementalStepRunReason.Unchanged, step);
        }

        run.Reasons(StepNames.EmitViews).ShouldAllBe(r => r == IncrementalStepRunReason.Cached);
        run.Reasons(StepNames.EmitSources).ShouldAllBe(r => r == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void AnUnrelatedNewFile_ChangesNothing()
    {
        var run = new IncrementalRun(TestView.Sources, Users, Shops).Add("namespace Other; public sealed record Unrelated;");
        run.Reasons(StepNames.PrintViews).ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached]);
        run.Reasons(StepNames.EmitViews).ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached]);
        run.Reasons(StepNames.EmitSources).ShouldBe([IncrementalStepRunReason.Cached]);
    }

    [Fact]
    public void EditingAJoinedView_ChangesTheViewThatJoinsItToo()
    {
        var (inner, outer) = (Usings + TestJoinedView.Inner(), Usings + TestJoinedView.Outer());
        var run = new IncrementalRun(TestView.Sources, inner, outer, Users).Edit(1, "Days(7)", "Days(8)");
        IncrementalStepRunReason[] expected = [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached];
        run.Reasons(StepNames.PrintViews).ShouldBe(expected, ignoreOrder: true);
        run.Reasons(StepNames.EmitViews).ShouldBe(expected, ignoreOrder: true);
        run.Text("Test.TestView.Sql.g.cs").ShouldContain("INTERVAL 8 DAY");
    }

    [Fact]
    public void EditingAViewThatJoinsAnother_LeavesTheOther()
    {
        var (inner, outer) = (Usings + TestJoinedView.Inner(), Usings + TestJoinedView.Outer());
        var run = new IncrementalRun(TestView.Sources, inner, outer).Edit(2, "Days(1)", "Days(2)");
        run.Reasons(StepNames.PrintViews).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], ignoreOrder: true);
    }

    [Fact]
    public void FormattingAndComments_ChangeNothingAfterBinding()
    {
        var run = new IncrementalRun(TestView.Sources, Users, Shops).Edit(1, "group o by", "/* per user */ group  o  by");
        run.Reasons(StepNames.BindViews).ShouldAllBe(r => r == IncrementalStepRunReason.Unchanged || r == IncrementalStepRunReason.Cached);
        run.Reasons(StepNames.EmitViews).ShouldAllBe(r => r == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void EditingOneViewsWindow_ChangesThatViewOnly()
    {
        var run = new IncrementalRun(TestView.Sources, Users, Shops).Edit(1, "Days(7)", "Days(8)");
        run.Reasons(StepNames.BindViews).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], ignoreOrder: true);
        run.Reasons(StepNames.PrintViews).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], ignoreOrder: true);
        run.Reasons(StepNames.EmitViews).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], ignoreOrder: true);
        run.Reasons(StepNames.EmitSources).ShouldBe([IncrementalStepRunReason.Cached]);
        run.Text("Test.Users.View.g.cs").ShouldContain("Last8Days");
        run.Text("Test.Shops.View.g.cs").ShouldContain("Last7Days");
    }

    [Fact]
    public void EditingOneOfManyViews_RunsThatViewsStepsOnly()
    {
        const int Many = 30;
        const int Edited = 17;
        string[] views = [.. Enumerable.Range(0, Many).Select(i => View("Users" + i, "UserId"))];
        var run = new IncrementalRun([TestView.Sources, .. views]).Edit(1 + Edited, "Days(7)", "Days(8)");
        foreach (var step in new[] { StepNames.BindViews, StepNames.PrintViews, StepNames.EmitViews })
        {
            // In the order of the files, so that it is the edited one that ran.
            run.Reasons(step).ShouldBe(
                Enumerable.Range(0, Many).Select(i => i == Edited ? IncrementalStepRunReason.Modified : IncrementalStepRunReason.Cached), step);
        }
    }

    [Fact]
    public void ACommentInOneOfManyViews_PrintsAndEmitsNothing()
    {
        string[] views = [.. Enumerable.Range(0, 30).Select(i => View("Users" + i, "UserId"))];
        var run = new IncrementalRun([TestView.Sources, .. views]).Edit(5, "from o in orders", "/* all */ from o in orders");
        run.Reasons(StepNames.PrintViews).ShouldAllBe(r => r == IncrementalStepRunReason.Cached);
        run.Reasons(StepNames.EmitViews).ShouldAllBe(r => r == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void EditingASource_RunsExactlyTheViewsThatReadIt()
    {
        var visits = Usings + """[EventSource("visits")] public sealed record Visit { [EventId] public required string Id { get; init; } [EventTime] public DateTime At { get; init; } public long UserId { get; init; } public int Pages { get; init; } }""";
        var visitors = View("Visitors", "UserId").Replace("Events<Order>", "Events<Visit>");
        var run = new IncrementalRun(TestView.Sources, Users, visits, visitors, Shops).Edit(2, "public int Pages", "public int More { get; init; } public int Pages");
        run.Reasons(StepNames.EmitViews).ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached]);
        run.Edit(0, "public bool IsGift", "public bool IsWrapped { get; init; } public bool IsGift").Reasons(StepNames.EmitViews)
            .ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified]);
    }

    [Fact]
    public void EditingAnOnDemandFeature_ChangesItsServiceOnly()
    {
        var run = new IncrementalRun(TestView.Sources, Users, Shops, Service).Edit(3, "> 3", "> 4");
        run.Reasons(StepNames.BindServices).ShouldBe([IncrementalStepRunReason.Modified]);
        run.Reasons(StepNames.EmitServices).ShouldBe([IncrementalStepRunReason.Modified]);
        run.Reasons(StepNames.EmitViews).ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached]);
        run.Text("Test.Both.Sql.g.cs").ShouldContain("> 4");
    }

    [Fact]
    public void EditingAView_ChangesTheServiceThatReadsIt()
    {
        var run = new IncrementalRun(TestView.Sources, Users, Shops, Service).Edit(1, "Days(7)", "Days(8)");
        run.Reasons(StepNames.EmitServices).ShouldBe([IncrementalStepRunReason.Modified]);
        run.Text("Test.Both.Sql.g.cs").ShouldContain("INTERVAL 8 DAY");
    }

    [Fact]
    public void EditingASource_ChangesItsDescriptorAndTheViewsOverIt()
    {
        var run = new IncrementalRun(TestView.Sources, Users, Shops).Edit(0, "public bool IsGift", "public bool IsWrapped { get; init; } public bool IsGift");
        run.Reasons(StepNames.EmitSources).ShouldBe([IncrementalStepRunReason.Modified]);
        run.Reasons(StepNames.EmitViews).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified]);
        run.Text("TypedFeatures.Sources.g.cs").ShouldContain("IsWrapped");
    }

    [Fact]
    public void EditingAFeatureTable_ChangesItsViewAndItsDescriptor_AndNoOtherView()
    {
        var run = new IncrementalRun(TestView.Sources, Users, Table).Edit(2, "double? Score", "double? Risk_Score");
        run.Reasons(StepNames.EmitViews).ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], ignoreOrder: true);
        run.Reasons(StepNames.EmitSources).ShouldBe([IncrementalStepRunReason.Modified]);
    }

    private static string View(string name, string key) => $$"""
        using System;
        using TypedFeatures;
        using static TypedFeatures.Duration;
        namespace Test;
        [FeatureView("{{name.ToLowerInvariant()}}")]
        public sealed partial record {{name}}
        {
            [EntityKey] public long {{key}} { get; init; }
            public long Orders { get; init; }
            static FeatureQuery<{{name}}> Define(Events<Order> orders) =>
                from o in orders group o by o.{{key}} into g select new {{name}} { {{key}} = g.Key, Orders = g.Last(Days(7)).Count() };
        }
        """;
}
