using TypedFeatures.Offline;
using TypedFeatures.Online;
using TypedFeatures.Sources;

namespace TypedFeatures.Parity.Definitions;

/// <summary>
/// A view whose keys, features and spine are objects. Every view has a struct of its own for its spine, and for a key of several parts, so that the runtime
/// compiles all that is generic over them once per view, in the harness and in the store: 16% of a run's processor time was that, beside loading the types.
/// </summary>
internal sealed class ErasedView<TKey, TFeatures, TSpine>(FeatureView<TKey, TFeatures, TSpine> inner) : FeatureView<object, object, SpinePoint>(inner.Descriptor)
    where TKey : notnull
    where TFeatures : class
{
    public override object ReadKey(RowCursor row, int firstColumn) => inner.ReadKey(row, firstColumn);

    public override void WriteKey(object key, RowWriter writer) => inner.WriteKey((TKey)key, writer);

    public override void EncodeKey(object key, ref StateWriter writer) => inner.EncodeKey((TKey)key, ref writer);

    public override object ReadFeatures(object key, RowCursor row, int firstColumn) => inner.ReadFeatures((TKey)key, row, firstColumn);

    public override object KeyOf(SpinePoint spine) => spine.Key;

    public override DateTime AsOfOf(SpinePoint spine) => spine.AsOf;

    public override FeatureState<object, object> CreateState(long watermark) => new State(inner.CreateState(watermark));

    public override FeatureState<object, object> DecodeState(long watermark, ref StateReader reader) => new State(inner.DecodeState(watermark, ref reader));

    private sealed class State(FeatureState<TKey, TFeatures> inner) : FeatureState<object, object>(inner.Watermark)
    {
        public override long? LatestEventTime => inner.LatestEventTime;

        public override void Add(RowCursor row) => inner.Add(row);

        public override object Evaluate(object key, long asOf, out bool found) => inner.Evaluate((TKey)key, asOf, out found);

        public override void Encode(ref StateWriter writer) => inner.Encode(ref writer);
    }
}
