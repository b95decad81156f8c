using Microsoft.CodeAnalysis;
using TypedFeatures.Generators;

namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>An edit of a label makes the generator do again what concerns it, and nothing else; and so an edit elsewhere.</summary>
public sealed class LabelCachingTests
{
    private const string Usings = "using System; using TypedFeatures; using static TypedFeatures.Duration; namespace Test; ";
    private static readonly string Users = Label("Users", "UserId");
    private static readonly string Shops = Label("Shops", "ShopId");
    private static readonly string View = TestView.Feature("long", "g.Last(Days(7)).Count()")[TestView.Sources.Length..];

    [Fact]
    public void EditingOneLabelsHorizon_ChangesThatLabelOnly()
    {
        var run = new IncrementalRun(TestView.Sources, Users, Shops, Usings + View)
            .Edit(1, "Days(7)", "Days(8)");

        run.Reasons(StepNames.BindLabels).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], ignoreOrder: true);
        run.Reasons(StepNames.PrintLabels).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], ignoreOrder: true);
        run.Reasons(StepNames.EmitLabels).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], ignoreOrder: true);
        run.Reasons(StepNames.EmitViews).ShouldBe([IncrementalStepRunReason.Cached]);
        run.Reasons(StepNames.EmitSources).ShouldBe([IncrementalStepRunReason.Cached]);
        run.Text("Test.Users.Sql.g.cs").ShouldContain("INTERVAL 8 DAY");
        run.Text("Test.Shops.Sql.g.cs").ShouldContain("INTERVAL 7 DAY");
    }

    [Fact]
    public void FormattingAndComments_ChangeNothingAfterBinding()
    {
        var run = new IncrementalRun(TestView.Sources, Users, Shops).Edit(1, "group o by", "/* per user */ group  o  by");

        run.Reasons(StepNames.BindLabels).ShouldAllBe(r => r == IncrementalStepRunReason.Unchanged || r == IncrementalStepRunReason.Cached);
        run.Reasons(StepNames.EmitLabels).ShouldAllBe(r => r == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void EditingAView_ChangesNoLabel()
    {
        var run = new IncrementalRun(TestView.Sources, Users, Usings + View).Edit(2, "Days(7)", "Days(8)");

        run.Reasons(StepNames.EmitViews).ShouldBe([IncrementalStepRunReason.Modified]);
        run.Reasons(StepNames.PrintLabels).ShouldBe([IncrementalStepRunReason.Cached]);
        run.Reasons(StepNames.EmitLabels).ShouldBe([IncrementalStepRunReason.Cached]);
    }

    private static string Label(string name, string key) => $$"""
        using System;
        using TypedFeatures;
        using static TypedFeatures.Duration;
        namespace Test;
        [Label("{{name.ToLowerInvariant()}}")]
        public sealed partial record {{name}}
        {
            [EntityKey] public long {{key}} { get; init; }
            public long Orders { get; init; }
            static LabelQuery<{{name}}> Define(Outcomes<Order> orders) =>
                from o in orders group o by o.{{key}} into g select new {{name}} { {{key}} = g.Key, Orders = g.Next(Days(7)).Count() };
        }
        """;
}
