namespace TypedFeatures.Parity.Tests;

/// <summary>The rows of a few entities in order of arrival, split into calls of ingestion.</summary>
/// <param name="Seed">What it was drawn from.</param>
/// <param name="Clock">The instants it is read at.</param>
/// <param name="Rows">The rows, of all sources together.</param>
/// <param name="Calls">After which rows a call of ingestion ends.</param>
internal sealed record History(string Seed, Clock Clock, IReadOnlyList<object> Rows, IReadOnlySet<int> Calls)
{
    public IEnumerable<T> Of<T>() => Rows.OfType<T>();

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
