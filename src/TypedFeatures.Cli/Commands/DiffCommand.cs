using System.CommandLine;
using TypedFeatures.Cli.Contracts;
using TypedFeatures.Cli.Reports;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Cli.Commands;

/// <summary><c>dotnet features diff</c>: all that differs between the code and the lock file, whatever it means.</summary>
internal static class DiffCommand
{
    public static Command Create(TimeProvider clock)
    {
        var common = new CommonOptions();
        var against = new Option<string?>("--against") { Description = "What the code is compared with, as check takes it." };
        var today = CommonOptions.Today(clock);
        var command = common.AddTo(new Command("diff", "Lists every difference between the code and the lock file, with its verdict."));
        command.Add(against);
        command.Add(today);
        return command.Does(async (parsed, streams, cancellationToken) =>
        {
            using var compiled = await common.CompileAsync(parsed, streams, cancellationToken).ConfigureAwait(false);
            var locked = await Baseline.ReadAsync(parsed.GetValue(against), common.LockFileOf(parsed, compiled), cancellationToken).ConfigureAwait(false);
            var changes = ContractComparison.Compare(locked, compiled.ReadContracts().Definitions, parsed.GetRequiredValue(today));
            await ChangeReport.WriteAsync(streams.Output, changes).ConfigureAwait(false);
            return ExitCodes.Fine;
        });
    }
}
