using System.ComponentModel;
using TypedFeatures.Keys;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>What generated labels have in common: all that is done with keys; for generated code.</summary>
/// <typeparam name="TKey">The entity key.</typeparam>
/// <typeparam name="TParts">Its parts.</typeparam>
/// <typeparam name="TLabel">The record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GeneratedLabel<TKey, TParts, TLabel> : Label<TKey, TLabel>
    where TKey : notnull
    where TParts : IKeyParts<TKey>
    where TLabel : class
{
    /// <summary>For generated code.</summary>
    protected GeneratedLabel(LabelDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <inheritdoc/>
    public sealed override TKey ReadKey(RowCursor row, int firstColumn) => EntityKeys.Read<TKey, TParts>(row, firstColumn);

    /// <inheritdoc/>
    public sealed override void WriteKey(TKey key, RowWriter writer) => EntityKeys.Write<TKey, TParts>(key, writer);
}
