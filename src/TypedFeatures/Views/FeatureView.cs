using TypedFeatures.Offline;
using TypedFeatures.Online;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>A compiled feature view; get one from the generated <c>View</c> member of the record.</summary>
public abstract class FeatureView
{
    private protected FeatureView(FeatureViewDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        Descriptor = descriptor;
    }

    /// <summary>Names, types, owners, SQL.</summary>
    public FeatureViewDescriptor Descriptor { get; }

    /// <summary>The view's name in the registry.</summary>
    public string Name => Descriptor.Name;

    /// <inheritdoc/>
    public override string ToString() => $"{Descriptor.Name} v{Descriptor.Version}";
}

/// <summary>A compiled feature view whose values are found by key.</summary>
/// <typeparam name="TKey">The entity key: the key property's type, or the generated <c>Key</c> where there are several.</typeparam>
/// <typeparam name="TFeatures">The record.</typeparam>
public abstract class FeatureView<TKey, TFeatures> : FeatureView
    where TKey : notnull
    where TFeatures : class
{
    private protected FeatureView(FeatureViewDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <summary>Reads the key from the key columns of a result, which start at <paramref name="firstColumn"/>.</summary>
    public abstract TKey ReadKey(RowCursor row, int firstColumn);

    /// <summary>Writes the key columns of a spine row.</summary>
    public abstract void WriteKey(TKey key, RowWriter writer);

    /// <summary>Writes the key as bytes, different for different keys.</summary>
    public abstract void EncodeKey(TKey key, ref StateWriter writer);

    /// <summary>Reads the features of one entity from the feature columns of a result, which start at <paramref name="firstColumn"/>.</summary>
    /// <exception cref="NonFiniteFeatureException">A feature that cannot be null is infinite or not a number.</exception>
    public abstract TFeatures ReadFeatures(TKey key, RowCursor row, int firstColumn);

    /// <summary>An entity's state without rows: what a new entity has.</summary>
    /// <param name="watermark">The knowledge instant, in microseconds.</param>
    public abstract FeatureState<TKey, TFeatures> CreateState(long watermark);

    /// <summary>Reads back what <see cref="FeatureState{TKey, TFeatures}.Encode"/> wrote.</summary>
    /// <param name="watermark">The knowledge instant it was built at, in microseconds.</param>
    /// <param name="reader">The bytes.</param>
    public abstract FeatureState<TKey, TFeatures> DecodeState(long watermark, ref StateReader reader);
}

/// <summary>A compiled feature view with its spine: what the generated <c>View</c> member returns.</summary>
/// <typeparam name="TKey">The entity key.</typeparam>
/// <typeparam name="TFeatures">The record.</typeparam>
/// <typeparam name="TSpine">The generated <c>Spine</c>: an entity at an instant.</typeparam>
public abstract class FeatureView<TKey, TFeatures, TSpine> : FeatureView<TKey, TFeatures>
    where TKey : notnull
    where TFeatures : class
{
    /// <summary>For generated code.</summary>
    protected FeatureView(FeatureViewDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <summary>The entity of a spine row.</summary>
    public abstract TKey KeyOf(TSpine spine);

    /// <summary>The as-of instant of a spine row, as the caller gave it.</summary>
    public abstract DateTime AsOfOf(TSpine spine);
}
