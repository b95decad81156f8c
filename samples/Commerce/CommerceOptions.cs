using Commerce.Data;

namespace Commerce;

/// <summary>Where history is kept.</summary>
internal enum OfflineChoice
{
    DuckDb,
    Postgres,
    Sqlite,
}

/// <summary>What the command line asks for.</summary>
internal sealed record CommerceOptions
{
    public required OfflineChoice Engine { get; init; }

    /// <summary>Where PostgreSQL is, for the engine that needs it.</summary>
    public required string Connection { get; init; }

    /// <summary><c>memory</c>, <c>sqlite</c> or <c>redis://host:port</c>.</summary>
    public required string Online { get; init; }

    public required ShopSize Size { get; init; }

    /// <summary>Where to keep everything; null for a folder that goes away at the end.</summary>
    public string? Out { get; init; }
}
