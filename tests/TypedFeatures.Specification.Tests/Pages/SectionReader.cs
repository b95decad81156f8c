using System.Text.RegularExpressions;

namespace TypedFeatures.Specification.Tests;

/// <summary>
/// Reads the blocks of a section: <c>csharp sources</c> declares what all may use; a table that begins with a source's name gives its rows; <c>csharp view</c>
/// and a table that begins with the view's name are an example, and so is a table of expressions over rows that were given.
/// </summary>
public sealed partial class SectionReader(string title, IReadOnlyList<PageSection> sections)
{
    private static readonly Column[] Everywhere = Enum.GetValues<Column>();

    private readonly Dictionary<string, PageTable> rows = [];
    private readonly HashSet<string> labels = [];
    private readonly HashSet<string> services = [];
    private readonly HashSet<string> views = [];
    private string? rowType;
    private string? lastView;
    private string comment = "";
    private int number;

    public PageSection Section { get; } = new(title);

    public void Read(PageBlock block)
    {
        switch (block)
        {
            case PageComment said:
                comment = said.Text;
                return;
            case PageCode code:
                ReadCode(code);
                break;
            case PageTable table:
                ReadTable(table);
                break;
        }

        comment = "";
    }

    private void ReadCode(PageCode code)
    {
        switch (code.Info.Split(' '))
        {
            case ["csharp", "sources"]:
                Section.Code.Add((code.Line + 1, code.Text));
                foreach (Match source in Source().Matches(code.Text))
                {
                    rowType = source.Groups[1].Value;
                }

                break;
            case ["csharp", "view" or "label" or "service"]:
                Section.Code.Add((code.Line + 1, code.Text));
                foreach (Match record in Record().Matches(code.Text))
                {
                    (record.Groups[1].Value switch { "FeatureService" => services, "Label" => labels, _ => views }).Add(record.Groups[2].Value);
                    lastView = record.Groups[2].Value;
                }

                break;
            case ["csharp", "refused", var id]:
                AddRefusedCode(id, code.Text, code.Line, null, Words("refuses"));
                break;
            case ["sql", var engine]:
                Section.Examples.Add(new SqlFragment { Section = title, Line = code.Line, Number = ++number, Engine = engine, View = lastView!, Text = code.Text });
                break;
        }
    }

    private void ReadTable(PageTable table)
    {
        var head = table.Head[0];
        if (Refused().Match(head) is { Success: true } refused)
        {
            Section.Examples.Add(new RefusedRows
            {
                Section = title, Line = table.Line, Number = ++number, Shows = Words("shows"), Source = refused.Groups[1].Value, Table = table,
            });
        }
        else if (head == "refused")
        {
            foreach (var row in table.Rows)
            {
                AddRefusedCode(row.Cells[1], row.Cells[0], row.Line, rowType, row.Cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }
        else if (OfRowOrHistory().Match(head) is { Success: true } of)
        {
            AddExpressions(table, of.Groups[1].Value, of.Groups[2].Value);
        }
        else if (views.Contains(head) && table.Head[1] == "as of")
        {
            AddView(table);
        }
        else if (labels.Contains(head))
        {
            Section.Examples.Add(new LabelExample
            {
                Section = title, Line = table.Line, Number = ++number, Shows = Words("shows"), Rows = new Dictionary<string, PageTable>(rows), Label = head, View = views.First(), Table = table,
            });
        }
        else if (services.Contains(head))
        {
            Section.Examples.Add(new ServiceExample
            {
                Section = title, Line = table.Line, Number = ++number, Shows = Words("shows"), Rows = new Dictionary<string, PageTable>(rows), Service = head, Table = table,
            });
        }
        else if (Identifier().IsMatch(head) && sections.SelectMany(s => s.Code).Any(c => c.Text.Contains($"record {head}", StringComparison.Ordinal)))
        {
            rows[head] = table;
            rowType = head;
        }
    }

    private void AddView(PageTable table)
    {
        var (knownBy, knowledge, found) = (Place(table, "known by"), Place(table, "knowledge"), Place(table, "found"));
        var first = 2 + new[] { knownBy, knowledge, found }.Count(p => p >= 0);
        var checks = table.Rows.Select(row => new Check(
            table.Head[0],
            [.. row.Cells[0].Split(", ")],
            row.Cells[1],
            knownBy < 0 || row.Cells[knownBy].Length == 0 ? null : row.Cells[knownBy],
            knowledge < 0 || row.Cells[knowledge] != "everything" ? Knowledge.Recorded : Knowledge.Everything,
            Enumerable.Range(first, table.Head.Count - first).ToDictionary(i => table.Head[i], i => row.Cells[i]))
        {
            Found = found < 0 ? null : row.Cells[found] == "yes",
            Failure = row.Cells[first] switch { "fails" => Failure.Fails, "refused" => Failure.Refused, _ => Failure.None },
        });
        Section.Examples.Add(new ViewExample
        {
            Section = title, Line = table.Line, Number = ++number, Shows = Words("shows"), Rows = new Dictionary<string, PageTable>(rows), Checks = [.. checks], Views = [table.Head[0]],
            Quarantined = Words("quarantines") is [var count] ? int.Parse(count, provider: null) : 0,
        });
    }

    private void AddExpressions(PageTable table, string parameter, string key)
    {
        number++;
        var shared = $"X{number}";
        var fails = table.Rows.Select(r => r.Cells.Skip(1).Contains("fails")).ToList();
        var expressions = table.Rows.Select((row, i) => new PageExpression(row.Line, row.Cells[0], fails[i] ? $"{shared}F{i}" : shared, $"F{i}")).ToList();
        Section.Tables.Add(new ExpressionTable(number, parameter, rowType!, key, expressions));
        var checks = new List<Check>();
        for (var column = 1; column < table.Head.Count; column++)
        {
            foreach (var view in expressions.Select((e, i) => (Expression: e, table.Rows[i].Cells)).GroupBy(e => e.Expression.View))
            {
                checks.Add(new Check(view.Key, [table.Head[column]], "T", null, Knowledge.Recorded, view.ToDictionary(v => v.Expression.Feature, v => v.Cells[column]))
                {
                    Failure = view.Any(v => v.Cells[column] == "fails") ? Failure.Fails : Failure.None,
                });
            }
        }

        Section.Examples.Add(new ExpressionExample
        {
            Section = title, Line = table.Line, Number = number, Shows = Words("shows"), Rows = new Dictionary<string, PageTable>(rows), Checks = checks,
            Views = [.. expressions.Select(e => e.View).Distinct()], Expressions = expressions,
        });
    }

    private void AddRefusedCode(string id, string code, int line, string? row, IReadOnlyList<string> refuses) => Section.Examples.Add(new RefusedCode
    {
        Section = title, Line = line, Number = ++number, Id = id, Code = code, RowType = row, Constructs = refuses.Count == 0 ? [] : refuses[0].Split(','),
        Columns = refuses.Count switch { 0 => [], 1 => Everywhere, _ => [.. refuses.Skip(1).Select(c => Enum.Parse<Column>(c, ignoreCase: true))] },
    });

    private IReadOnlyList<string> Words(string verb) =>
        comment.Split(';').Select(c => c.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries)).FirstOrDefault(c => c.Length > 0 && c[0] == verb) is { } words ? words[1..] : [];

    private static int Place(PageTable table, string head) => table.Head.ToList().IndexOf(head);

    [GeneratedRegex(@"\[(?:Event|Dimension)Source\(.*\)\](?:\s*\[.*\])*\s*public sealed record (\w+)")]
    private static partial Regex Source();

    [GeneratedRegex(@"\[(FeatureView|FeatureTable|Label|FeatureService)\(.*\)\](?:\s*\[.*\])*\s*public sealed partial record (\w+)")]
    private static partial Regex Record();

    [GeneratedRegex(@"^refused `?(\w+)`?$")]
    private static partial Regex Refused();

    [GeneratedRegex(@"^of `(\w+)` by `(\w+)`$")]
    private static partial Regex OfRowOrHistory();

    [GeneratedRegex(@"^[A-Z]\w*$")]
    private static partial Regex Identifier();
}
