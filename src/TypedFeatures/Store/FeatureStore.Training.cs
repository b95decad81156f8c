using System.Runtime.CompilerServices;

namespace TypedFeatures;

public sealed partial class FeatureStore
{
    /// <summary>A training set: for each spine row the features of its entity as they stood at its instant, in spine order.</summary>
    /// <typeparam name="TKey">The entity key.</typeparam>
    /// <typeparam name="TFeatures">The feature record.</typeparam>
    /// <typeparam name="TSpine">The view's generated <c>Spine</c>.</typeparam>
    /// <param name="view">The view.</param>
    /// <param name="spine">Entities at instants, in any order; rows may repeat. Instants are UTC in the years 1900 to 2299.</param>
    /// <param name="knowledge">What an instant knows: by default only the rows that were known then, exactly as serving would have seen them.</param>
    /// <returns>The set; nothing runs until it is enumerated or written.</returns>
    /// <exception cref="InvalidOperationException">The store has no offline engine, or the view has no plan for it.</exception>
    public TrainingSet<TSpine, TFeatures> Training<TKey, TFeatures, TSpine>(
        FeatureView<TKey, TFeatures, TSpine> view, IEnumerable<TSpine> spine, Knowledge knowledge = Knowledge.Recorded)
        where TKey : notnull
        where TFeatures : class =>
        Training(view, spine, static row => row, knowledge);

    /// <inheritdoc cref="Training{TKey, TFeatures, TSpine}(FeatureView{TKey, TFeatures, TSpine}, IEnumerable{TSpine}, Knowledge)"/>
    [OverloadResolutionPriority(1)]
    public TrainingSet<TSpine, TFeatures> Training<TKey, TFeatures, TSpine>(
        FeatureView<TKey, TFeatures, TSpine> view, IAsyncEnumerable<TSpine> spine, Knowledge knowledge = Knowledge.Recorded)
        where TKey : notnull
        where TFeatures : class =>
        Training(view, spine, static row => row, knowledge);

    /// <summary>A training set for rows of the caller's own, which come back untouched beside the features, with whatever they carry (label, weight, id).</summary>
    /// <typeparam name="TRow">The caller's row.</typeparam>
    /// <typeparam name="TKey">The entity key.</typeparam>
    /// <typeparam name="TFeatures">The feature record.</typeparam>
    /// <typeparam name="TSpine">The view's generated <c>Spine</c>.</typeparam>
    /// <param name="view">The view.</param>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="spineOf">The entity and the instant of a row.</param>
    /// <param name="knowledge">What an instant knows: by default only the rows that were known then, exactly as serving would have seen them.</param>
    /// <returns>The set; nothing runs until it is enumerated or written.</returns>
    /// <exception cref="InvalidOperationException">The store has no offline engine, or the view has no plan for it.</exception>
    public TrainingSet<TRow, TFeatures> Training<TRow, TKey, TFeatures, TSpine>(
        FeatureView<TKey, TFeatures, TSpine> view, IEnumerable<TRow> rows, Func<TRow, TSpine> spineOf, Knowledge knowledge = Knowledge.Recorded)
        where TKey : notnull
        where TFeatures : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        var total = rows.TryGetNonEnumeratedCount(out var count) ? count : default(long?);
        return CreateTraining(view, rows.ToAsyncEnumerable(), spineOf, knowledge, total);
    }

    /// <inheritdoc cref="Training{TRow, TKey, TFeatures, TSpine}(FeatureView{TKey, TFeatures, TSpine}, IEnumerable{TRow}, Func{TRow, TSpine}, Knowledge)"/>
    [OverloadResolutionPriority(1)]
    public TrainingSet<TRow, TFeatures> Training<TRow, TKey, TFeatures, TSpine>(
        FeatureView<TKey, TFeatures, TSpine> view, IAsyncEnumerable<TRow> rows, Func<TRow, TSpine> spineOf, Knowledge knowledge = Knowledge.Recorded)
        where TKey : notnull
        where TFeatures : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        return CreateTraining(view, rows, spineOf, knowledge, total: null);
    }

    private TrainingSet<TRow, TFeatures> CreateTraining<TRow, TKey, TFeatures, TSpine>(
        FeatureView<TKey, TFeatures, TSpine> view, IAsyncEnumerable<TRow> rows, Func<TRow, TSpine> spineOf, Knowledge knowledge, long? total)
        where TKey : notnull
        where TFeatures : class
    {
        ArgumentNullException.ThrowIfNull(view);
        return CreateTraining(new ViewTraining<TKey, TFeatures, TSpine>(view), rows, spineOf, knowledge, total);
    }

    private TrainingSet<TRow, TFeatures> CreateTraining<TRow, TFeatures, TSpine>(
        TrainingSource<TSpine, TFeatures> training, IAsyncEnumerable<TRow> rows, Func<TRow, TSpine> spineOf, Knowledge knowledge, long? total)
        where TFeatures : class
    {
        ArgumentNullException.ThrowIfNull(spineOf);
        var engine = Offline;
        training.QueryFor(engine.Name, knowledge);
        var batchRows = settings.TrainingBatchRows;
        return new(new(engine, training.Name, training.SpineFields, training.Features, total, Open));

        TrainingReader<TRow, TFeatures> Open(CancellationToken cancellationToken) =>
            new TrainingReader<TRow, TFeatures, TSpine>(
                engine, training, knowledge, rows.GetAsyncEnumerator(cancellationToken), new(training, spineOf, batchRows), cancellationToken);
    }
}
