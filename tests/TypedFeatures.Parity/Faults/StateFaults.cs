using TypedFeatures.Offline;
using TypedFeatures.Online;
using TypedFeatures.Sources;

namespace TypedFeatures.Parity;

/// <summary>A view that hands everything to another, for faults to be planted in.</summary>
public abstract class FaultyView<TKey, TFeatures, TSpine>(FeatureView<TKey, TFeatures, TSpine> inner)
    : FeatureView<TKey, TFeatures, TSpine>(inner.Descriptor)
    where TKey : notnull
    where TFeatures : class
{
    protected FeatureView<TKey, TFeatures, TSpine> Inner { get; } = inner;

    public override TKey ReadKey(RowCursor row, int firstColumn) => Inner.ReadKey(row, firstColumn);

    public override void WriteKey(TKey key, RowWriter writer) => Inner.WriteKey(key, writer);

    public override void EncodeKey(TKey key, ref StateWriter writer) => Inner.EncodeKey(key, ref writer);

    public override TFeatures ReadFeatures(TKey key, RowCursor row, int firstColumn) => Inner.ReadFeatures(key, row, firstColumn);

    public override TKey KeyOf(TSpine spine) => Inner.KeyOf(spine);

    public override DateTime AsOfOf(TSpine spine) => Inner.AsOfOf(spine);

    public override FeatureState<TKey, TFeatures> CreateState(long watermark) => Inner.CreateState(watermark);

    public override FeatureState<TKey, TFeatures> DecodeState(long watermark, ref StateReader reader) => Inner.DecodeState(watermark, ref reader);
}

/// <summary>What becomes of a row on its way into a state.</summary>
/// <param name="row">The row.</param>
/// <param name="eventTime">When it happened.</param>
/// <param name="watermark">The knowledge instant.</param>
/// <param name="lookback">The longest look-back in microseconds; null where there is none.</param>
/// <returns>Whether it is kept.</returns>
public delegate bool StateRowFilter(RowCursor row, long eventTime, long watermark, long? lookback);

/// <summary>States that lose rows: when they are added, or when they are written.</summary>
public sealed class LosingStates(StateRowFilter keeps, bool onlyWritten) : IViewFault
{
    public FeatureView<TKey, TFeatures, TSpine> Plant<TKey, TFeatures, TSpine>(FeatureView<TKey, TFeatures, TSpine> view)
        where TKey : notnull
        where TFeatures : class => new View<TKey, TFeatures, TSpine>(view, keeps, onlyWritten);

    private sealed class View<TKey, TFeatures, TSpine>(FeatureView<TKey, TFeatures, TSpine> inner, StateRowFilter keeps, bool onlyWritten)
        : FaultyView<TKey, TFeatures, TSpine>(inner)
        where TKey : notnull
        where TFeatures : class
    {
        public override FeatureState<TKey, TFeatures> CreateState(long watermark) =>
            new State<TKey, TFeatures>(Inner.CreateState(watermark), Inner.CreateState(watermark), Inner.Descriptor, keeps, onlyWritten);
    }

    private sealed class State<TKey, TFeatures>(
        FeatureState<TKey, TFeatures> whole, FeatureState<TKey, TFeatures> lossy, FeatureViewDescriptor view, StateRowFilter keeps, bool onlyWritten)
        : FeatureState<TKey, TFeatures>(whole.Watermark)
    {
        public override long? LatestEventTime => whole.LatestEventTime;

        public override void Add(RowCursor row)
        {
            whole.Add(row);
            var lookback = view.LongestLookback is { } length ? length.Ticks / 10 : default(long?);
            if (keeps(row, row.GetInt64(view.Keys.Count), Watermark, lookback))
            {
                lossy.Add(row);
            }
        }

        public override TFeatures Evaluate(TKey key, long asOf, out bool found) => (onlyWritten ? whole : lossy).Evaluate(key, asOf, out found);

        public override void Encode(ref StateWriter writer) => lossy.Encode(ref writer);
    }
}

/// <summary>Codecs that forget one column.</summary>
public sealed class ForgetfulCodecs(Func<FeatureViewDescriptor, int> column) : IViewFault
{
    public FeatureView<TKey, TFeatures, TSpine> Plant<TKey, TFeatures, TSpine>(FeatureView<TKey, TFeatures, TSpine> view)
        where TKey : notnull
        where TFeatures : class => new ForgetfulView<TKey, TFeatures, TSpine>(view, column(view.Descriptor));
}

/// <summary>States that read at another instant than asked.</summary>
public sealed class ShiftedReads(long microseconds) : IViewFault
{
    public FeatureView<TKey, TFeatures, TSpine> Plant<TKey, TFeatures, TSpine>(FeatureView<TKey, TFeatures, TSpine> view)
        where TKey : notnull
        where TFeatures : class => new View<TKey, TFeatures, TSpine>(view, microseconds);

    private sealed class View<TKey, TFeatures, TSpine>(FeatureView<TKey, TFeatures, TSpine> inner, long shift) : FaultyView<TKey, TFeatures, TSpine>(inner)
        where TKey : notnull
        where TFeatures : class
    {
        public override FeatureState<TKey, TFeatures> CreateState(long watermark) => new State<TKey, TFeatures>(Inner.CreateState(watermark), shift);
    }

    private sealed class State<TKey, TFeatures>(FeatureState<TKey, TFeatures> inner, long shift) : FeatureState<TKey, TFeatures>(inner.Watermark)
    {
        public override long? LatestEventTime => inner.LatestEventTime;

        public override void Add(RowCursor row) => inner.Add(row);

        public override TFeatures Evaluate(TKey key, long asOf, out bool found) => inner.Evaluate(key, asOf + shift, out found);

        public override void Encode(ref StateWriter writer) => inner.Encode(ref writer);
    }
}
