namespace TypedFeatures.Parity.Definitions;

/// <summary>Text that is no valid set of definitions: it does not compile, or the analyzers refuse it.</summary>
public sealed class DefinitionException(IReadOnlyList<string> diagnostics) : Exception(string.Join('\n', diagnostics))
{
    /// <summary>What the compiler and the analyzers say, with ids and places.</summary>
    public IReadOnlyList<string> Diagnostics { get; } = diagnostics;
}
