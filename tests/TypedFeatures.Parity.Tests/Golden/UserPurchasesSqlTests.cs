using Shop;
using Shouldly;
using TypedFeatures.Tests;
using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>
/// The SQL of <c>UserPurchases</c> as it was last read and approved by a person. <c>APPROVE_SQL=1</c> writes the files anew, except in CI;
/// read the difference before you commit it.
/// </summary>
public sealed class UserPurchasesSqlTests
{
    public static TheoryData<string, string> Plans()
    {
        var data = new TheoryData<string, string>();
        foreach (var engine in UserPurchases.View.Descriptor.Plans)
        {
            foreach (var plan in Texts(engine).Keys)
            {
                data.Add(engine.Engine, plan);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Sql_IsAsApproved(string engine, string plan)
    {
        var text = Texts(UserPurchases.View.Descriptor.PlansFor(engine))[plan];
        var file = Path.Combine(Folder(), "UserPurchases", $"{engine}.{plan}.sql");
        if (Environment.GetEnvironmentVariable("APPROVE_SQL") == "1")
        {
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")).ShouldBeTrue("APPROVE_SQL approves nothing in CI.");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text + "\n");
        }

        File.Exists(file).ShouldBeTrue($"{Path.GetFileName(file)} is not approved yet; run with APPROVE_SQL=1 and read it.");
        text.ShouldBe(File.ReadAllText(file).ReplaceLineEndings("\n").TrimEnd('\n'), $"{engine} {plan} is not as approved.");
    }

    [Fact]
    public void Approved_FilesAreOfPlansThatExist()
    {
        var plans = UserPurchases.View.Descriptor.Plans.SelectMany(e => Texts(e).Keys.Select(plan => $"{e.Engine}.{plan}.sql"));

        Directory.GetFiles(Path.Combine(Folder(), "UserPurchases")).Select(f => Path.GetFileName(f)!).ShouldBe(plans, ignoreOrder: true);
    }

    internal static Dictionary<string, string> Texts(EnginePlans plans) => new()
    {
        ["training"] = plans.Training,
        ["training-knowing-everything"] = plans.TrainingKnowingEverything,
        ["snapshot"] = plans.Snapshot,
        ["state-feed"] = plans.StateFeed,
        ["state-feed-of-keys"] = plans.StateFeedOfKeys,
        ["setup"] = string.Join(";\n", plans.Setup),
    };

    // Not by [CallerFilePath]: deterministic builds replace it.
    private static string Folder() => Repository.PathOf("tests/TypedFeatures.Parity.Tests/Golden");
}
