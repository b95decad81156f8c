using System.Net;
using StackExchange.Redis;

namespace TypedFeatures.Redis;

/// <summary>Where a Redis server is.</summary>
internal static class RedisEndpoints
{
    private const int BatchTimeoutMilliseconds = 10_000;
    private const string Scheme = "redis://";

    /// <summary>Reads a configuration string.</summary>
    /// <exception cref="ArgumentException">It names no server, or is malformed.</exception>
    public static ConfigurationOptions Parse(string configuration)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        var plain = configuration.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? configuration[Scheme.Length..].TrimEnd('/') : configuration;
        var options = ConfigurationOptions.Parse(plain);
        if (options.EndPoints.Count == 0)
        {
            throw new ArgumentException("The configuration names no server. Give host:port first.", nameof(configuration));
        }

        // The client's one second is meant for single commands; a batch of states may take longer on a busy server.
        if (!plain.Contains("syncTimeout=", StringComparison.OrdinalIgnoreCase))
        {
            options.SyncTimeout = BatchTimeoutMilliseconds;
        }

        options.ClientName ??= "TypedFeatures";
        return options;
    }

    /// <summary>The servers, for messages: never the whole configuration, which may hold a password.</summary>
    public static string Describe(IEnumerable<EndPoint> endpoints) => string.Join(", ", endpoints.Select(Describe));

    private static string Describe(EndPoint endpoint) => endpoint switch
    {
        DnsEndPoint dns => $"{dns.Host}:{(dns.Port == 0 ? 6379 : dns.Port)}",
        IPEndPoint ip => $"{ip.Address}:{(ip.Port == 0 ? 6379 : ip.Port)}",
        _ => endpoint.ToString() ?? "",
    };
}
