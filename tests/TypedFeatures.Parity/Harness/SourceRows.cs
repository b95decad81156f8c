using System.Collections;
using System.Reflection;
using TypedFeatures.Reference;

namespace TypedFeatures.Parity;

/// <summary>The rows of some histories, prepared once per source for the reference.</summary>
public sealed class SourceRows(IReadOnlyCollection<History> histories)
{
    private static readonly MethodInfo EventsOf = typeof(SourceRows).GetMethod(nameof(Events))!;
    private static readonly MethodInfo DimensionOf = typeof(SourceRows).GetMethod(nameof(Dimension))!;

    private static readonly MethodInfo TableOf = typeof(SourceRows).GetMethod(nameof(Table))!;

    private readonly Dictionary<Type, IEnumerable> prepared = [];

    public IReadOnlyCollection<History> Histories { get; } = histories;

    /// <summary>Rows as they arrived, with all duplicates.</summary>
    public IEnumerable<T> All<T>() => Histories.SelectMany(h => h.Of<T>());

    public IEnumerable<T> Events<T>()
        where T : class => Prepare(() => ReferenceRows.Events(All<T>()));

    public IEnumerable<T> Dimension<T>()
        where T : class => Prepare(() => ReferenceRows.Dimension(All<T>()));

    public IEnumerable<T> Table<T>()
        where T : class => Prepare(() => ReferenceRows.Table(All<T>()));

    /// <summary>The rows of a source whose type is known at run time only.</summary>
    public IEnumerable Of(Type row) =>
        (IEnumerable)(RowTimes.IsEvent(row) ? EventsOf : RowTimes.IsTable(row) ? TableOf : DimensionOf).MakeGenericMethod(row).Invoke(this, null)!;

    private IEnumerable<T> Prepare<T>(Func<IEnumerable<T>> prepare)
    {
        lock (prepared)
        {
            if (!prepared.TryGetValue(typeof(T), out var rows))
            {
                prepared.Add(typeof(T), rows = prepare());
            }

            return (IEnumerable<T>)rows;
        }
    }
}
