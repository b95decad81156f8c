namespace TypedFeatures.Cli;

/// <summary>How a command ends.</summary>
internal static class ExitCodes
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>Something could not be done: a file that cannot be read, code that does not compile.</summary>
    public const int Error = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>What was released would change under those who rely on it.</summary>
    public const int Breaking = 100;
}

/// <summary>What ends a command with a message for people: what is wrong, and what to do.</summary>
internal sealed class CommandException(string message, int exitCode = ExitCodes.Error) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
