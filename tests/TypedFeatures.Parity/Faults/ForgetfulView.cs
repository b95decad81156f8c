using TypedFeatures.Offline;
using TypedFeatures.Online;
using TypedFeatures.Sources;

namespace TypedFeatures.Parity;

/// <summary>A view whose states forget one column when they are written, as a codec with a missing line would.</summary>
public sealed class ForgetfulView<TKey, TFeatures, TSpine>(FeatureView<TKey, TFeatures, TSpine> inner, int forgotten)
    : FeatureView<TKey, TFeatures, TSpine>(inner.Descriptor)
    where TKey : notnull
    where TFeatures : class
{
    public override TKey ReadKey(RowCursor row, int firstColumn) => inner.ReadKey(row, firstColumn);

    public override void WriteKey(TKey key, RowWriter writer) => inner.WriteKey(key, writer);

    public override void EncodeKey(TKey key, ref StateWriter writer) => inner.EncodeKey(key, ref writer);

    public override TFeatures ReadFeatures(TKey key, RowCursor row, int firstColumn) => inner.ReadFeatures(key, row, firstColumn);

    public override TKey KeyOf(TSpine spine) => inner.KeyOf(spine);

    public override DateTime AsOfOf(TSpine spine) => inner.AsOfOf(spine);

    public override FeatureState<TKey, TFeatures> CreateState(long watermark) =>
        new State(inner.CreateState(watermark), inner.CreateState(watermark), forgotten);

    public override FeatureState<TKey, TFeatures> DecodeState(long watermark, ref StateReader reader) => inner.DecodeState(watermark, ref reader);

    private sealed class State(FeatureState<TKey, TFeatures> whole, FeatureState<TKey, TFeatures> written, int forgotten)
        : FeatureState<TKey, TFeatures>(whole.Watermark)
    {
        public override long? LatestEventTime => whole.LatestEventTime;

        public override void Add(RowCursor row)
        {
            whole.Add(row);
            written.Add(new ForgettingCursor(row, forgotten));
        }

        public override TFeatures Evaluate(TKey key, long asOf, out bool found) => whole.Evaluate(key, asOf, out found);

        public override void Encode(ref StateWriter writer) => written.Encode(ref writer);
    }
}
