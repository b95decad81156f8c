using TypedFeatures.Plans;

namespace TypedFeatures.Parity;

/// <summary>The rows of a few entities in order of arrival, split into calls of ingestion.</summary>
/// <param name="Seed">What it was drawn from.</param>
/// <param name="Clock">The instants it is read at.</param>
/// <param name="Rows">The rows, of all sources together.</param>
/// <param name="Calls">After which rows a call of ingestion ends.</param>
public sealed record History(string Seed, Clock Clock, IReadOnlyList<object> Rows, IReadOnlySet<int> Calls)
{
    public IEnumerable<T> Of<T>() => Rows.OfType<T>();

    /// <summary>An instant at which a row enters, is at the start of or leaves a window, becomes known or begins to hold; or one microsecond beside.</summary>
    public DateTime Boundary(Random random)
    {
        if (Rows.Count == 0)
        {
            return Clock.Near(random);
        }

        var instant = RowTimes.Pick(random.Pick(Rows), random);
        var length = random.Chance(0.3) ? TimeSpan.Zero : random.Pick(Clock.Lengths);
        return instant + length + TimeSpan.FromMicroseconds(random.Next(5) switch { 0 => 1, 1 => -1, _ => 0 });
    }

    /// <summary>The history of some sources alone: its rows of others cost every engine an ingestion that nobody reads.</summary>
    public History Of(IEnumerable<SourceSchema> sources)
    {
        var types = sources.Select(s => s.RowType).ToHashSet();
        var rows = new List<object>();
        var calls = new HashSet<int>();
        foreach (var batch in Batches())
        {
            rows.AddRange(batch.Where(r => types.Contains(r.GetType().FullName!.Replace('+', '.'))));
            calls.Add(rows.Count - 1);
        }

        return this with { Rows = rows, Calls = calls };
    }

    /// <summary>The rows call by call.</summary>
    public IEnumerable<IReadOnlyList<object>> Batches()
    {
        var batch = new List<object>();
        for (var i = 0; i < Rows.Count; i++)
        {
            batch.Add(Rows[i]);
            if (Calls.Contains(i))
            {
                yield return batch;
                batch = [];
            }
        }

        yield return batch;
    }
}
