using System.Text.RegularExpressions;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Contract;

/// <summary>Versions beside each other, retirement, and reasons: the ways in which what is released may change after all.</summary>
public sealed class ForkTests
{
    private const string ViewStart = "/// <summary>How a user orders.</summary>";
    private const string ViewEnd = "[FeatureTable(\"risk\"";

    private static readonly string Released = ContractCode.Shop[ContractCode.Shop.IndexOf(ViewStart, StringComparison.Ordinal)..ContractCode.Shop.IndexOf(ViewEnd, StringComparison.Ordinal)];

    /// <summary>The shop with a second version of its view that counts otherwise, the first kept beside it and read by the service as ever.</summary>
    public static string Forked { get; } = ContractCode.Shop
        .Replace(Released, Released.Replace("UserOrders", "UserOrdersV1", StringComparison.Ordinal) + NewVersion, StringComparison.Ordinal)
        .Replace("required UserOrders User", "required UserOrdersV1 User", StringComparison.Ordinal);

    private static string NewVersion => Released
        .Replace("Version = 1", "Version = 2", StringComparison.Ordinal)
        .Replace("Orders7d = g.Last(Days(7))", "Orders7d = g.Last(Days(8))", StringComparison.Ordinal);

    [Fact]
    public void AForkedView_IsCompatible()
    {
        var changes = Judge(ContractCode.Released(ContractCode.Shop), Forked);
        changes.ShouldAllBe(c => c.Verdict == Verdict.Compatible);
        changes.Select(c => (c.Kind, c.Subject.Version)).ShouldBe([(ContractChangeKind.Description, 1), (ContractChangeKind.DefinitionAdded, 2)], ignoreOrder: true);
    }

    [Fact]
    public void AnOldVersionThatIsEdited_IsSentToTheNewOne()
    {
        var locked = LockUpdate.Accept(ContractCode.Released(ContractCode.Shop), ContractCode.Contracts(Forked));
        var edited = Forked.Replace("Orders7d = g.Last(Days(7))", "Orders7d = g.Last(Days(6))", StringComparison.Ordinal);
        Judge(locked, edited).Single(c => c.Verdict != Verdict.Compatible).ShouldSatisfyAllConditions(
            c => c.Subject.ShouldBe(ContractCode.View),
            c => c.Remedy.ShouldBe("Undo it; what changes belongs in version 2, or in one after that."));
    }

    [Fact]
    public void AServiceThatReadsTheNewVersion_NeedsOneItself()
    {
        var changes = Judge(ContractCode.Released(ContractCode.Shop), Forked.Replace("required UserOrdersV1 User", "required UserOrders User", StringComparison.Ordinal));
        changes.Where(c => c.Verdict != Verdict.Compatible).Select(c => (c.Verdict, c.Kind, c.Subject)).ShouldBe([(Verdict.NewVersion, ContractChangeKind.ServiceView, ContractCode.Service)]);
    }

    [Fact]
    public void ANewVersionWithoutTheReleasedOne_IsBreaking_AndNamesWhoReadIt()
    {
        var source = ContractCode.Shop.Replace(Released, NewVersion, StringComparison.Ordinal);
        var change = Judge(ContractCode.Released(ContractCode.Shop), source).Single(c => c.Kind == ContractChangeKind.DefinitionRemoved);
        (change.Verdict, change.Subject).ShouldBe((Verdict.Breaking, ContractCode.View));
        change.ToString().ShouldBe("Feature view 'user_orders' version 1: its record is gone; there is version 2. Affected services: 'checkout' version 3. "
            + "Keep what was released beside version 2, as 'UserOrdersV1' with Version = 1; to take it away, mark it [Retired(\"date\")] first and keep it until that date.");
        LockUpdate.Accept(ContractCode.Released(ContractCode.Shop), ContractCode.Contracts(source)).Find(ContractCode.View).ShouldNotBeNull("what is released stays locked");
    }

    [Fact]
    public void AnUnreleasedVersionWithoutARecord_Goes()
    {
        var source = ContractCode.Shop.Replace(Released, NewVersion, StringComparison.Ordinal);
        Judge(ContractCode.Locked(ContractCode.Shop), source).ShouldAllBe(c => c.Verdict == Verdict.Compatible);
        LockUpdate.Accept(ContractCode.Locked(ContractCode.Shop), ContractCode.Contracts(source)).Find(ContractCode.View).ShouldBeNull();
    }

    [Fact]
    public void AMemberThatAnEnumHasBesides_IsTakenUpByTheNewVersion_AndTheReleasedOneMayHaveItToo()
    {
        const string Filter = "where o.Price > 0 && o.Quantity > 1";
        const string ByStatus = "where o.Price > 0 && o.Quantity > 1 && o.Status != OrderStatus.Pending";
        var shop = Forked.Replace(Filter, ByStatus, StringComparison.Ordinal);
        var locked = LockUpdate.Release(ContractCode.Locked(shop), i => i != ContractCode.View with { Version = 2 });
        string Grown(string source) => source.Replace("Completed, Refunded }", "Completed, Refunded, Lost }", StringComparison.Ordinal);

        var changes = Judge(locked, Grown(shop)).Where(c => c.Subject == ContractCode.View).ToList();
        changes.ShouldAllBe(c => c.Verdict == Verdict.Compatible);
        changes.ShouldContain(c => c.Kind == ContractChangeKind.EnumMemberAdded && c.Feature == "last_status");
        changes.ShouldContain(c => c.Kind == ContractChangeKind.EnumMemberAdded && c.Feature == null, "the filter reads it for all features");
        Judge(locked, Grown(shop)).ShouldContain(c => c.Subject == ContractCode.Label && c.Verdict == Verdict.NewVersion, "the label has no newer version");

        // What else changes at the same time is not let through with it.
        var released = shop.IndexOf("record UserOrdersV1", StringComparison.Ordinal);
        string InReleased(string before, string after) => shop[..released] + new Regex(Regex.Escape(before)).Replace(shop[released..], after, 1);
        foreach (var (before, after, kind) in new[]
        {
            ("Latest(x => x.o.Status)", "First(x => x.o.Status)", ContractChangeKind.Aggregate),
            ("Latest(x => x.o.Status)", "Latest(x => x.o.Status == OrderStatus.Pending ? OrderStatus.Completed : x.o.Status)", ContractChangeKind.Transform),
            ("OrderStatus.Pending", "OrderStatus.Completed", ContractChangeKind.Query),
        })
        {
            Judge(locked, Grown(InReleased(before, after))).ShouldContain(c => c.Subject == ContractCode.View && c.Kind == kind && c.Verdict == Verdict.NewVersion, after);
        }

        Judge(locked, shop.Replace("Pending, Completed, Refunded }", "Pending, Lost, Completed, Refunded }", StringComparison.Ordinal))
            .ShouldContain(c => c.Subject == ContractCode.View && c.Kind == ContractChangeKind.EnumMembersReordered && c.Verdict == Verdict.NewVersion, "others have other values");
    }

    [Fact]
    public void AForkIsAcceptedAtOnce_WithTheMemberThatItIsMadeFor()
    {
        var source = Forked.Replace("Completed, Refunded }", "Completed, Refunded, Lost }", StringComparison.Ordinal);
        var accepted = LockUpdate.Accept(ContractCode.Released(ContractCode.Shop), ContractCode.Contracts(source));
        Judge(accepted, source).Where(c => c.Subject.Kind == ContractKind.View).ShouldBeEmpty();
        accepted.Find(ContractCode.View)!.Features.Single(f => f.Id == "last_status").ShouldSatisfyAllConditions(f => f.IsReleased.ShouldBeTrue(), f => f.Type.Enum!.Members.Count.ShouldBe(4));
    }

    private static readonly string[] WithoutDoubled = ["public double Doubled => Amount * 2;", ""];

    [Theory]
    [InlineData(null, Verdict.Compatible)]
    [InlineData("2027-01-30", Verdict.Breaking)]
    [InlineData("2027-01-31", Verdict.Compatible)]
    [InlineData("2028-01-01", Verdict.Compatible)]
    public void ARetiredFeature_MayGoWhenItsDayHasCome_WhichTheCompilerDoesNotJudge(string? today, Verdict verdict)
    {
        var locked = LockUpdate.Accept(ContractCode.Released(ContractCode.Shop), ContractCode.Contracts(ContractCode.Edit("public double Doubled", "[Retired(\"2027-01-31\")] public double Doubled")));
        locked.Find(ContractCode.Service)!.Features.Single(f => f.Id == "doubled").Retired.ShouldBe("2027-01-31");

        var change = Judge(locked, ContractCode.Edit(WithoutDoubled), today).Single(c => c.Feature == "doubled");

        (change.Verdict, change.Kind).ShouldBe((verdict, ContractChangeKind.FeatureRemoved));
        change.Remedy.ShouldBe(verdict == Verdict.Breaking ? "It is retired from 2027-01-31 on; keep it until then." : "");
    }

    [Theory]
    [InlineData(null, Verdict.Compatible)]
    [InlineData("2027-01-30", Verdict.Breaking)]
    [InlineData("2027-01-31", Verdict.Compatible)]
    public void ARetiredFeature_MayBecomeAnother_WhenItsDayHasCome(string? today, Verdict verdict) =>
        Judge(ContractCode.Released(ContractCode.Shop), ContractCode.Edit("[Vector(3)] public", "[Retired(\"2027-01-31\"), Vector(4)] public"), today)
            .Single(c => c.Kind == ContractChangeKind.VectorLength).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("2027-01-30", Verdict.Breaking)]
    [InlineData("2027-01-31", Verdict.Compatible)]
    public void ARetiredViewOfAService_MayGoWhenItsDayHasCome(string today, Verdict verdict)
    {
        var locked = LockUpdate.Accept(ContractCode.Released(ContractCode.Shop), ContractCode.Contracts(ContractCode.Edit("public required Risk Risk", "[Retired(\"2027-01-31\")] public required Risk Risk")));
        Judge(locked, ContractCode.Edit("public required Risk Risk { get; init; }", ""), today).Single(c => c.Kind == ContractChangeKind.FeatureRemoved).Verdict.ShouldBe(verdict);
    }

    [Fact]
    public void AFeatureThatIsMarkedAndRemovedAtOnce_IsNotRetired() =>
        Judge(ContractCode.Released(ContractCode.Shop), ContractCode.Edit(WithoutDoubled)).Single(c => c.Feature == "doubled").Verdict.ShouldBe(Verdict.Breaking);

    [Fact]
    public void WhatIsRetired_StaysLocked_UntilItsDayIsKnownToHaveCome()
    {
        var locked = LockUpdate.Accept(ContractCode.Released(ContractCode.Shop), ContractCode.Contracts(ContractCode.Edit("public double Doubled", "[Retired(\"2027-01-31\")] public double Doubled")));
        var code = ContractCode.Contracts(ContractCode.Edit(WithoutDoubled));
        bool Has(string? today) => LockUpdate.Accept(locked, code, today).Find(ContractCode.Service)!.Features.Any(f => f.Id == "doubled");
        Has(null).ShouldBeTrue();
        Has("2027-01-30").ShouldBeTrue();
        Has("2027-01-31").ShouldBeFalse();
    }

    [Theory]
    [InlineData("2027-01-30", Verdict.Breaking)]
    [InlineData("2027-02-01", Verdict.Compatible)]
    public void ARetiredRecord_MayGoWhenItsDayHasCome(string today, Verdict verdict)
    {
        var locked = LockUpdate.Accept(
            ContractCode.Released(ContractCode.Shop), ContractCode.Contracts(ContractCode.Edit("[Label(\"refunded\", Version = 1)]", "[Label(\"refunded\", Version = 1), Retired(\"2027-01-31\")]")));
        var start = ContractCode.Shop.IndexOf("[Label(", StringComparison.Ordinal);
        var code = ContractCode.Shop.Remove(start, ContractCode.Shop.IndexOf("[FeatureService(", StringComparison.Ordinal) - start);
        Judge(locked, code, today).Single(c => c.Subject == ContractCode.Label).Verdict.ShouldBe(verdict);
        (LockUpdate.Accept(locked, ContractCode.Contracts(code), today).Find(ContractCode.Label) is null).ShouldBe(verdict == Verdict.Compatible);
    }

    [Fact]
    public void AReason_AcceptsOneChangeOfLogic_AndIsRecorded()
    {
        var locked = ContractCode.Released(ContractCode.Shop);
        string[] Rewritten(string reason, string value) => ["public double Spend30d", $"[LogicEquivalent(\"{reason}\")] public double Spend30d", "x.o.Price * x.s.Rate", value];
        var first = ContractCode.Edit(Rewritten("a product has two factors", "x.o.Price * x.s.Rate * 1"));

        Judge(locked, first).Single().ShouldSatisfyAllConditions(c => c.Verdict.ShouldBe(Verdict.Compatible), c => c.Kind.ShouldBe(ContractChangeKind.LogicEquivalent), c => c.Message.ShouldEndWith("which means the same: a product has two factors."));

        var accepted = LockUpdate.Accept(locked, ContractCode.Contracts(first));
        accepted.Print().ShouldContain("\"logicEquivalent\": \"a product has two factors\"");
        Judge(accepted, first).ShouldBeEmpty();

        Judge(accepted, ContractCode.Edit(Rewritten("a product has two factors", "x.o.Price * x.s.Rate * 3"))).Single().Verdict.ShouldBe(Verdict.NewVersion, "a reason accepts one change");
        Judge(accepted, ContractCode.Edit(Rewritten("and now another", "x.o.Price * x.s.Rate * 1 * 1"))).Single().Verdict.ShouldBe(Verdict.Compatible);

        // The reason may go from the code; the lock file keeps it.
        var silent = ContractCode.Contracts(ContractCode.Edit("x.o.Price * x.s.Rate", "x.o.Price * x.s.Rate * 1"));
        LockUpdate.Accept(accepted, silent).ShouldBe(accepted);
    }

    [Fact]
    public void AReasonOnTheRecord_AcceptsAChangeOfTheQuery()
    {
        string[] filter = ["o.Quantity > 1", "o.Quantity >= 2"];
        Judge(ContractCode.Released(ContractCode.Shop), ContractCode.Edit(filter)).ShouldContain(c => c.Kind == ContractChangeKind.Query && c.Verdict == Verdict.NewVersion);
        Judge(ContractCode.Released(ContractCode.Shop), ContractCode.Edit([.. filter, "[FeatureView(\"user_orders\"", "[LogicEquivalent(\"whole numbers\"), FeatureView(\"user_orders\""]))
            .ShouldAllBe(c => c.Verdict == Verdict.Compatible && c.Kind == ContractChangeKind.LogicEquivalent);
    }

    [Theory]
    [InlineData("Orders7d = g.Last(Days(7))", "Orders7d = g.Last(Days(8))")]
    [InlineData("Max(x => x.o.Price) ?? 0", "Max(x => x.o.Price) ?? 1")]
    [InlineData("[EventTime] public DateTime OccurredAt { get; init; }\n    public DateTime PlacedAt", "public DateTime OccurredAt { get; init; }\n    [EventTime] public DateTime PlacedAt")]
    public void NoReason_AcceptsAnotherWindowDefaultOrEventTime(string before, string after) =>
        Judge(ContractCode.Released(ContractCode.Shop), ContractCode.Edit(before, after, "[FeatureView(\"user_orders\"", "[LogicEquivalent(\"it is so\"), FeatureView(\"user_orders\""))
            .ShouldContain(c => c.Verdict == Verdict.NewVersion);

    [Theory]
    [InlineData("public string? LastEmail", "[PiiRemoval(\"hashed since\")] public string? LastEmail", "[Pii] public string? Email", "public string? Email")]
    [InlineData("[Pii] public string? Email", "[PiiRemoval(\"hashed since\")] public string? Email")]
    public void AReason_TakesTheTagOfPersonalDataAway_AndIsRecorded(params string[] edits)
    {
        var locked = ContractCode.Released(ContractCode.Shop);
        var code = ContractCode.Contracts(ContractCode.Edit(edits));
        ContractComparison.Compare(locked, code).Single(c => c.Feature == "last_email").ShouldSatisfyAllConditions(c => c.Kind.ShouldBe(ContractChangeKind.PiiRemoved), c => c.Verdict.ShouldBe(Verdict.Compatible));
        LockUpdate.Accept(locked, code).Print().ShouldContain("\"piiRemoval\": \"hashed since\"");
    }

    [Fact]
    public void ARename_KeepsTheIdThroughFurtherRenames()
    {
        string[] Renamed(string name, string former) => ["public double? Average30d", $"[FormerlyNamed(\"{former}\")] public double? {name}", "Average30d = g", $"{name} = g", "User.Average30d is", $"User.{name} is"];
        var locked = ContractCode.Released(ContractCode.Shop);
        var once = LockUpdate.Accept(locked, ContractCode.Contracts(ContractCode.Edit(Renamed("Mean30d", "Average30d"))));
        once.Find(ContractCode.View)!.Features.Single(f => f.Name == "mean30d").Id.ShouldBe("average30d");

        var twice = LockUpdate.Accept(once, ContractCode.Contracts(ContractCode.Edit(Renamed("Middle30d", "Average30d"))));
        twice.Find(ContractCode.View)!.Features.Single(f => f.Name == "middle30d").ShouldSatisfyAllConditions(f => f.Id.ShouldBe("average30d"), f => f.IsReleased.ShouldBeTrue());
    }

    [Fact]
    public void TwoFeaturesThatChangeNames_AreToldApart()
    {
        var changes = Judge(ContractCode.Released(ContractCode.Shop), ContractCode.Edit(
            "public double? Average30d", "[FormerlyNamed(\"Average30d\")] public double? Orders7d",
            "public long Orders7d", "[FormerlyNamed(\"Orders7d\")] public long Average30d",
            "Average30d = g.Last(Days(30))", "AVERAGE = g.Last(Days(30))",
            "Orders7d = g", "Average30d = g",
            "AVERAGE = g", "Orders7d = g",
            "User.Average30d is", "User.Orders7d is"));
        changes.Select(c => (c.Verdict, c.Kind, c.Feature)).ShouldBe(
            [(Verdict.Compatible, ContractChangeKind.FeatureRenamed, "average30d"), (Verdict.Compatible, ContractChangeKind.FeatureRenamed, "orders7d")], ignoreOrder: true);
    }

    [Fact]
    public void AnAddedFeature_IsFreeUntilItIsReleased()
    {
        string[] Added(string window) =>
            ["public string? Favourite90d { get; init; }", "public string? Favourite90d { get; init; } public double? FirstPrice { get; init; }", "Favourite90d = g", $"FirstPrice = g.Last({window}).First(x => x.o.Price), Favourite90d = g"];
        var locked = LockUpdate.Accept(ContractCode.Released(ContractCode.Shop), ContractCode.Contracts(ContractCode.Edit(Added("Days(7)"))));
        locked.Find(ContractCode.View)!.Features.Where(f => !f.IsReleased).Select(f => f.Id).ShouldBe(["first_price"]);

        var changed = ContractCode.Edit(Added("Days(8)"));
        Judge(locked, changed).ShouldAllBe(c => c.Verdict == Verdict.Compatible);
        Judge(LockUpdate.Release(locked), changed).ShouldContain(c => c.Feature == "first_price" && c.Verdict == Verdict.NewVersion);
        Judge(LockUpdate.Release(locked, i => i.Kind == ContractKind.Label), changed).ShouldAllBe(c => c.Verdict == Verdict.Compatible);
    }

    private static IReadOnlyList<ContractChange> Judge(LockFile locked, string source, string? today = null) => ContractComparison.Compare(locked, ContractCode.Contracts(source), today);
}
