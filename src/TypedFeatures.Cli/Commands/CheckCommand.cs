using System.CommandLine;
using TypedFeatures.Cli.Contracts;
using TypedFeatures.Cli.Reports;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Cli.Commands;

/// <summary><c>dotnet features check</c>: whether the code keeps what was released; what it says suits a comment on a pull request.</summary>
internal static class CheckCommand
{
    public static Command Create(TimeProvider clock)
    {
        var common = new CommonOptions();
        var against = new Option<string?>("--against")
        {
            Description = "What was released: git:REF (the lock file as committed there), a lock file, or an assembly; the project's lock file where it is left out.",
        };
        var json = new Option<bool>("--json") { Description = "Writes JSON." };
        var today = CommonOptions.Today(clock);
        var command = common.AddTo(new Command("check", "Says what would change under those who rely on what was released. Ends with 100 where something would."));
        command.Add(against);
        command.Add(json);
        command.Add(today);
        return command.Does(async (parsed, streams, cancellationToken) =>
        {
            using var compiled = await common.CompileAsync(parsed, streams, cancellationToken).ConfigureAwait(false);
            var locked = await Baseline.ReadAsync(parsed.GetValue(against), common.LockFileOf(parsed, compiled), cancellationToken).ConfigureAwait(false);
            var current = compiled.ReadContracts().Definitions;
            var day = parsed.GetRequiredValue(today);
            var changes = ContractComparison.Compare(locked, current, day);
            var check = new CheckReport(changes, IsUpToDate: LockUpdate.Accept(locked, current, day) == locked);
            await (parsed.GetValue(json) ? check.WriteJsonAsync(streams.Output) : check.WriteMarkdownAsync(streams.Output)).ConfigureAwait(false);
            return check.IsKept ? ExitCodes.Fine : ExitCodes.Breaking;
        });
    }
}
