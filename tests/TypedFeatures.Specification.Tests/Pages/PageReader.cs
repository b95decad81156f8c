using System.Text.RegularExpressions;

namespace TypedFeatures.Specification.Tests;

/// <summary>Takes Markdown apart into what tests read. Prose is left out.</summary>
public static partial class PageReader
{
    public static IReadOnlyList<PageBlock> Read(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var blocks = new List<PageBlock>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                blocks.Add(new PageHeading(i + 1, line[3..].Trim()));
            }
            else if (line.StartsWith("<!--", StringComparison.Ordinal))
            {
                blocks.Add(new PageComment(i + 1, line[4..^3].Trim()));
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                var end = i + 1;
                while (lines[end] != "```")
                {
                    end++;
                }

                blocks.Add(new PageCode(i + 1, line[3..].Trim(), string.Join('\n', lines.Skip(i + 1).Take(end - i - 1))));
                i = end;
            }
            else if (line.StartsWith('|'))
            {
                var rows = lines.Skip(i).TakeWhile(l => l.StartsWith('|')).Select((l, n) => new PageRow(i + 1 + n, Cells(l))).ToList();
                blocks.Add(new PageTable(i + 1, rows[0].Cells, [.. rows.Skip(2)]));
                i += rows.Count - 1;
            }
        }

        return blocks;
    }

    /// <summary>The cells of a line, without code marks; <c>\|</c> is a bar.</summary>
    public static IReadOnlyList<string> Cells(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return [.. Bar().Split(line.Trim()[1..^1]).Select(c => Plain(c.Trim()))];
    }

    private static string Plain(string cell)
    {
        cell = cell.Replace("\\|", "|", StringComparison.Ordinal);
        var marks = cell.StartsWith("``", StringComparison.Ordinal) ? 2 : 1;
        return cell.Length > 2 * marks && cell[0] == '`' && cell[^1] == '`' && (marks == 2 || !cell[1..^1].Contains('`')) ? cell[marks..^marks].Trim() : cell;
    }

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();
}
