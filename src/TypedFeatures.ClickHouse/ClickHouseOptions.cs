namespace TypedFeatures.ClickHouse;

/// <summary>How a <see cref="ClickHouseOfflineEngine"/> reaches its server.</summary>
public sealed class ClickHouseOptions
{
    /// <summary>
    /// The server's HTTP interface: <c>http://host:8123</c> or <c>https://host:8443</c>. A user and password in it (<c>http://user:password@host:8123</c>)
    /// stand for <see cref="User"/> and <see cref="Password"/>.
    /// </summary>
    public required Uri Server { get; set; }

    /// <summary>The database that holds the sources; made where it is missing. <c>default</c> unless set.</summary>
    public string Database { get; set; } = "default";

    /// <summary>The user; the server's own default unless set. It is sent as a header and never logged.</summary>
    public string? User { get; set; }

    /// <summary>The password. It is sent as a header and never logged.</summary>
    public string? Password { get; set; }

    /// <summary>Whether the server compresses results by gzip: worth it over slow lines, not within one machine. False unless set.</summary>
    public bool CompressResults { get; set; }

    /// <summary>
    /// Settings to send with every statement, such as <c>max_memory_usage</c>. Those that plans rely on (see docs/clickhouse.md) cannot be set.
    /// </summary>
    public IDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// How long what newer rows replaced, and what a crash left behind, stays in the database; an ingestion after that time removes it, and looks for it
    /// when an engine ingests into a source first, and then no more often than twice in that time. It must be longer than the time between a query's first and
    /// second request, and than writing one batch takes. One hour unless set.
    /// </summary>
    public TimeSpan ReplacedBatchRetention { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Makes the handler of HTTP requests, for certificates and proxies; null for the platform's own. The engine disposes it.</summary>
    public Func<HttpMessageHandler>? CreateHandler { get; set; }

    /// <summary>The clock; the system's unless set.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The same on another database of the server.</summary>
    internal ClickHouseOptions WithDatabase(string database)
    {
        var other = new ClickHouseOptions
        {
            Server = Server,
            Database = database,
            User = User,
            Password = Password,
            CompressResults = CompressResults,
            ReplacedBatchRetention = ReplacedBatchRetention,
            CreateHandler = CreateHandler,
            TimeProvider = TimeProvider,
        };
        foreach (var (name, value) in Settings)
        {
            other.Settings.Add(name, value);
        }

        return other;
    }
}
