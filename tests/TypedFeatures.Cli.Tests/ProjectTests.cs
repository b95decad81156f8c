using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Cli.Tests;

/// <summary>The life of a contract, from a project file.</summary>
public sealed class ProjectTests : IDisposable
{
    private readonly ScratchProject project = new();

    [Fact]
    public async Task Contract_IsLocked_Released_Held_AndForked()
    {
        (await ScratchProject.RunAsync("check", project.Folder)).Error.ShouldContain("Make it: dotnet features lock");

        (await ScratchProject.RunAsync("lock", project.Folder)).ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(0), r => r.Output.ShouldBeEmpty(), r => r.Error.ShouldContain("2 definitions"));
        var locked = await File.ReadAllTextAsync(project.PathOf("features.lock.json"));
        locked.ShouldContain("\"usedBy\": [\"checkout v2\"]");

        var released = await ScratchProject.RunAsync("release", project.Folder);
        released.Output.ShouldBe("Released: feature view 'user_orders' version 1\nReleased: feature service 'checkout' version 2\n");

        var kept = await ScratchProject.RunAsync("check", project.PathOf("Scratch.csproj"));
        (kept.ExitCode, kept.Output).ShouldBe((0, "## Feature contracts\n\nWhat was released is kept.\n"));

        project.Edit("Days(7)", "Days(14)");
        var broken = await ScratchProject.RunAsync("check", project.Folder);
        broken.ExitCode.ShouldBe(100);
        broken.Output.ShouldContain("| needs a new version | Feature 'orders7d' of feature view 'user_orders' version 1: its windows are 14d, and were 7d. | checkout v2 |");

        var before = await File.ReadAllTextAsync(project.PathOf("features.lock.json"));
        (await ScratchProject.RunAsync("lock", project.Folder)).ExitCode.ShouldBe(100);
        (await ScratchProject.RunAsync("release", project.Folder)).ExitCode.ShouldBe(100);
        (await File.ReadAllTextAsync(project.PathOf("features.lock.json"))).ShouldBe(before, "what was released is not overwritten");

        project.Edit("\"user_orders\", Owner", "\"user_orders\", Version = 2, Owner");
        project.Write("Old.cs", ScratchProject.Code[..ScratchProject.Code.IndexOf("[EventSource", StringComparison.Ordinal)]
            + ScratchProject.Code[ScratchProject.Code.IndexOf("[FeatureView", StringComparison.Ordinal)..ScratchProject.Code.IndexOf("[FeatureService", StringComparison.Ordinal)]
                .Replace("UserOrders", "UserOrdersV1", StringComparison.Ordinal));
        var forked = await ScratchProject.RunAsync("check", project.Folder);
        forked.ExitCode.ShouldBe(100, "the service reads another version now");
        forked.Output.ShouldContain("checkout");
        project.Edit("required UserOrders User", "required UserOrdersV1 User");
        (await ScratchProject.RunAsync("check", project.Folder)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Check_AgainstACommit_ComparesWithWhatWasCommitted()
    {
        project.Git("init", "-q");
        await ScratchProject.RunAsync("lock", project.Folder);
        await ScratchProject.RunAsync("release", project.Folder);
        project.Git("add", "-A");
        project.Git("commit", "-q", "-m", "released");
        File.Delete(project.PathOf("features.lock.json"));
        project.Edit("public double? Mean30d { get; init; }", "public double? Average30d { get; init; }");
        project.Edit("Mean30d = g", "Average30d = g");

        var found = await ScratchProject.RunAsync("check", project.Folder, "--against", "git:HEAD", "--json");
        found.ExitCode.ShouldBe(100);
        found.Output.ShouldContain("\"change\": \"featureRemoved\"");
        found.Output.ShouldContain("\"name\": \"checkout\"");

        var unknown = await ScratchProject.RunAsync("check", project.Folder, "--against", "git:no-such-branch");
        unknown.ExitCode.ShouldBe(1);
        unknown.Error.ShouldContain("git has no 'features.lock.json' at 'no-such-branch'");
    }

    [Fact]
    public async Task Release_KeepsTheTextOfRecords_WhichNothingElseTouches()
    {
        (await ScratchProject.RunAsync("lock", project.Folder)).ExitCode.ShouldBe(0);
        (await project.LockedAsync()).Definitions.ShouldAllBe(d => d.Text.IsEmpty);

        await ScratchProject.RunAsync("release", project.Folder, "--name", "user_orders");
        var released = await project.LockedAsync();
        var view = released.Definitions.Single(d => d.Identity.Name == "user_orders");
        string.Join('\n', view.Text).ShouldBe(
            ScratchProject.Code[ScratchProject.Code.IndexOf("[FeatureView", StringComparison.Ordinal)..ScratchProject.Code.IndexOf("[FeatureService", StringComparison.Ordinal)].TrimEnd());
        released.Definitions.Single(d => d.Identity.Name == "checkout").Text.ShouldBeEmpty("it was not released");

        // Written in another way it is the same; the text stays, and is taken anew with the next release.
        project.Edit("Days(7)", "Hours(168)");
        await ScratchProject.RunAsync("lock", project.Folder);
        (await project.LockedAsync()).ShouldBe(released);
        var again = await ScratchProject.RunAsync("release", project.Folder, "--name", "user_orders");
        (again.ExitCode, again.Output).ShouldBe((0, ""), "nothing is promised that was not");
        (await project.LockedAsync()).Definitions.Single(d => d.Identity.Name == "user_orders").Text.ShouldContain(l => l.Contains("Hours(168)"));
    }

    [Fact]
    public async Task CodeThatDoesNotCompile_IsAnErrorThatSaysWhere()
    {
        project.Edit("g.Key,", "g.Keys,");
        var broken = await ScratchProject.RunAsync("list", project.Folder);
        broken.ExitCode.ShouldBe(1);
        broken.Error.ShouldContain("error CS1061");
        broken.Error.ShouldContain("Features.cs(");
    }

    [Fact]
    public async Task DefinitionThatHasNoPlan_IsAnError_AndNotARemoval()
    {
        await ScratchProject.RunAsync("lock", project.Folder);
        project.Edit("g.Last(Days(7)).Count()", "g.Last(Days(7)).Count(o => o.At < DateTime.UtcNow)");
        project.Edit("[FeatureService(\"checkout\", Version = 2)]", "");
        project.Edit("public sealed partial record Checkout", "internal sealed record Checkout");
        var broken = await ScratchProject.RunAsync("check", project.Folder);
        broken.ExitCode.ShouldBe(1);
        broken.Error.ShouldContain("'Scratch.UserOrders' cannot be compiled as marked");
    }

    [Fact]
    public async Task OneVersionTwice_IsAnErrorThatNamesBoth()
    {
        project.Write("Twin.cs", ScratchProject.Code[..ScratchProject.Code.IndexOf("[EventSource", StringComparison.Ordinal)]
            + ScratchProject.Code[ScratchProject.Code.IndexOf("[FeatureView", StringComparison.Ordinal)..ScratchProject.Code.IndexOf("[FeatureService", StringComparison.Ordinal)]
                .Replace("UserOrders", "UserOrdersV1", StringComparison.Ordinal));
        var twins = await ScratchProject.RunAsync("list", project.Folder);
        twins.ExitCode.ShouldBe(1);
        twins.Error.ShouldContain("'Scratch.UserOrders' and 'Scratch.UserOrdersV1' are both the feature view 'user_orders' version 1. Give the newer of them the next version.\n");
    }

    [Fact]
    public async Task Sql_IsWhatWasPrinted()
    {
        var training = await ScratchProject.RunAsync("sql", "user_orders", project.Folder, "--engine", "sqlite");
        training.ExitCode.ShouldBe(0, training.Error);
        training.Output.ShouldStartWith("WITH history AS");
        (await ScratchProject.RunAsync("sql", "user_orders", project.Folder, "--plan", "Snapshot")).Output.ShouldContain("$as_of");

        var unknown = await ScratchProject.RunAsync("sql", "users", project.Folder);
        (unknown.ExitCode, unknown.Error.Contains("There are: user_orders v1, checkout v2.", StringComparison.Ordinal)).ShouldBe((2, true), unknown.Error);
        (await ScratchProject.RunAsync("sql", "user_orders", project.Folder, "-e", "oracle")).Error.ShouldContain("was compiled for clickhouse, duckdb, postgres, sqlite");
    }

    public void Dispose() => project.Dispose();
}
