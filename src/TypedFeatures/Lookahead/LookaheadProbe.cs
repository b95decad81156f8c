using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.Lookahead;

/// <summary>Computes the rows of a sample with and without the future, and compares.</summary>
/// <param name="engine">The engine that has all rows.</param>
/// <param name="training">What is computed.</param>
/// <param name="sources">The stored sources it is computed from.</param>
internal sealed class LookaheadProbe<TSpine, TFeatures>(IOfflineEngine engine, TrainingSource<TSpine, TFeatures> training, IEnumerable<SourceSchema> sources)
    where TFeatures : class
{
    private readonly SpineBatch<TSpine, TFeatures, TSpine> batch = new(training, static spine => spine, int.MaxValue);
    private readonly List<LookaheadDifference> differences = [];
    private long copied;

    public async Task<LookaheadReport> RunAsync(IEnumerable<TSpine> sample, CancellationToken cancellationToken)
    {
        var source = sample.ToAsyncEnumerable().GetAsyncEnumerator(cancellationToken);
        await using (source.ConfigureAwait(false))
        {
            await batch.FillAsync(source, [], new TrainingTally(), cancellationToken).ConfigureAwait(false);
        }

        var instants = Enumerable.Range(0, batch.Count).GroupBy(batch.AsOfAt).OrderBy(group => group.Key).ToList();
        foreach (var rows in instants)
        {
            await CompareAsync(rows.Key, [.. rows], cancellationToken).ConfigureAwait(false);
        }

        return new LookaheadReport(
            batch.Count, (long)batch.Count * (training.Features.Count + 1), instants.Count, copied, [.. differences.OrderBy(d => d.Position)]);
    }

    /// <summary>The rows of one instant.</summary>
    private async Task CompareAsync(long asOf, IReadOnlyList<int> rows, CancellationToken cancellationToken)
    {
        var truncated = await TruncatedSources.CopyAsync(engine, sources, asOf, cancellationToken).ConfigureAwait(false);
        await using var removed = truncated.ConfigureAwait(false);
        copied += truncated.Rows;

        var query = training.QueryFor(engine.Name, Knowledge.Recorded) with { Spine = batch.ToSpineRows(rows) };
        var whole = await OpenAsync(engine).ConfigureAwait(false);
        await using var wholeEnds = whole.ConfigureAwait(false);
        var earlier = await OpenAsync(truncated.Engine).ConfigureAwait(false);
        await using var earlierEnds = earlier.ConfigureAwait(false);
        for (var i = 0; i < rows.Count; i++)
        {
            await whole.ReadAsync(i, cancellationToken).ConfigureAwait(false);
            await earlier.ReadAsync(i, cancellationToken).ConfigureAwait(false);
            Compare(batch.PositionAt(rows[i]), whole.Row, earlier.Row);
        }

        ValueTask<AlignedCursor> OpenAsync(IOfflineEngine on) =>
            AlignedCursor.OpenAsync(on, query, training.Name, batch.PositionAt(rows[0]), batch.PositionAt(rows[^1]), cancellationToken);
    }

    private void Compare(long position, RowCursor whole, RowCursor earlier)
    {
        var first = 1 + training.SpineFields.Count + 1;
        for (var i = 0; i < training.Features.Count; i++)
        {
            if (!FeatureComparison.IsSame(training.Features[i].Type, whole, earlier, first + i))
            {
                differences.Add(new LookaheadDifference(position, training.Features[i].Property));
            }
        }

        if (whole.GetBoolean(first + training.Features.Count) != earlier.GetBoolean(first + training.Features.Count))
        {
            differences.Add(new LookaheadDifference(position, "Found"));
        }
    }
}
