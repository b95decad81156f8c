namespace TypedFeatures.Offline;

/// <summary>An offline engine refused or failed a statement; the message holds the engine's words and the statement's first line.</summary>
public sealed class OfflineEngineException : Exception
{
    /// <summary>An engine's failure.</summary>
    public OfflineEngineException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
