using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Reach;
using TypedFeatures.Generators;

namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>A definition is bound again exactly where an edit changed a file that it can see.</summary>
public sealed class DefinitionReachTests
{
    private const string Usings = "using System; using TypedFeatures; using static TypedFeatures.Duration; namespace Test; ";

    private const string Status = "namespace Test; public enum VisitStatus { Open, Closed }";

    private const string Visit = Usings + """
        [EventSource("visits")]
        public sealed record Visit
        {
            [EventId] public required string Id { get; init; }
            [EventTime] public DateTime At { get; init; }
            public long UserId { get; init; }
            public int Pages { get; init; }
            public VisitStatus Status { get; init; }
        }
        """;

    private const string Table = Usings + "[FeatureTable(\"risk\")] public sealed partial record Risk { [EntityKey] public long Id { get; init; } [EventTime] public DateTime At { get; init; } public double? Score { get; init; } }";

    private const string Elsewhere = "namespace Test; public static class Elsewhere { public static int Twice(int x) => x + x; }";
    private static readonly string Orders = View("Orders", "Events<Order> rows", "from o in rows group o by o.UserId into g", "g.Last(Days(7)).Count()");
    private static readonly string Visits = View("Visits", "Events<Visit> rows", "from v in rows where v.Status == VisitStatus.Closed group v by v.UserId into g", "g.Last(Days(7)).Count()");

    [Fact]
    public void AnEditInsideOneView_BindsThatViewOnly()
    {
        var run = new IncrementalRun(TestView.Sources, Orders, Status, Visit, Visits).Edit(1, "Days(7)", "Days(8)");
        foreach (var step in new[] { StepNames.BindViews, StepNames.PrintViews, StepNames.EmitViews })
        {
            run.Reasons(step).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], step);
        }

        run.Reasons(StepNames.BindEventSources).ShouldAllBe(r => r == IncrementalStepRunReason.Cached);
        run.Reasons(StepNames.BindDimensionSources).ShouldAllBe(r => r == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void AnEditOfAnUnrelatedFile_BindsNothing()
    {
        var label = Usings + TestLabel.Source()[TestView.Sources.Length..];
        var run = new IncrementalRun(TestView.Sources, Orders, Status, Visit, Visits, Elsewhere, label, Service("OfOrders", "Orders"), Table).Edit(5, "x + x", "2 * x");
        foreach (var step in StepNames.All.Where(s => s.StartsWith("Bind", StringComparison.Ordinal)))
        {
            run.Reasons(step).ShouldAllBe(r => r == IncrementalStepRunReason.Cached, step);
        }
    }

    [Fact]
    public void ANewFileWithNoNewNamespace_BindsNothing() =>
        new IncrementalRun(TestView.Sources, Orders, Status, Visit, Visits).Add("namespace Test; public sealed record Unrelated;")
            .Reasons(StepNames.BindViews).ShouldAllBe(r => r == IncrementalStepRunReason.Cached);

    [Fact]
    public void ASourceAndAnEnumOfIt_ConcernTheViewsThatReadIt()
    {
        var run = new IncrementalRun(TestView.Sources, Orders, Status, Visit, Visits).Edit(3, "public int Pages", "public int More { get; init; } public int Pages");
        run.Reasons(StepNames.BindViews).ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified]);
        run.Edit(2, "Closed", "Closed, Lost").Reasons(StepNames.BindViews).ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified]);
        run.Text("TypedFeatures.Sources.g.cs").ShouldContain("Lost");
    }

    [Fact]
    public void AHelperOfAHelper_ConcernsTheViewThatCallsIt()
    {
        var view = View("Visits", "Events<Visit> rows", "from v in rows where Outer.IsLong(v.Pages) group v by v.UserId into g", "g.Last(Days(7)).Count()");
        var run = new IncrementalRun(
            TestView.Sources,
            Orders,
            Status,
            Visit,
            view,
            "namespace Test; public static class Outer { public static bool IsLong(int pages) => pages > Inner.Least; }",
            "namespace Test; public static class Inner { public const int Least = 40; }");
        run.Edit(6, "40", "41").Reasons(StepNames.BindViews).ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified]);
        run.Text("Test.Visits.Sql.g.cs").ShouldContain("41");
    }

    [Fact]
    public void AConstantByUsingStaticInAnotherFile_ConcernsAll()
    {
        var view = View("Visits", "Events<Visit> rows", "from v in rows where v.Pages > Least group v by v.UserId into g", "g.Last(Days(7)).Count()");
        var run = new IncrementalRun(
            TestView.Sources,
            Orders,
            Status,
            Visit,
            view,
            "global using static Test.Limits;",
            "namespace Test; public static class Limits { public const int Least = 40; }");
        run.Edit(6, "40", "41").Reasons(StepNames.BindViews).ShouldBe([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified]);
        run.Text("Test.Visits.Sql.g.cs").ShouldContain("41");
    }

    [Fact]
    public void AnotherPartOfTheRecord_ConcernsIt()
    {
        var run = new IncrementalRun(TestView.Sources, Orders, Status, Visit, Visits.Replace("Days(7)", "Length"), Usings + "partial record Visits { private static readonly TimeSpan Length = Days(7); }");
        run.Edit(5, "Days(7)", "Days(8)").Reasons(StepNames.BindViews).ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified]);
        run.Text("Test.Visits.Sql.g.cs").ShouldContain("INTERVAL 8 DAY");
    }

    [Fact]
    public void AnExtensionMethod_ConcernsTheViewsThatNameIt()
    {
        var view = View("Visits", "Events<Visit> rows", "from v in rows where v.IsLong() group v by v.UserId into g", "g.Last(Days(7)).Count()");
        var run = new IncrementalRun(
            TestView.Sources, Orders, Status, Visit, view, "namespace Test; public static class VisitRules { public static bool IsLong(this Visit visit) => visit.Pages > 40; }");
        run.Edit(5, "40", "41").Reasons(StepNames.BindViews).ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified]);
        run.Text("Test.Visits.Sql.g.cs").ShouldContain("41");
    }

    [Fact]
    public void ATypeThatTakesAName_ConcernsTheViewsThatUseIt()
    {
        // Nearer than the status of namespace Test; what the view then compares with is no status.
        var run = new IncrementalRun(TestView.Sources, Orders, Status, Visit, Visits.Replace("namespace Test;", "namespace Test.Views;"))
            .Add("namespace Test.Views; public enum VisitStatus { Open, Closed }");
        run.Reasons(StepNames.BindViews).ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified]);
    }

    [Fact]
    public void EditingAViewsFile_BindsTheServiceThatReadsIt_AndNoOther()
    {
        var run = new IncrementalRun(TestView.Sources, Orders, Status, Visit, Visits, Service("OfOrders", "Orders"), Service("OfVisits", "Visits"));
        run.Edit(1, "Days(7)", "Days(8)").Reasons(StepNames.BindServices).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached]);
    }

    [Fact]
    public void WhatIsBound_KeepsNoCompilation()
    {
        var (driver, before) = RunTwice();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        before.IsAlive.ShouldBeFalse();
        GC.KeepAlive(driver);
    }

    [Fact]
    public async Task WhatTheGeneratorBound_AnalyzersDoNotBindAgain()
    {
        // Bound under a name of its own, so that nothing else in this process has bound it.
        var before = TestCode.Compile(TestView.Sources, View("BoundOnce", "Events<Order> rows", "from o in rows group o by o.UserId into g", "g.Last(Days(7)).Count()"));
        CSharpGeneratorDriver.Create([new FeatureGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)before.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(before, out var output, out _);
        var view = output.GetTypeByMetadataName("Test.BoundOnce")!;

        Definition<BoundView>.Bound(view, output, ViewBinder.Bind).ShouldNotBeNull().Value.ShouldNotBeNull().Plan.Name.ShouldBe("boundonce");
        (await TestCode.AnalyzeAsync((CSharpCompilation)output)).ShouldBeEmpty();

        var edited = output.AddSyntaxTrees(CSharpSyntaxTree.ParseText("namespace Other;", (CSharpParseOptions)before.SyntaxTrees[0].Options));
        Definition<BoundView>.Bound(edited.GetTypeByMetadataName("Test.BoundOnce")!, edited, ViewBinder.Bind).ShouldBeNull();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference Before) RunTwice()
    {
        var before = TestCode.Compile(TestView.Sources, Orders, Elsewhere);
        var driver = CSharpGeneratorDriver.Create([new FeatureGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)before.SyntaxTrees[0].Options).RunGenerators(before);
        var edited = before.ReplaceSyntaxTree(before.SyntaxTrees[2], CSharpSyntaxTree.ParseText("namespace Test;", (CSharpParseOptions)before.SyntaxTrees[2].Options));
        return (driver.RunGenerators(edited), new WeakReference(before));
    }

    private static string Service(string name, string view) =>
        Usings + $"[FeatureService(\"{name.ToLowerInvariant()}\")] public sealed partial record {name} {{ public required {view} User {{ get; init; }} }}";

    private static string View(string name, string parameters, string query, string value) => Usings + $$"""
        [FeatureView("{{name.ToLowerInvariant()}}")]
        public sealed partial record {{name}}
        {
            [EntityKey] public long UserId { get; init; }
            public long Count { get; init; }
            static FeatureQuery<{{name}}> Define({{parameters}}) => {{query}} select new {{name}} { UserId = g.Key, Count = {{value}} };
        }
        """;
}
