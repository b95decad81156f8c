using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1020Tests
{
    [Theory]
    [InlineData("long", "g.All.Count(p => [|p.ChargedBack|])", "TestView.Value ← Payment.ChargedBack")]
    [InlineData("double", "g.All.Sum(p => [|p.ChargedBack|] ? p.Amount : 0)", "TestView.Value ← Payment.ChargedBack")]
    [InlineData("long", "g.All.Where(p => p.Amount > 3 && ![|p.ChargedBack|]).Count()", "TestView.Value ← Payment.ChargedBack")]
    [InlineData("long", "g.All.Count(p => p.Category == \"a\" && [|p.Returned|] && p.Amount > 3)", "Payment.Returned", true)]
    public async Task OutcomeColumn_IsAnError_AndThePlanStands(string type, string value, string path, bool isLagged = false)
    {
        var text = LeakSource.Feature(type, value);
        (await RuleTest.ReportsAsync(isLagged ? RulesOf.ImmatureOutcome : RulesOf.KnownAfterOutcome, text)).GetMessage().ShouldContain(path);
        TestCode.BindView(TestCode.CompileValid(RuleTest.Unmark(text).Text), TestView.TypeName).Value.ShouldNotBeNull();
    }

    [Fact]
    public async Task OutcomeColumn_ThroughAHelperOfAnotherFile_IsReportedThere_AndTheMessageShowsThePath()
    {
        var text = LeakSource.Condition("Help.IsBad(p)").Replace("p.Amount > 10 && p.ChargedBack", "p.Amount > 10 && [|p.ChargedBack|]", StringComparison.Ordinal);
        (await RuleTest.ReportsAsync(RulesOf.KnownAfterOutcome, text)).GetMessage().ShouldContain("TestView.Value ← Help.IsBad ← Payment.ChargedBack");
    }

    [Fact]
    public async Task OutcomeColumn_ThroughAPropertyOfTheRow_IsReportedThere()
    {
        var text = LeakSource.Condition("p.IsLost").Replace("IsLost => ChargedBack", "IsLost => [|ChargedBack|]", StringComparison.Ordinal);
        (await RuleTest.ReportsAsync(RulesOf.KnownAfterOutcome, text)).GetMessage().ShouldContain("TestView.Value ← Payment.IsLost ← Payment.ChargedBack");
    }

    [Theory]
    [InlineData("where ![|p.ChargedBack|]", "p")]
    [InlineData("let bad = [|p.ChargedBack|] where bad", "p")]
    public async Task OutcomeColumn_ThatFilters_ConcernsEveryFeature(string clauses, string group)
    {
        var diagnostic = await RuleTest.ReportsAsync(RulesOf.KnownAfterOutcome, LeakSource.Feature("long", "g.All.Count()", clauses, group: group));
        diagnostic.GetMessage().ShouldContain("Every feature of 'test_view'");
    }

    [Fact]
    public Task OutcomeColumn_OfALetThatNobodyReads_IsAllowed() =>
        RuleTest.AllowsAsync(LeakSource.Feature("long", "g.All.Count(x => x.p.Amount > 3)", "let bad = p.ChargedBack", group: "new { p, bad }"));

    [Fact]
    public Task OutcomeColumn_InTheKeyOfAJoin_IsAnError() => RuleTest.ReportsAsync(RulesOf.KnownAfterOutcome, LeakSource.Feature(
        "long",
        "g.All.Count()",
        "join s in shops on ([|p.ChargedBack|] ? p.ShopId : 0) equals s.ShopId",
        parameters: ", Dimension<Shop> shops") + """

        [DimensionSource("shops")]
        public sealed record Shop { [EntityKey] public long ShopId { get; init; } [ValidFrom] public DateTime At { get; init; } }
        """);

    [Fact]
    public async Task OutcomeColumn_OfAMergedStream_IsReportedInItsSelect()
    {
        var text = LeakSource.Sources + """
            [EventSource("visits")]
            public sealed record Visit { [EventId] public long Id { get; init; } [EventTime] public DateTime At { get; init; } public long UserId { get; init; } }

            [FeatureView("test_view")]
            public sealed partial record TestView
            {
                [EntityKey] public long UserId { get; init; }
                public long Value { get; init; }
                static FeatureQuery<TestView> Define(Events<Payment> payments, Events<Visit> visits) =>
                    from x in Events.Merge(
                        payments.Select(p => new { p.UserId, Bad = [|p.ChargedBack|] }),
                        visits.Select(v => new { v.UserId, Bad = false }))
                    group x by x.UserId into g
                    select new TestView { UserId = g.Key, Value = g.All.Count(x => x.Bad) };
            }
            """;
        (await RuleTest.ReportsAsync(RulesOf.KnownAfterOutcome, text)).GetMessage().ShouldContain("TestView.Value ← Payment.ChargedBack");
    }

    [Fact]
    public async Task OutcomeColumn_OfAViewThatIsRead_IsReportedAtBothViews()
    {
        var text = LeakSource.Sources + """
            [FeatureView("bad_users")]
            public sealed partial record BadUsers
            {
                [EntityKey] public long UserId { get; init; }
                public long Bad { get; init; }
                static FeatureQuery<BadUsers> Define(Events<Payment> payments) =>
                    from p in payments group p by p.UserId into g
                    select new BadUsers { UserId = g.Key, Bad = g.All.Count(p => [|p.ChargedBack|]) };
            }

            [FeatureView("test_view")]
            public sealed partial record TestView
            {
                [EntityKey] public long UserId { get; init; }
                public long Value { get; init; }
                static FeatureQuery<TestView> Define(Events<Payment> payments, View<BadUsers> users) =>
                    from p in payments
                    join u in users.Snapshots(every: Days(1)) on p.UserId equals u.UserId
                    group new { p, u } by p.UserId into g
                    select new TestView { UserId = g.Key, Value = g.All.Count(x => [|x.u.Bad|] > 3) };
            }
            """;
        await RuleTest.ReportsAsync(RulesOf.KnownAfterOutcome, text);
        var diagnostics = await TestCode.AnalyzeAsync(TestCode.CompileValid(RuleTest.Unmark(text).Text));
        diagnostics[1].GetMessage().ShouldContain("TestView.Value ← BadUsers.Bad ← Payment.ChargedBack");
    }

    [Fact]
    public async Task OutcomeColumn_OfAViewThatAServiceReads_IsReportedInTheServiceToo()
    {
        var text = LeakSource.Condition("[|p.ChargedBack|]") + """

            [FeatureService("checkout")]
            public sealed partial record Checkout
            {
                public required TestView User { get; init; }
                [Request] public required double Amount { get; init; }
                public double Weighted => User.Value > 0 ? Amount : 0;
            }
            """;
        text = text.Replace("=> User.Value > 0", "=> [|User.Value|] > 0", StringComparison.Ordinal);
        await RuleTest.ReportsAsync(RulesOf.KnownAfterOutcome, text);
        var diagnostics = await TestCode.AnalyzeAsync(TestCode.CompileValid(RuleTest.Unmark(text).Text));
        diagnostics[1].GetMessage().ShouldContain("Checkout.Weighted ← TestView.Value ← Payment.ChargedBack");
    }

    [Fact]
    public async Task OutcomeColumn_OfALabel_IsWhatLabelsAreFor() => (await TestCode.AnalyzeAsync(TestCode.CompileValid(LeakSource.Sources))).ShouldBeEmpty();
}
