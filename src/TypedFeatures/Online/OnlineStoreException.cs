namespace TypedFeatures.Online;

/// <summary>An online store cannot be reached or failed; the message names the store and what to check, never a key or value.</summary>
public sealed class OnlineStoreException : Exception
{
    /// <summary>A store's failure.</summary>
    public OnlineStoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
