using System.CommandLine;
using TypedFeatures.Cli.Reports;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Cli.Commands;

/// <summary><c>dotnet features lock</c>: takes the code into the lock file, as far as what was released allows.</summary>
internal static class LockCommand
{
    public static Command Create(TimeProvider clock)
    {
        var common = new CommonOptions();
        var today = CommonOptions.Today(clock);
        var command = common.AddTo(new Command("lock", $"Takes the code into {LockFile.FileName}, which is made where it is missing. What was released changes only as it may."));
        command.Add(today);
        return command.Does((parsed, streams, cancellationToken) => RunAsync(parsed, common, parsed.GetRequiredValue(today), streams, cancellationToken));
    }

    private static async Task<int> RunAsync(ParseResult parsed, CommonOptions common, string today, Streams streams, CancellationToken cancellationToken)
    {
        using var compiled = await common.CompileAsync(parsed, streams, cancellationToken).ConfigureAwait(false);
        var file = common.LockFileOf(parsed, compiled);
        var (locked, current) = (file.Read(), compiled.ReadContracts().Definitions);
        var accepted = LockUpdate.Accept(locked, current, today);
        var isWritten = file.Write(accepted);
        await streams.Error.WriteLineAsync(isWritten ? $"Wrote {file.Path}: {current.Count} definitions." : $"{file.Path} is up to date.").ConfigureAwait(false);

        // What was not accepted is as it was, and its changes with it.
        var refused = ContractComparison.Compare(accepted, current, today).Where(c => c.Verdict is not Verdict.Compatible).ToList();
        await ChangeReport.WriteAsync(streams.Output, refused).ConfigureAwait(false);
        return refused.Count == 0 ? ExitCodes.Fine : ExitCodes.Breaking;
    }
}
