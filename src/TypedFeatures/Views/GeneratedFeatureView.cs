using System.ComponentModel;
using TypedFeatures.Keys;
using TypedFeatures.Offline;
using TypedFeatures.Online;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>What generated views have in common: all that is done with keys; for generated code.</summary>
/// <typeparam name="TKey">The entity key.</typeparam>
/// <typeparam name="TParts">Its parts.</typeparam>
/// <typeparam name="TFeatures">The record.</typeparam>
/// <typeparam name="TSpine">The generated <c>Spine</c>: an entity at an instant.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GeneratedFeatureView<TKey, TParts, TFeatures, TSpine> : FeatureView<TKey, TFeatures, TSpine>
    where TKey : notnull
    where TParts : IKeyParts<TKey>
    where TFeatures : class
{
    /// <summary>For generated code.</summary>
    protected GeneratedFeatureView(FeatureViewDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <inheritdoc/>
    public sealed override TKey ReadKey(RowCursor row, int firstColumn) => EntityKeys.Read<TKey, TParts>(row, firstColumn);

    /// <inheritdoc/>
    public sealed override void WriteKey(TKey key, RowWriter writer) => EntityKeys.Write<TKey, TParts>(key, writer);

    /// <inheritdoc/>
    public sealed override void EncodeKey(TKey key, ref StateWriter writer) => EntityKeys.Encode<TKey, TParts>(key, ref writer);
}
