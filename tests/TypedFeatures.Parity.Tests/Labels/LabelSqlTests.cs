using Shop;
using Shouldly;
using TypedFeatures.Tests;
using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>The SQL of labels as it was last read and approved by a person. <c>APPROVE_SQL=1</c> writes the files anew, except in CI.</summary>
public sealed class LabelSqlTests
{
    private static readonly Label[] Labels = [ChargedBack60d.Label, CategoryOutcomes.Label];

    public static TheoryData<string, string> Plans()
    {
        var data = new TheoryData<string, string>();
        foreach (var label in Labels)
        {
            foreach (var plans in label.Descriptor.Plans)
            {
                data.Add(label.Name, plans.Engine);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Sql_IsAsApproved(string label, string engine)
    {
        var text = Labels.Single(l => l.Name == label).Descriptor.PlansFor(engine).Training;
        var file = Path.Combine(Folder(), $"{label}.{engine}.sql");
        if (Environment.GetEnvironmentVariable("APPROVE_SQL") == "1")
        {
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")).ShouldBeTrue("APPROVE_SQL approves nothing in CI.");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text + "\n");
        }

        File.Exists(file).ShouldBeTrue($"{Path.GetFileName(file)} is not approved yet; run with APPROVE_SQL=1 and read it.");
        text.ShouldBe(File.ReadAllText(file).ReplaceLineEndings("\n").TrimEnd('\n'), $"{label} on {engine} is not as approved.");
    }

    [Fact]
    public void Approved_FilesAreOfPlansThatExist() => Directory.GetFiles(Folder()).Select(f => Path.GetFileName(f)!)
        .ShouldBe(Labels.SelectMany(l => l.Descriptor.Plans.Select(p => $"{l.Name}.{p.Engine}.sql")), ignoreOrder: true);

    [Fact]
    public void LabelOfColumnsThatVersionsShare_DoesNotLookForVersions() =>
        CategoryCounts.Label.Descriptor.Plans.ShouldAllBe(p => !p.Training.Contains("__versions"));

    private static string Folder() => Repository.PathOf("tests/TypedFeatures.Parity.Tests/Golden/Labels");
}
