using TypedFeatures.Online;

namespace TypedFeatures.Offline;

/// <summary>Reads the rows of a result, forward only, column by number, without boxing.</summary>
/// <remarks>
/// Instants arrive as microseconds since 1970 (<see cref="GetInt64"/>), dates as days since 1970 (<see cref="GetInt32"/>), lengths of time as
/// microseconds (<see cref="GetInt64"/>), decimals as units (<see cref="GetInt64"/>), GUIDs and enum members as text. Disposing it before the end stops the query.
/// </remarks>
public abstract class RowCursor : IAsyncDisposable
{
    /// <summary>Moves to the next row.</summary>
    /// <returns>False after the last row.</returns>
    /// <exception cref="OfflineEngineException">The engine failed, also on a value that does not fit its type.</exception>
    public abstract ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Whether a column of the row at hand is null.</summary>
    public abstract bool IsNull(int column);

    /// <summary>A truth value.</summary>
    public abstract bool GetBoolean(int column);

    /// <summary>A 32-bit integer, or a date in days since 1970.</summary>
    public abstract int GetInt32(int column);

    /// <summary>A 64-bit integer, or an instant or length of time in microseconds.</summary>
    public abstract long GetInt64(int column);

    /// <summary>A float.</summary>
    public abstract float GetSingle(int column);

    /// <summary>A double.</summary>
    public abstract double GetDouble(int column);

    /// <summary>Text.</summary>
    public abstract string GetString(int column);

    /// <summary>A vector: its numbers, rounded to floats. Lists and maps arrive as JSON text (<see cref="GetString"/>).</summary>
    /// <remarks>Engines without a type for vectors write JSON text, which this reads.</remarks>
    public virtual float[] GetVector(int column) => CompositeValue.ReadVector(GetString(column));

    /// <summary>An instant, UTC.</summary>
    public DateTime GetDateTime(int column) => Instant.ToDateTime(GetInt64(column));

    /// <summary>A date.</summary>
    public DateOnly GetDate(int column) => Instant.ToDate(GetInt32(column));

    /// <summary>A length of time.</summary>
    public TimeSpan GetTimeSpan(int column) => Instant.ToTimeSpan(GetInt64(column));

    /// <summary>A GUID.</summary>
    public Guid GetGuid(int column) => Guid.ParseExact(GetString(column), "D");

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
