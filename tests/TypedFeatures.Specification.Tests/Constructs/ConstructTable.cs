using System.Globalization;

namespace TypedFeatures.Specification.Tests;

/// <summary>The table of <c>docs/semantics.md</c> as the suite fills it.</summary>
internal static class ConstructTable
{
    private const string Head = "| construct | | reference | DuckDB | SQLite | PostgreSQL | ClickHouse | online |";

    /// <summary>The ids of the rows, in order, and their cells.</summary>
    public static IReadOnlyList<(string Id, IReadOnlyList<string> Cells)> OnPage(IReadOnlyList<string> lines) =>
    [
        .. Lines(lines).Select(l => PageReader.Cells(lines[l])).Where(c => !c[0].StartsWith("**", StringComparison.Ordinal)).Select(c => (c[0], (IReadOnlyList<string>)[.. c.Skip(2)])),
    ];

    /// <summary>The cells of every row as the suite has shown them.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ShownAsync(IEnumerable<string> ids)
    {
        var proofs = SemanticsPage.Examples.SelectMany(e => Proofs.Of(e).Select(id => (Id: id, Example: e))).ToLookup(p => p.Id, p => p.Example);
        var refusals = SemanticsPage.Examples.OfType<RefusedCode>().SelectMany(r => r.Constructs.Select(id => (Id: id, Code: r))).ToLookup(r => r.Id, r => r.Code);
        var shown = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var id in ids)
        {
            var cells = new List<string>();
            foreach (var column in Enum.GetValues<Column>())
            {
                cells.Add(await CellAsync(column, proofs[id], refusals[id]));
            }

            shown.Add(id, cells);
        }

        return shown;
    }

    /// <summary>The page with the cells filled in; columns of engines that are not installed here stay.</summary>
    public static IReadOnlyList<string> Fill(IReadOnlyList<string> lines, IReadOnlyDictionary<string, IReadOnlyList<string>> shown)
    {
        var filled = lines.ToList();
        foreach (var line in Lines(lines))
        {
            var cells = PageReader.Cells(lines[line]);
            if (shown.TryGetValue(cells[0], out var values))
            {
                var start = lines[line].Split(" | ")[0];
                var kept = values.Select((v, i) => Results.MissingReason((Column)i) is null ? v : cells[i + 2]);
                filled[line] = $"{start} | {Between(lines[line])}| {string.Join(" | ", kept)} |".Replace("|  |", "| |", StringComparison.Ordinal).Replace("|  |", "| |", StringComparison.Ordinal);
            }
        }

        return filled;
    }

    private static async Task<string> CellAsync(Column column, IEnumerable<Example> examples, IEnumerable<RefusedCode> refusals)
    {
        foreach (var example in examples.Where(e => Results.Has(column, e)))
        {
            if (Results.MissingReason(column) is null && (await Results.OfAsync(column, example)).Count == 0)
            {
                return $"[✓](#{Anchor(example.Section)})";
            }
        }

        return refusals.FirstOrDefault(r => r.Columns.Contains(column)) is { } refusal
            ? refusal.Id.StartsWith("TF", StringComparison.Ordinal) ? $"[{refusal.Id}](rules/{refusal.Id}.md)" : refusal.Id
            : "";
    }

    private static string Anchor(string title) => title.ToLower(CultureInfo.InvariantCulture).Replace(",", "", StringComparison.Ordinal).Replace(' ', '-');

    // What the construct is: the second cell as it stands, with its bars.
    private static string Between(string line)
    {
        var cells = System.Text.RegularExpressions.Regex.Split(line, @"(?<!\\)\|");
        var text = cells[2].Trim();
        return text.Length == 0 ? "" : text + " ";
    }

    private static IEnumerable<int> Lines(IReadOnlyList<string> lines)
    {
        var head = lines.ToList().IndexOf(Head);
        for (var i = head + 2; head >= 0 && i < lines.Count && lines[i].StartsWith('|'); i++)
        {
            yield return i;
        }
    }
}
