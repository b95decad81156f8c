using TypedFeatures.Offline;
using TypedFeatures.Online;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>A compiled feature service: what the generated <c>Service</c> member of the record returns.</summary>
/// <typeparam name="TRequest">The generated <c>Request</c>: entity keys and the request's values.</typeparam>
/// <typeparam name="TService">The record.</typeparam>
/// <typeparam name="TSpine">The generated <c>Spine</c>: a request at an instant.</typeparam>
public abstract class FeatureService<TRequest, TService, TSpine>
    where TService : class
{
    /// <summary>For generated code.</summary>
    protected FeatureService(FeatureServiceDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        Descriptor = descriptor;
    }

    /// <summary>Names, types, owners, SQL.</summary>
    public FeatureServiceDescriptor Descriptor { get; }

    /// <summary>The service's name in the registry.</summary>
    public string Name => Descriptor.Name;

    /// <summary>The views it reads, in declaration order.</summary>
    public abstract IReadOnlyList<ServiceInput<TRequest>> Inputs { get; }

    /// <summary>The request of a spine row.</summary>
    public abstract TRequest RequestOf(TSpine spine);

    /// <summary>The as-of instant of a spine row, as the caller gave it.</summary>
    public abstract DateTime AsOfOf(TSpine spine);

    /// <summary>Writes the keys and the request's values of a spine row.</summary>
    public abstract void WriteRequest(TRequest request, RowWriter writer);

    /// <summary>The request as every entrance makes it: instants floored to the microsecond, −0 as 0.</summary>
    /// <exception cref="ArgumentException">A value that ingestion would refuse; the message names the input, never the value.</exception>
    public abstract TRequest Normalize(TRequest request);

    /// <summary>Makes the record of a request and the features of its views, in the order of <see cref="Inputs"/>.</summary>
    public abstract TService Create(TRequest request, IReadOnlyList<object> features);

    /// <inheritdoc/>
    public override string ToString() => $"{Descriptor.Name} v{Descriptor.Version}";
}

/// <summary>One of the views a service reads, with how its key is found in a request.</summary>
/// <typeparam name="TRequest">The service's <c>Request</c>.</typeparam>
public abstract class ServiceInput<TRequest>
{
    private protected ServiceInput(FeatureView view) => View = view;

    /// <summary>The view.</summary>
    public FeatureView View { get; }

    /// <summary>For generated code.</summary>
    /// <param name="view">The view.</param>
    /// <param name="keyOf">The view's key in a request.</param>
    public static ServiceInput<TRequest> Of<TKey, TFeatures>(FeatureView<TKey, TFeatures> view, Func<TRequest, TKey> keyOf)
        where TKey : notnull
        where TFeatures : class
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(keyOf);
        return new ServiceInput<TRequest, TKey, TFeatures>(view, keyOf);
    }

    /// <summary>Writes the view's key of a request as bytes.</summary>
    internal abstract void EncodeKey(TRequest request, ref StateWriter writer);

    /// <summary>Reads the features from the columns of a training result, which start at <paramref name="firstColumn"/>.</summary>
    internal abstract object ReadFeatures(TRequest request, RowCursor row, int firstColumn);

    /// <summary>Makes the features of the entries of an online read.</summary>
    internal abstract OnlineFeature<object> ReadOnline(
        TRequest request, OnlineTable table, ReadOnlyMemory<byte>? viewHeader, ReadOnlyMemory<byte>? entry, long asOf);
}

/// <summary>A view with its types.</summary>
internal sealed class ServiceInput<TRequest, TKey, TFeatures>(FeatureView<TKey, TFeatures> view, Func<TRequest, TKey> keyOf)
    : ServiceInput<TRequest>(view)
    where TKey : notnull
    where TFeatures : class
{
    internal override void EncodeKey(TRequest request, ref StateWriter writer) => view.EncodeKey(keyOf(request), ref writer);

    internal override object ReadFeatures(TRequest request, RowCursor row, int firstColumn) =>
        view.ReadFeatures(keyOf(request), row, firstColumn);

    internal override OnlineFeature<object> ReadOnline(
        TRequest request, OnlineTable table, ReadOnlyMemory<byte>? viewHeader, ReadOnlyMemory<byte>? entry, long asOf)
    {
        var read = new OnlineStateReader<TKey, TFeatures>(view, table, viewHeader, asOf).Read(keyOf(request), entry);
        return new(read.Features, read.Status);
    }
}
