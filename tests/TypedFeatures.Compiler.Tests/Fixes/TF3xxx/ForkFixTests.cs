using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.TF3xxx;
using TypedFeatures.Compiler.Tests.Contract;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Fixes.TF3xxx;

/// <summary>What a fork does beyond one record in one file, and where it is not offered because it would not keep what was promised.</summary>
public class ForkFixTests
{
    private const string Window = "Orders7d = g.Last(Days(7))";
    private const string OtherWindow = "Orders7d = g.Last(Days(8))";

    private static readonly string[] Everything = [Window, OtherWindow, "Amount / average", "Amount + average"];

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task AllRecords_AreForkedOneAfterTheOther(FixAllScope scope)
    {
        var edited = ContractCode.Edit(Everything);
        using var solution = new LockedSolution(ContractCode.ReleasedWithTexts(ContractCode.Shop), edited);

        await solution.ApplyAsync(await solution.OfferedForAllAsync(new TF3010Fixes(), scope, "fork", await solution.FindingsAsync("TF3010")));

        // The edited service is a new one and may read the new view; the released one goes on with what it read.
        var code = (await solution.CodeAsync()).ShouldHaveSingleItem();
        code.ShouldContain("record CheckoutV3\n{\n    public required UserOrdersV1 User");
        code.ShouldContain("[FeatureService(\"checkout\", Version = 4, Owner = \"fraud\")]");
        code.ShouldContain("[FeatureView(\"user_orders\", Version = 2, Owner = \"growth\"");
        (await solution.FindingsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadersInOtherFiles_GoOnWithTheReleasedVersion_AndFilesKeepTheirLineEnds()
    {
        const string Service = "[FeatureService(";
        const string Usings = "using TypedFeatures;\n\nnamespace Test;\n\n";
        var at = ContractCode.Shop.IndexOf(Service, StringComparison.Ordinal);
        string Views(string code) => code[..code.IndexOf(Service, StringComparison.Ordinal)].ReplaceLineEndings("\r\n");
        var released = ContractCode.ReleasedWithTexts(ContractCode.Shop);
        var edited = ContractCode.Edit(Window, OtherWindow);
        using var solution = new LockedSolution(released, Views(edited), Usings + ContractCode.Shop[at..]);

        await solution.ApplyAsync((await solution.OfferedAsync(new TF3010Fixes(), (await solution.FindingsAsync("TF3010")).Single())).ShouldHaveSingleItem());

        var expected = ForkTest.Expected(edited, ContractCode.View);
        (await solution.CodeAsync()).ShouldBe([Views(expected), Usings + expected[expected.IndexOf(Service, StringComparison.Ordinal)..]]);
        (await solution.FindingsAsync()).ShouldBeEmpty();
        LockFile.Parse(await solution.LockFileAsync()).Find(ContractCode.Service)!.Text.ShouldContain("    public required UserOrdersV1 User { get; init; }");
    }

    [Fact]
    public async Task AServiceThatIsNotReleased_TakesUpTheNewVersion()
    {
        var locked = LockUpdate.Release(LockUpdate.Accept(LockFile.Empty, ContractCode.ReleasedWithTexts(ContractCode.Shop).Definitions.Select(d => d with { IsReleased = false })), i => i.Kind == ContractKind.View);
        using var solution = new LockedSolution(locked, ContractCode.Edit(Window, OtherWindow));

        await solution.ApplyAsync((await solution.OfferedAsync(new TF3010Fixes(), (await solution.FindingsAsync("TF3010")).Single())).ShouldHaveSingleItem());

        (await solution.CodeAsync()).Single().ShouldContain("public required UserOrders User { get; init; }");
        (await solution.FindingsAsync()).Select(d => d.Id).ShouldBe(["TF3002"], "it reads another version now, and nobody relies on it");
    }

    [Fact]
    public async Task AForkedRecord_IsForkedAgain()
    {
        using var first = new LockedSolution(ContractCode.ReleasedWithTexts(ContractCode.Shop), ContractCode.Edit(Window, OtherWindow));
        await first.ApplyAsync((await first.OfferedAsync(new TF3010Fixes(), (await first.FindingsAsync("TF3010")).Single())).ShouldHaveSingleItem());
        var code = (await first.CodeAsync()).Single();

        using var second = new LockedSolution(ContractCode.ReleasedWithTexts(code), code.Replace(OtherWindow, "Orders7d = g.Last(Days(9))", StringComparison.Ordinal));
        await second.ApplyAsync((await second.OfferedAsync(new TF3010Fixes(), (await second.FindingsAsync("TF3010")).Single())).ShouldHaveSingleItem());

        var twice = (await second.CodeAsync()).Single();
        foreach (var (version, days) in new[] { ("UserOrders\n", 9), ("UserOrdersV1\n", 7), ("UserOrdersV2\n", 8) })
        {
            var record = twice[twice.IndexOf("record " + version, StringComparison.Ordinal)..];
            record[record.IndexOf("Orders7d = ", StringComparison.Ordinal)..].ShouldStartWith($"Orders7d = g.Last(Days({days}))");
        }

        twice.ShouldContain("required UserOrdersV1 User");
        (await second.FindingsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task AViewThatReadsTheRecord_GoesOnWithTheReleasedVersion()
    {
        const string Reader = """


            [FeatureView("spenders")]
            public sealed partial record Spenders
            {
                [EntityKey] public long ShopId { get; init; }
                public double? Spend { get; init; }
                static FeatureQuery<Spenders> Define(Events<Return> returns, View<UserOrders> users) =>
                    from r in returns
                    join u in users.Snapshots(every: Days(1)) on r.UserId equals u.UserId
                    group new { r, u } by r.ShopId into g
                    select new Spenders { ShopId = g.Key, Spend = g.Last(Days(7)).Average(x => x.u.Spend30d) };
            }
            """;
        using var solution = new LockedSolution(ContractCode.ReleasedWithTexts(ContractCode.Shop + Reader), ContractCode.Edit(Window, OtherWindow) + Reader);

        await solution.ApplyAsync((await solution.OfferedAsync(new TF3010Fixes(), (await solution.FindingsAsync("TF3010")).Single())).ShouldHaveSingleItem());

        (await solution.CodeAsync()).Single().ShouldEndWith(Reader.Replace("View<UserOrders>", "View<UserOrdersV1>", StringComparison.Ordinal));
        (await solution.FindingsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task InANamespaceWithBraces_TheRecordIsInAsFarAsTheOther()
    {
        static string Inner(string code)
        {
            var parts = code.Split("namespace Test;\n\n");
            return parts[0] + "namespace Test\n{\n" + string.Join('\n', parts[1].Split('\n').Select(l => l.Length == 0 ? l : "    " + l)) + "\n}\n";
        }

        var edited = ContractCode.Edit(Window, OtherWindow);
        using var solution = new LockedSolution(ContractCode.ReleasedWithTexts(ContractCode.Shop), Inner(edited));

        await solution.ApplyAsync((await solution.OfferedAsync(new TF3010Fixes(), (await solution.FindingsAsync("TF3010")).Single())).ShouldHaveSingleItem());

        (await solution.CodeAsync()).ShouldBe([Inner(ForkTest.Expected(edited, ContractCode.View))]);
    }

    [Fact]
    public async Task WithoutTheText_NothingIsOffered() => await OffersNothingAsync(ContractCode.Released(ContractCode.Shop), ContractCode.Edit(Window, OtherWindow));

    [Fact]
    public async Task WhereTheNameIsTaken_NothingIsOffered() =>
        await OffersNothingAsync(ContractCode.ReleasedWithTexts(ContractCode.Shop), ContractCode.Edit(Window, OtherWindow) + "\npublic sealed record UserOrdersV1;");

    [Fact]
    public async Task WhereAHelperChanged_TheTextIsNotWhatWasReleased_AndNothingIsOffered()
    {
        const string Helper = "\npublic static class Helpers { public static double Twice(double x) => x * 2; }";
        var shop = ContractCode.Edit("Average(x => x.o.Amount)", "Average(x => Helpers.Twice(x.o.Price))") + Helper;
        await OffersNothingAsync(ContractCode.ReleasedWithTexts(shop), shop.Replace("x * 2", "x * 3", StringComparison.Ordinal));
    }

    private static async Task OffersNothingAsync(LockFile locked, string code)
    {
        using var solution = new LockedSolution(locked, code);
        (await solution.OfferedAsync(new TF3010Fixes(), (await solution.FindingsAsync("TF3010")).Single())).ShouldBeEmpty();
    }
}
