using System.Buffers;
using TypedFeatures.Online;

namespace TypedFeatures;

/// <summary>
/// Reads a feature service from the online store: one round trip per call, whatever the number of views and requests. On-demand features are the record's own properties:
/// they run when they are read.
/// </summary>
/// <remarks>
/// Safe for concurrent use. Every method throws <see cref="ArgumentException"/> for a request with a value that ingestion would refuse, and what
/// <see cref="OnlineFeatures{TKey, TFeatures}"/> throws.
/// </remarks>
/// <typeparam name="TRequest">The generated <c>Request</c>.</typeparam>
/// <typeparam name="TService">The service's record.</typeparam>
public sealed class OnlineService<TRequest, TService>
    where TService : class
{
    private readonly IReadOnlyList<ServiceInput<TRequest>> inputs;
    private readonly Func<TRequest, TRequest> normalize;
    private readonly Func<TRequest, IReadOnlyList<object>, TService> create;
    private readonly IOnlineStore store;
    private readonly TimeProvider timeProvider;
    private readonly OnlineTable[] tables;

    /// <summary>For each view, which header it reads: views in several roles share one.</summary>
    private readonly int[] headers;

    /// <summary>The headers' keys, which every read begins with.</summary>
    private readonly OnlineKey[] headerKeys;

    internal OnlineService(
        IReadOnlyList<ServiceInput<TRequest>> inputs,
        Func<TRequest, TRequest> normalize,
        Func<TRequest, IReadOnlyList<object>, TService> create,
        IOnlineStore store,
        string onlineNamespace,
        TimeProvider timeProvider)
    {
        this.inputs = inputs;
        this.normalize = normalize;
        this.create = create;
        this.store = store;
        this.timeProvider = timeProvider;
        tables = [.. inputs.Select(input => new OnlineTable(store, onlineNamespace, input.View.Descriptor))];
        var names = tables.Select(t => t.Name).Distinct().ToList();
        headers = [.. tables.Select(t => names.IndexOf(t.Name))];
        headerKeys = [.. names.Select(name => new OnlineKey(name, default))];
    }

    /// <summary>The features of one request as of now.</summary>
    /// <param name="request">Entity keys and inputs.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<TService> GetAsync(TRequest request, CancellationToken cancellationToken = default) =>
        ReadOneAsync(request, Now(), cancellationToken);

    /// <summary>The features of one request as of an instant.</summary>
    /// <param name="request">Entity keys and inputs.</param>
    /// <param name="asOf">UTC, in the years 1900 to 2299, not before the watermark of any view.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<TService> GetAsync(TRequest request, DateTime asOf, CancellationToken cancellationToken = default) =>
        ReadOneAsync(request, Instant.FromDateTime(asOf), cancellationToken);

    /// <summary>The features of several requests as of now, all at the same instant.</summary>
    /// <param name="requests">The requests; may repeat.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One value per request, in their order.</returns>
    public async ValueTask<IReadOnlyList<TService>> GetManyAsync(IEnumerable<TRequest> requests, CancellationToken cancellationToken = default) =>
        Features(await ReadManyAsync(requests, Now(), cancellationToken).ConfigureAwait(false));

    /// <summary>The features of several requests as of an instant.</summary>
    /// <param name="requests">The requests; may repeat.</param>
    /// <param name="asOf">UTC, in the years 1900 to 2299, not before the watermark of any view.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One value per request, in their order.</returns>
    public async ValueTask<IReadOnlyList<TService>> GetManyAsync(
        IEnumerable<TRequest> requests, DateTime asOf, CancellationToken cancellationToken = default) =>
        Features(await ReadManyAsync(requests, Instant.FromDateTime(asOf), cancellationToken).ConfigureAwait(false));

    /// <summary>The features of several requests as of an instant, and what stands behind each view's.</summary>
    /// <param name="requests">The requests; may repeat.</param>
    /// <param name="asOf">UTC, in the years 1900 to 2299, not before the watermark of any view; now where not given.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One value per request, in their order.</returns>
    public ValueTask<IReadOnlyList<ServedFeatures<TService>>> GetManyWithStatusAsync(
        IEnumerable<TRequest> requests, DateTime? asOf = null, CancellationToken cancellationToken = default) =>
        ReadManyAsync(requests, asOf is { } instant ? Instant.FromDateTime(instant) : Now(), cancellationToken);

    private static IReadOnlyList<TService> Features(IReadOnlyList<ServedFeatures<TService>> served)
    {
        var features = new TService[served.Count];
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = served[i].Features;
        }

        return features;
    }

    private long Now() => Instant.FromDateTime(timeProvider.GetUtcNow().UtcDateTime);

    private async ValueTask<TService> ReadOneAsync(TRequest request, long asOf, CancellationToken cancellationToken) =>
        (await ReadManyAsync([request], asOf, cancellationToken).ConfigureAwait(false))[0].Features;

    private async ValueTask<IReadOnlyList<ServedFeatures<TService>>> ReadManyAsync(
        IEnumerable<TRequest> requests, long asOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var normal = requests.Select(normalize).ToArray();
        if (normal.Length == 0)
        {
            return [];
        }

        var values = await store.GetManyAsync(Keys(normal), cancellationToken).ConfigureAwait(false);
        var results = new ServedFeatures<TService>[normal.Length];
        var next = headerKeys.Length;
        for (var i = 0; i < results.Length; i++)
        {
            var features = new object[inputs.Count];
            var statuses = new FeatureStatus[inputs.Count];
            for (var j = 0; j < features.Length; j++)
            {
                var read = inputs[j].ReadOnline(normal[i], tables[j], values[headers[j]], values[next++], asOf);
                (features[j], statuses[j]) = (read.Features, read.Status);
            }

            results[i] = new(create(normal[i], features), statuses);
        }

        return results;
    }

    /// <summary>The headers' keys, then each request's keys, view by view, all cut out of one buffer.</summary>
    private OnlineKey[] Keys(TRequest[] requests)
    {
        var keys = new OnlineKey[headerKeys.Length + (requests.Length * inputs.Count)];
        headerKeys.CopyTo(keys, 0);
        var buffer = new ArrayBufferWriter<byte>(requests.Length * inputs.Count * 12);
        var ends = new int[keys.Length - headerKeys.Length];
        for (var i = 0; i < ends.Length; i++)
        {
            // A writer per key: it writes text by number when it comes again, and keys are read on their own.
            var writer = new StateWriter(buffer);
            inputs[i % inputs.Count].EncodeKey(requests[i / inputs.Count], ref writer);
            ends[i] = buffer.WrittenCount;
        }

        for (var i = 0; i < ends.Length; i++)
        {
            keys[headerKeys.Length + i] = new(tables[i % inputs.Count].Name, buffer.WrittenMemory[(i == 0 ? 0 : ends[i - 1])..ends[i]]);
        }

        return keys;
    }
}

/// <summary>The served value of one request.</summary>
/// <typeparam name="TService">The service's record.</typeparam>
/// <param name="Features">The record; never null.</param>
/// <param name="Statuses">What stands behind each view's features, in the order of the service's views.</param>
public readonly record struct ServedFeatures<TService>(TService Features, IReadOnlyList<FeatureStatus> Statuses);
