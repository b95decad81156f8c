using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Specification.Tests;

/// <summary>The examples of the page as <c>Define</c> itself says: over rows as they arrived, and the other way round.</summary>
internal static class ReferenceRun
{
    public static async Task<IReadOnlyList<string>> RunAsync(ViewExample example)
    {
        var problems = new List<string>();
        foreach (var isReversed in new[] { false, true })
        {
            var rows = CompiledPage.Current.Rows(example.Section, example.Rows);
            System.Collections.IEnumerable RowsOf(Type type) =>
                CompiledPage.Typed(type, (rows.FirstOrDefault(r => r.Key == type) ?? Enumerable.Empty<object>()) is var all && isReversed ? all.Reverse() : all);

            foreach (var check in example.Checks)
            {
                var view = CompiledPage.Current.View(example.Section, check.View);
                object Evaluate()
                {
                    var key = view.Key([.. check.Key.Zip(view.Descriptor.Keys, (k, part) => CellText.Parse(k, view.Type.GetProperty(part.Property)!.PropertyType))]);
                    var knownBy = check.KnownBy is null ? null : (DateTime?)CellText.Parse(check.KnownBy, typeof(DateTime));
                    return view.Evaluate([key], (DateTime)CellText.Parse(check.AsOf, typeof(DateTime))!, knownBy, check.Knowledge, RowsOf)[0];
                }

                var problem = check.Failure == Failure.None
                    ? Outcomes.Compare("reference", check, Evaluate(), null)
                    : await Outcomes.FailsAsync("reference", check, () => Task.FromResult(Evaluate()));
                if (problem is not null)
                {
                    problems.Add(problem);
                }
            }
        }

        return problems;
    }

    /// <summary>A row that ingestion refuses is refused by <c>Evaluate</c> for the same reason.</summary>
    public static IReadOnlyList<string> Run(RefusedRows example)
    {
        var problems = new List<string>();
        var type = CompiledPage.Current.Type(example.Section, example.Source);
        var view = CompiledPage.Current.ViewOver(type);
        foreach (var row in example.Table.Rows)
        {
            try
            {
                var rows = CompiledPage.Typed(type, [CompiledPage.Row(type, [.. example.Table.Head.SkipLast(1)], row.Cells)]);
                view.Evaluate([view.Key("1")], CellText.T, null, Knowledge.Recorded, _ => rows);
                problems.Add($"reference: the row of line {row.Line} is not refused");
            }
            catch (ArgumentException refusal)
            {
                if (!refusal.Message.Contains(row.Cells[^1], StringComparison.Ordinal))
                {
                    problems.Add($"reference: line {row.Line}: '{refusal.Message}' does not say '{row.Cells[^1]}'");
                }
            }
        }

        return problems;
    }
}
