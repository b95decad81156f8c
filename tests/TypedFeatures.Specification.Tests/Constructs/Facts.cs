using TypedFeatures.Parity;

namespace TypedFeatures.Specification.Tests;

/// <summary>A row and its times.</summary>
/// <param name="Row">The row.</param>
/// <param name="Happened">Its event time, or from when it holds.</param>
/// <param name="Known">When it was known.</param>
internal sealed record TimedRow(object Row, DateTime Happened, DateTime Known)
{
    public static TimedRow Of(object row)
    {
        var properties = row.GetType().GetProperties();
        DateTime? At(Type mark) => (DateTime?)properties.FirstOrDefault(p => p.IsDefined(mark, false))?.GetValue(row);
        var happened = At(typeof(EventTimeAttribute)) ?? At(typeof(ValidFromAttribute)) ?? default;
        return new(row, happened, At(typeof(IngestTimeAttribute)) ?? happened);
    }

    public object? Id => Row.GetType().GetProperties().FirstOrDefault(p => p.IsDefined(typeof(EventIdAttribute), false))?.GetValue(Row);
}

/// <summary>What an example has to bear out what it states.</summary>
internal sealed class Facts(Example example, IReadOnlySet<string> used)
{
    private readonly IReadOnlyDictionary<string, PageTable> tables = example switch
    {
        ViewExample view => view.Rows,
        LabelExample label => label.Rows,
        ServiceExample service => service.Rows,
        RefusedRows refused => new Dictionary<string, PageTable> { [refused.Source] = refused.Table },
        _ => new Dictionary<string, PageTable>(),
    };

    public IReadOnlySet<string> Used { get; } = used;

    public bool IsLabel => example is LabelExample;

    public bool IsService => example is ServiceExample;

    public int Quarantined => (example as ViewExample)?.Quarantined ?? 0;

    public IReadOnlyList<Check> Checks => (example as ViewExample)?.Checks ?? [];

    public IEnumerable<DateTime> AsOfs => Checks.Where(c => c.Failure == Failure.None).Select(c => (DateTime)CellText.Parse(c.AsOf, typeof(DateTime))!);

    /// <summary>Every cell of its rows and of what it says.</summary>
    public IReadOnlyList<string> Cells =>
    [
        .. tables.Values.SelectMany(t => t.Rows).SelectMany(r => r.Cells),
        .. Checks.SelectMany(c => c.Values.Values.Append(c.AsOf).Append(c.KnownBy ?? "")),
        .. (example as LabelExample)?.Table.Rows.SelectMany(r => r.Cells) ?? [],
    ];

    public IReadOnlyList<TimedRow> Rows => example is RefusedRows
        ? []
        : [.. CompiledPage.Current.Rows(example.Section, tables).SelectMany(g => g).Select(TimedRow.Of)];

    public IReadOnlyList<TimedRow> Events => [.. Rows.Where(r => RowTimes.IsEvent(r.Row.GetType()))];

    /// <summary>Rows with one event id.</summary>
    public IEnumerable<IGrouping<object?, TimedRow>> Repeated => Events.GroupBy(e => e.Id).Where(g => g.Count() > 1);

    /// <summary>Whether a dimension with rows has a column with a mark, with a value in it.</summary>
    public bool DimensionHas<TMark>()
        where TMark : Attribute => Rows.Except(Events).Any(r => r.Row.GetType().GetProperties().Any(p => p.IsDefined(typeof(TMark), false) && p.GetValue(r.Row) is not null and not false));
}
