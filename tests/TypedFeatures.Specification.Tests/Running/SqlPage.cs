using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TypedFeatures.Specification.Tests;

/// <summary>The page <c>docs/semantics-sql.md</c>: every expression of <c>docs/semantics.md</c>, and what each engine's plan says for it.</summary>
internal static partial class SqlPage
{
    private const string Intro = """
        # Semantics, in SQL

        What each engine is told for every expression of [Semantics](semantics.md), cut out of the printed plans: of an expression over a row what the named query `history` computes, of one over a history
        what `features` aggregates and what the last `SELECT` makes of it. A test holds this page to the plans; set `TYPEDFEATURES_REWRITE_GOLDEN=1` and run it to write the page anew.

        """;

    private static readonly (string Engine, string Title)[] Engines = [("duckdb", "DuckDB"), ("sqlite", "SQLite"), ("postgres", "PostgreSQL"), ("clickhouse", "ClickHouse")];

    public static string Text()
    {
        var page = new StringBuilder(Intro);
        foreach (var section in SemanticsPage.Sections)
        {
            var examples = section.Examples.OfType<ExpressionExample>().ToList();
            if (examples.Count > 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"\n## {section.Title}\n");
            }

            var seen = new HashSet<string>();
            foreach (var expression in examples.SelectMany(e => e.Expressions).Where(e => seen.Add(e.Text)))
            {
                var parts = Engines.Select(e => (e.Title, Lines: Lines(Plan(section, expression, e.Engine), expression.Feature.ToLowerInvariant()))).Where(e => e.Lines.Count > 0).ToList();
                page.Append(CultureInfo.InvariantCulture, $"\n`{expression.Text}`\n");
                if (parts.Count > 0)
                {
                    page.Append("\n```sql\n").AppendJoin('\n', parts.Select(e => $"-- {e.Title}\n{string.Join('\n', e.Lines)}")).Append("\n```\n");
                }
            }
        }

        return page.ToString();
    }

    /// <summary>The columns of a plan that are a feature's: its own, and those whose names begin so.</summary>
    private static IReadOnlyList<string> Lines(string plan, string feature) =>
    [
        .. plan.Split('\n')
            .Select(l => l.Trim().TrimEnd(','))
            .Where(l => Alias().Match(l) is { Success: true } alias && (alias.Groups[1].Value == feature || alias.Groups[1].Value.StartsWith(feature + "_", StringComparison.Ordinal)))
            .Distinct(),
    ];

    private static string Plan(PageSection section, PageExpression expression, string engine) =>
        CompiledPage.Current.View(section.Title, expression.View).Descriptor.PlansFor(engine).Snapshot;

    [GeneratedRegex(@" AS (f\d+\w*)$")]
    private static partial Regex Alias();
}
