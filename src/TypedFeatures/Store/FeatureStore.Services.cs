using System.Runtime.CompilerServices;

namespace TypedFeatures;

public sealed partial class FeatureStore
{
    /// <summary>Reads a feature service from the online store. Its views are materialized one by one, with <see cref="MaterializeAsync{TKey, TFeatures}(FeatureView{TKey, TFeatures}, DateTime, CancellationToken)"/>.</summary>
    /// <typeparam name="TRequest">The generated <c>Request</c>.</typeparam>
    /// <typeparam name="TService">The service's record.</typeparam>
    /// <typeparam name="TSpine">The generated <c>Spine</c>.</typeparam>
    /// <param name="service">The service.</param>
    /// <returns>A reader; cheap, safe for concurrent use, good for as long as the store is open.</returns>
    /// <exception cref="InvalidOperationException">The store has no online store.</exception>
    public OnlineService<TRequest, TService> Online<TRequest, TService, TSpine>(FeatureService<TRequest, TService, TSpine> service)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(service);
        return new(service.Inputs, service.Normalize, service.Create, OnlineStore, settings.OnlineNamespace, settings.TimeProvider);
    }

    /// <summary>A training set of a service: for each spine row what the service would have answered at its instant, in spine order.</summary>
    /// <typeparam name="TRequest">The generated <c>Request</c>.</typeparam>
    /// <typeparam name="TService">The service's record.</typeparam>
    /// <typeparam name="TSpine">The generated <c>Spine</c>.</typeparam>
    /// <param name="service">The service.</param>
    /// <param name="spine">Requests at instants, in any order; rows may repeat. Instants are UTC in the years 1900 to 2299.</param>
    /// <param name="knowledge">What an instant knows: by default only the rows that were known then, exactly as serving would have seen them.</param>
    /// <returns>The set; nothing runs until it is enumerated or written.</returns>
    /// <exception cref="InvalidOperationException">The store has no offline engine, or the service has no plan for it.</exception>
    public TrainingSet<TSpine, TService> Training<TRequest, TService, TSpine>(
        FeatureService<TRequest, TService, TSpine> service, IEnumerable<TSpine> spine, Knowledge knowledge = Knowledge.Recorded)
        where TService : class =>
        Training(service, spine, static row => row, knowledge);

    /// <inheritdoc cref="Training{TRequest, TService, TSpine}(FeatureService{TRequest, TService, TSpine}, IEnumerable{TSpine}, Knowledge)"/>
    [OverloadResolutionPriority(1)]
    public TrainingSet<TSpine, TService> Training<TRequest, TService, TSpine>(
        FeatureService<TRequest, TService, TSpine> service, IAsyncEnumerable<TSpine> spine, Knowledge knowledge = Knowledge.Recorded)
        where TService : class =>
        Training(service, spine, static row => row, knowledge);

    /// <summary>A training set of a service for rows of the caller's own, which come back untouched beside the features, with whatever they carry (label, weight, id).</summary>
    /// <typeparam name="TRow">The caller's row.</typeparam>
    /// <typeparam name="TRequest">The generated <c>Request</c>.</typeparam>
    /// <typeparam name="TService">The service's record.</typeparam>
    /// <typeparam name="TSpine">The generated <c>Spine</c>.</typeparam>
    /// <param name="service">The service.</param>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="spineOf">The request and the instant of a row.</param>
    /// <param name="knowledge">What an instant knows: by default only the rows that were known then, exactly as serving would have seen them.</param>
    /// <returns>The set; nothing runs until it is enumerated or written.</returns>
    /// <exception cref="InvalidOperationException">The store has no offline engine, or the service has no plan for it.</exception>
    public TrainingSet<TRow, TService> Training<TRow, TRequest, TService, TSpine>(
        FeatureService<TRequest, TService, TSpine> service, IEnumerable<TRow> rows, Func<TRow, TSpine> spineOf, Knowledge knowledge = Knowledge.Recorded)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(rows);
        var total = rows.TryGetNonEnumeratedCount(out var count) ? count : default(long?);
        return CreateTraining(new ServiceTraining<TRequest, TService, TSpine>(service), rows.ToAsyncEnumerable(), spineOf, knowledge, total);
    }

    /// <inheritdoc cref="Training{TRow, TRequest, TService, TSpine}(FeatureService{TRequest, TService, TSpine}, IEnumerable{TRow}, Func{TRow, TSpine}, Knowledge)"/>
    [OverloadResolutionPriority(1)]
    public TrainingSet<TRow, TService> Training<TRow, TRequest, TService, TSpine>(
        FeatureService<TRequest, TService, TSpine> service, IAsyncEnumerable<TRow> rows, Func<TRow, TSpine> spineOf, Knowledge knowledge = Knowledge.Recorded)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(rows);
        return CreateTraining(new ServiceTraining<TRequest, TService, TSpine>(service), rows, spineOf, knowledge, total: null);
    }
}
