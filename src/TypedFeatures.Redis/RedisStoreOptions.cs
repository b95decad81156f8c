using TypedFeatures.Redis;

namespace TypedFeatures;

/// <summary>Chooses Redis for a feature store.</summary>
public static class RedisStoreOptions
{
    /// <summary>Keeps online states on a Redis server or cluster.</summary>
    /// <param name="options">The options.</param>
    /// <param name="configuration">
    /// <c>host:port</c>, several with commas between, then options as StackExchange.Redis has them: <c>host:6379,password=…,ssl=true</c>.
    /// </param>
    /// <returns>The options.</returns>
    /// <exception cref="InvalidOperationException">An online store is chosen already.</exception>
    public static FeatureStoreOptions UseRedis(this FeatureStoreOptions options, string configuration)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        return options.UseOnlineStore(async cancellationToken =>
            await RedisOnlineStore.ConnectAsync(configuration, cancellationToken: cancellationToken).ConfigureAwait(false));
    }
}
