using System.CommandLine;
using TypedFeatures.Cli.Commands;

namespace TypedFeatures.Cli;

/// <summary>The command line <c>dotnet features</c>: results on the output, progress and errors on the error stream.</summary>
internal static class FeaturesCommand
{
    /// <summary>Runs a command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Takes results.</param>
    /// <param name="error">Takes progress and errors.</param>
    /// <param name="clock">Says which day it is; the system's where it is left out.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        var root = new RootCommand("Contracts of features: what was released is held, whatever the code becomes.")
        {
            LockCommand.Create(clock), CheckCommand.Create(clock), DiffCommand.Create(clock), ReleaseCommand.Create(clock), ListCommand.Create(), SqlCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message).ConfigureAwait(false);
            }

            await error.WriteLineAsync("See: dotnet features --help").ConfigureAwait(false);
            return ExitCodes.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
    }

    /// <summary>Gives a command what it does; what it throws for people becomes its message and exit code.</summary>
    public static Command Does(this Command command, Func<ParseResult, Streams, CancellationToken, Task<int>> action)
    {
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var streams = new Streams(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                return await action(parsed, streams, cancellationToken).ConfigureAwait(false);
            }
            catch (CommandException refused)
            {
                await streams.Error.WriteLineAsync("error: " + refused.Message).ConfigureAwait(false);
                return refused.ExitCode;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or BadImageFormatException)
            {
                await streams.Error.WriteLineAsync("error: " + failure.Message).ConfigureAwait(false);
                return ExitCodes.Error;
            }
        });
        return command;
    }
}

/// <summary>Where a command writes.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Progress and errors.</param>
internal sealed record Streams(TextWriter Output, TextWriter Error);
