namespace TypedFeatures.Postgres;

/// <summary>Where a PostgreSQL engine keeps its sources.</summary>
public sealed record PostgresOptions
{
    /// <summary>The schema of a store that names none: <c>typed_features</c>.</summary>
    public const string DefaultSchema = "typed_features";

    /// <summary>Where the database is, as Npgsql reads it. Its encoding must be UTF8; its collation does not matter.</summary>
    /// <exception cref="ArgumentException">Null or empty.</exception>
    public required string ConnectionString
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    }

    /// <summary>
    /// The schema that is the store's own, made where it is missing; stores with different ones share a database without seeing each other.
    /// A lower-case letter or <c>_</c>, then lower-case letters, digits and <c>_</c>; 63 characters at most.
    /// </summary>
    /// <exception cref="ArgumentException">Another name.</exception>
    public string Schema
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            if (value.Length > 63 || char.IsAsciiDigit(value[0]) || !value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
                || value.StartsWith("pg_", StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    "A schema's name begins with a lower-case letter or '_', goes on with those and digits, has at most 63 characters and does not begin with 'pg_'.",
                    nameof(value));
            }

            field = value;
        }
    } = DefaultSchema;
}
