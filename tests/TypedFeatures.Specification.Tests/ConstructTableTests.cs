using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace TypedFeatures.Specification.Tests;

/// <summary>The cells of the table are what the suite has shown: a cell is filled only where an example of the page uses the construct and came out right there.</summary>
public sealed class ConstructTableTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Cells_AreWhatTheSuiteHasShown()
    {
        var lines = await File.ReadAllLinesAsync(SemanticsPage.Path);
        var page = ConstructTable.OnPage(lines);
        var shown = await ConstructTable.ShownAsync(page.Select(r => r.Id));
        if (Environment.GetEnvironmentVariable("TYPEDFEATURES_REWRITE_GOLDEN") == "1")
        {
            Environment.GetEnvironmentVariable("CI").ShouldBeNull("The table is filled by people, not by continuous integration.");
            await File.WriteAllTextAsync(SemanticsPage.Path, string.Join('\n', ConstructTable.Fill(lines, shown)) + "\n");
            return;
        }

        var columns = Enum.GetValues<Column>().Where(c => Results.MissingReason(c) is null).ToList();
        var wrong = page.SelectMany(row => columns.Where(c => row.Cells[(int)c] != shown[row.Id][(int)c]).Select(c => $"{row.Id} · {c}: the page says '{row.Cells[(int)c]}', the suite '{shown[row.Id][(int)c]}'"));
        wrong.ShouldBeEmpty("Set TYPEDFEATURES_REWRITE_GOLDEN=1 and run this test again to fill the table in.");
        var cells = page.SelectMany(r => columns.Select(c => r.Cells[(int)c])).ToList();
        output.WriteLine($"{page.Count} constructs, {cells.Count} cells: {cells.Count(c => c.StartsWith("[✓]", StringComparison.Ordinal))} shown, {cells.Count(IsRefused)} refused, {cells.Count(c => c.Length == 0)} empty");
    }

    /// <summary>A construct that nothing shows and nothing refuses would only be said. The columns of engines that are not installed here count as they stand on the page.</summary>
    [Fact]
    public async Task NoCell_IsEmpty_AndFewAreRefused()
    {
        var page = ConstructTable.OnPage(await File.ReadAllLinesAsync(SemanticsPage.Path));
        page.Count.ShouldBeGreaterThan(200);
        page.ShouldAllBe(row => row.Cells.Count == Enum.GetValues<Column>().Length);
        page.Where(row => row.Cells.Any(c => c.Length == 0)).Select(row => row.Id).ShouldBeEmpty("Every construct wants an example for each column, or a refusal.");
        var cells = page.SelectMany(row => row.Cells).ToList();
        cells.Count(IsRefused).ShouldBeLessThanOrEqualTo(cells.Count / 20, "At most one cell in twenty is refused.");
    }

    private static bool IsRefused(string cell) => cell.Length > 0 && !cell.StartsWith("[✓]", StringComparison.Ordinal);
}
