namespace TypedFeatures;

/// <summary>An online state was written by another definition of the view, or in another format, and is not read as if it were this one's.</summary>
public sealed class ContractMismatchException : InvalidOperationException
{
    /// <summary>Names the view.</summary>
    /// <param name="view">The view's name.</param>
    /// <param name="expected">The contract hash of the running definition.</param>
    /// <param name="stored">The contract hash the state was written under; null where its format is another library version's.</param>
    public ContractMismatchException(string view, string expected, string? stored)
        : base(
            (stored is null
                ? $"The online state of feature view '{view}' is in a format that this version of the library does not know. "
                : $"The online state of feature view '{view}' was written by a definition with contract {stored}; the running one has {expected}. ")
            + "Materialize the view again with the running definition, into another OnlineNamespace while the other definition still serves.")
    {
        Expected = expected;
        Stored = stored;
    }

    /// <summary>The contract hash of the running definition, 16 hexadecimal digits.</summary>
    public string Expected { get; }

    /// <summary>The contract hash that the state was written under; null where its format is unknown.</summary>
    public string? Stored { get; }
}
