using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>What a training set is of: its columns, its SQL, how a spine row is written and a result read.</summary>
internal abstract class TrainingSource<TSpine, TFeatures>
{
    /// <summary>The name, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>The columns of the spine between <c>ordinal</c> and <c>as_of</c>.</summary>
    public abstract IReadOnlyList<FieldSchema> SpineFields { get; }

    /// <summary>The columns of the result between <c>as_of</c> and <c>found</c>.</summary>
    public abstract IReadOnlyList<FieldSchema> Features { get; }

    /// <summary>The instant of a spine row.</summary>
    public abstract DateTime AsOfOf(TSpine spine);

    /// <summary>The spine row as it is kept until its result comes; refuses values that no column holds.</summary>
    /// <exception cref="ArgumentException">A value was refused.</exception>
    public abstract TSpine Normalize(TSpine spine);

    /// <summary>Writes the values of <see cref="SpineFields"/>.</summary>
    public abstract void Write(TSpine spine, RowWriter writer);

    /// <summary>Reads the features from the result's columns, which start at <paramref name="firstColumn"/>.</summary>
    public abstract TFeatures Read(TSpine spine, RowCursor row, int firstColumn);

    /// <summary>The query, without its spine.</summary>
    /// <exception cref="InvalidOperationException">There is no plan for the engine.</exception>
    public abstract EngineQuery QueryFor(string engine, Knowledge knowledge);
}

/// <summary>A view as the source of a training set.</summary>
internal sealed class ViewTraining<TKey, TFeatures, TSpine>(FeatureView<TKey, TFeatures, TSpine> view) : TrainingSource<TSpine, TFeatures>
    where TKey : notnull
    where TFeatures : class
{
    public override string Name => view.Name;

    public override IReadOnlyList<FieldSchema> SpineFields { get; } = [.. view.Descriptor.Keys];

    public override IReadOnlyList<FieldSchema> Features { get; } = [.. view.Descriptor.Features];

    public override DateTime AsOfOf(TSpine spine) => view.AsOfOf(spine);

    public override TSpine Normalize(TSpine spine) => spine;

    public override void Write(TSpine spine, RowWriter writer) => view.WriteKey(view.KeyOf(spine), writer);

    public override TFeatures Read(TSpine spine, RowCursor row, int firstColumn) => view.ReadFeatures(view.KeyOf(spine), row, firstColumn);

    public override EngineQuery QueryFor(string engine, Knowledge knowledge)
    {
        var plans = view.Descriptor.PlansFor(engine);
        var sql = knowledge == Knowledge.Everything ? plans.TrainingKnowingEverything : plans.Training;
        return new EngineQuery(sql, view.Descriptor.Sources) { Setup = plans.Setup };
    }
}
