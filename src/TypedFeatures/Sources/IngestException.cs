namespace TypedFeatures.Sources;

/// <summary>A row was refused at ingestion; nothing of the call was stored. The message never holds the value.</summary>
public sealed class IngestException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="source">The source's name.</param>
    /// <param name="position">The row's position in the call, from 0.</param>
    /// <param name="field">The C# property.</param>
    /// <param name="reason">What is wrong and what would be right.</param>
    public IngestException(string source, long position, string field, string reason)
        : base($"Row {position} of '{source}': {field}: {reason} Nothing was stored.")
    {
        Position = position;
        Field = field;
    }

    /// <summary>The row's position in the call, from 0.</summary>
    public long Position { get; }

    /// <summary>The C# property that was refused.</summary>
    public string Field { get; }
}
