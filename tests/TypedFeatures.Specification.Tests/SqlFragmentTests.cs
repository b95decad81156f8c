using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace TypedFeatures.Specification.Tests;

/// <summary>SQL on the page is SQL that the plans have.</summary>
public sealed partial class SqlFragmentTests
{
    public static TheoryData<string> Fragments() => [.. SemanticsPage.Examples.OfType<SqlFragment>().Select(e => e.ToString())];

    [Theory]
    [MemberData(nameof(Fragments))]
    public void Sql_IsInThePlan(string example)
    {
        var fragment = SemanticsPage.Examples.OfType<SqlFragment>().Single(e => e.ToString() == example);
        var plans = CompiledPage.Current.View(fragment.Section, fragment.View).Descriptor.PlansFor(fragment.Engine);
        Plain(plans.Training + plans.Snapshot).ShouldContain(Plain(fragment.Text));
    }

    private static string Plain(string sql) => Blank().Replace(sql, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
