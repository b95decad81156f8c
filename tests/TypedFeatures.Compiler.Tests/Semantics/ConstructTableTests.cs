using TypedFeatures.Compiler.Members;
using TypedFeatures.Tests;

namespace TypedFeatures.Compiler.Tests.Semantics;

/// <summary>
/// The table of <c>docs/semantics.md</c> has a row for every construct the design names and every member the registry knows, in that order, and no other.
/// </summary>
public class ConstructTableTests
{
    private const string Head = "| construct | | reference | DuckDB | SQLite | PostgreSQL | ClickHouse | online |\n|---|---|---|---|---|---|---|---|\n";
    private const string EmptyCells = " | | | | | | |";
    private static readonly string Page = Repository.PathOf("docs/semantics.md");

    [Fact]
    public void TheTable_HasARowForEveryConstructAndEveryMember()
    {
        var text = File.ReadAllText(Page);
        var start = text.IndexOf(Head, StringComparison.Ordinal) + Head.Length;
        start.ShouldBeGreaterThan(Head.Length, "docs/semantics.md has lost the head of its table.");
        var rows = text[start..].Split('\n').TakeWhile(line => line.StartsWith('|')).ToList();
        var wanted = Rows().ToList();
        if (Environment.GetEnvironmentVariable("TYPEDFEATURES_REWRITE_GOLDEN") == "1")
        {
            Environment.GetEnvironmentVariable("CI").ShouldBeNull("The table is rewritten by people, not by continuous integration.");

            // What was filled in stays with its construct.
            var cells = rows.ToDictionary(IdOf);
            var merged = wanted.Select(row => cells.GetValueOrDefault(IdOf(row), row));
            var rest = text[(start + rows.Sum(row => row.Length + 1))..];
            File.WriteAllText(Page, text[..start] + string.Concat(merged.Select(row => row + "\n")) + rest);
            return;
        }

        rows.Select(IdOf).ShouldBe(wanted.Select(IdOf), "Set TYPEDFEATURES_REWRITE_GOLDEN=1 and run this test again to add the missing rows; filled cells are kept.");
    }

    [Fact]
    public void Constructs_HaveIdsOfTheirOwn() => Rows().Select(IdOf).ShouldBeUnique();

    private static string IdOf(string row) => row.Split('|')[1].Trim();

    private static IEnumerable<string> Rows()
    {
        var design = File.ReadAllLines(Repository.PathOf("tests/TypedFeatures.Compiler.Tests/Semantics/DesignConstructs.txt"));
        foreach (var line in design)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                yield return $"| **{line[3..]}** |{EmptyCells}";
            }
            else if (line.Length > 0 && !line.StartsWith('#'))
            {
                var parts = line.Split(" | ", 2);
                yield return $"| `{parts[0]}` | {parts[1]} | | | | | | |";
            }
        }

        yield return $"| **Members** |{EmptyCells}";
        foreach (var id in MemberRegistry.Known)
        {
            var quote = id.Contains('`') ? "``" : "`";
            yield return $"| {quote}{id}{quote} |{EmptyCells}";
        }
    }
}
