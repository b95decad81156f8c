using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>A compiled label; get one from the generated <c>Label</c> member of the record.</summary>
public abstract class Label
{
    private protected Label(LabelDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        Descriptor = descriptor;
    }

    /// <summary>Names, types, horizon, SQL.</summary>
    public LabelDescriptor Descriptor { get; }

    /// <summary>The label's name in the registry.</summary>
    public string Name => Descriptor.Name;

    /// <inheritdoc/>
    public override string ToString() => $"{Descriptor.Name} v{Descriptor.Version}";
}

/// <summary>A compiled label whose values are read as a record.</summary>
/// <typeparam name="TLabel">The record.</typeparam>
public abstract class Label<TLabel> : Label
    where TLabel : class
{
    private protected Label(LabelDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <summary>Reads the record from the columns of a result: the keys start at <paramref name="firstKey"/>, the values at <paramref name="firstValue"/>.</summary>
    internal abstract TLabel Read(RowCursor row, int firstKey, int firstValue);
}

/// <summary>A compiled label with its key: what the generated <c>Label</c> member returns.</summary>
/// <typeparam name="TKey">The entity key: the key property's type, or the generated <c>Key</c> where there are several.</typeparam>
/// <typeparam name="TLabel">The record.</typeparam>
public abstract class Label<TKey, TLabel> : Label<TLabel>
    where TKey : notnull
    where TLabel : class
{
    /// <summary>For generated code.</summary>
    protected Label(LabelDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <summary>Reads the key from the key columns of a result, which start at <paramref name="firstColumn"/>.</summary>
    public abstract TKey ReadKey(RowCursor row, int firstColumn);

    /// <summary>Writes the key columns of a spine row.</summary>
    public abstract void WriteKey(TKey key, RowWriter writer);

    /// <summary>Reads the label of one entity from the value columns of a result, which start at <paramref name="firstColumn"/>.</summary>
    /// <exception cref="NonFiniteFeatureException">A value that cannot be null is infinite or not a number.</exception>
    public abstract TLabel ReadLabel(TKey key, RowCursor row, int firstColumn);

    internal sealed override TLabel Read(RowCursor row, int firstKey, int firstValue) => ReadLabel(ReadKey(row, firstKey), row, firstValue);
}
