namespace TypedFeatures;

/// <summary>A row that the caller asks features for was refused. The message never holds the value.</summary>
public sealed class SpineException : ArgumentException
{
    /// <summary>A refusal.</summary>
    /// <param name="position">The row's position in the call, from 0.</param>
    /// <param name="field">The key, <c>AsOf</c>, or a carried column.</param>
    /// <param name="reason">What is wrong and what would be right.</param>
    /// <param name="innerException">What found it.</param>
    public SpineException(long position, string field, string reason, Exception? innerException = null)
        : base($"Row {position} of the spine: {field}: {reason}", innerException)
    {
        Position = position;
        Field = field;
    }

    /// <summary>The row's position in the call, from 0.</summary>
    public long Position { get; }

    /// <summary>What was refused: a key property, <c>AsOf</c>, or a carried column.</summary>
    public string Field { get; }
}
