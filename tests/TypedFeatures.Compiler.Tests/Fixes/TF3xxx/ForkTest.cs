using System.Text.RegularExpressions;
using TypedFeatures.Compiler.Tests.Contract;
using TypedFeatures.Compiler.Tests.Rules;
using TypedFeatures.Plans;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Fixes.TF3xxx;

/// <summary>
/// Asserts that a released definition of the shop that is edited is forked: the whole document, and a lock file that holds the released version as it was, the next one
/// unreleased, and nothing that is left to report.
/// </summary>
internal static class ForkTest
{
    private static readonly LockFile Released = ContractCode.ReleasedWithTexts(ContractCode.Shop);

    /// <summary>The fix of a rule forks a record.</summary>
    /// <param name="rule">The rule that reports the edits.</param>
    /// <param name="identity">The definition.</param>
    /// <param name="edits">What is changed in the shop.</param>
    public static async Task ForksAsync(string rule, ContractIdentity identity, params string[] edits)
    {
        var edited = ContractCode.Edit(edits);
        using var solution = new LockedSolution(Released, edited);
        var finding = (await solution.FindingsAsync(rule)).First();

        var offered = (await solution.OfferedAsync(EveryRuleTests.FixesOf(rule)!, finding)).ShouldHaveSingleItem();
        var (record, next) = (RecordOf(identity), identity.Version + 1);
        offered.Title.ShouldBe($"Make this version {next}, and keep what was released as '{record}V{identity.Version}'");
        await solution.ApplyAsync(offered);

        (await solution.CodeAsync()).ShouldHaveSingleItem().ShouldBe(Expected(edited, identity));
        (await solution.FindingsAsync()).ShouldBeEmpty();
        var locked = LockFile.Parse(await solution.LockFileAsync());
        locked.Find(identity).ShouldBe(Released.Find(identity)! with
        {
            TypeName = $"Test.{record}V{identity.Version}",
            Text = KeptText(identity).ToEquatableArray(),
        });
        locked.Find(identity with { Version = next })!.IsReleased.ShouldBeFalse();
        locked.Definitions.Count.ShouldBe(Released.Definitions.Count + 1);
    }

    /// <summary>The document after the fork, made by hand: the next version, the released text behind it, and the released service reading what it read.</summary>
    public static string Expected(string edited, ContractIdentity identity)
    {
        var (record, kept) = (RecordOf(identity), $"{RecordOf(identity)}V{identity.Version}");
        var start = edited.IndexOf($"record {record}\n", StringComparison.Ordinal);
        var end = edited.IndexOf("\n}", start, StringComparison.Ordinal) + 2;
        var attribute = edited.LastIndexOf($"Version = {identity.Version}", start, StringComparison.Ordinal);
        var text = edited[..attribute] + $"Version = {identity.Version + 1}" + edited[(attribute + $"Version = {identity.Version}".Length)..end]
            + "\n\n" + string.Join("\n", KeptText(identity))
            + edited[end..];
        return text.Replace($"required {record} ", $"required {kept} ", StringComparison.Ordinal);
    }

    /// <summary>The released text under its new name, where it stands for the type.</summary>
    private static IEnumerable<string> KeptText(ContractIdentity identity) =>
        ContractCode.TextOf(RecordOf(identity)).Select(l => Regex.Replace(l, $@"(?<=record |new |<){RecordOf(identity)}\b", $"{RecordOf(identity)}V{identity.Version}"));

    private static string RecordOf(ContractIdentity identity) => identity.Kind switch
    {
        ContractKind.View => "UserOrders",
        ContractKind.Table => "Risk",
        ContractKind.Label => "Refunded",
        _ => "Checkout",
    };
}
