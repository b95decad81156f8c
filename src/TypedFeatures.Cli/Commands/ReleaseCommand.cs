using System.CommandLine;
using TypedFeatures.Cli.Reports;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Cli.Commands;

/// <summary><c>dotnet features release</c>: from now on definitions are held to what the lock file has.</summary>
internal static class ReleaseCommand
{
    public static Command Create(TimeProvider clock)
    {
        var common = new CommonOptions();
        var names = new Option<string[]>("--name")
        {
            Description = "Releases these alone, by name, with all their versions; all where it is left out.",
            AllowMultipleArgumentsPerToken = true,
        };
        var today = CommonOptions.Today(clock);
        var command = common.AddTo(new Command("release", "Takes the code into the lock file and marks it as released: from now on others rely on it."));
        command.Add(names);
        command.Add(today);
        return command.Does((parsed, streams, cancellationToken) =>
            RunAsync(parsed, common, parsed.GetValue(names) ?? [], parsed.GetRequiredValue(today), streams, cancellationToken));
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, CommonOptions common, IReadOnlyCollection<string> names, string today, Streams streams, CancellationToken cancellationToken)
    {
        using var compiled = await common.CompileAsync(parsed, streams, withTexts: true, cancellationToken).ConfigureAwait(false);
        var file = common.LockFileOf(parsed, compiled);
        bool IsChosen(ContractIdentity identity) => names.Count == 0 || names.Contains(identity.Name);

        // What is not released now keeps the text that it was released with.
        var locked = file.Read();
        var current = compiled.ReadContracts().Definitions.Select(d => IsChosen(d.Identity) ? d : d with { Text = default }).ToList();
        var refused = ContractComparison.Compare(locked, current, today).Where(c => c.Verdict is not Verdict.Compatible).ToList();
        if (refused.Count > 0)
        {
            await ChangeReport.WriteAsync(streams.Output, refused).ConfigureAwait(false);
            await streams.Error.WriteLineAsync("Nothing was released: the code does not keep what was released before.").ConfigureAwait(false);
            return ExitCodes.Breaking;
        }

        var accepted = LockUpdate.Accept(locked, current, today);
        if (names.FirstOrDefault(n => accepted.Definitions.All(d => d.Identity.Name != n)) is { } unknown)
        {
            throw new CommandException($"There is no definition '{unknown}'. There are: {string.Join(", ", accepted.Definitions.Select(d => d.Identity.Name).Distinct())}.", ExitCodes.Usage);
        }

        var released = LockUpdate.Release(accepted, IsChosen);
        file.Write(released);
        foreach (var definition in released.Definitions.Where(d => d.IsReleased && locked.Find(d.Identity) is var before && before != d with { Text = before?.Text ?? default }))
        {
            await streams.Output.WriteLineAsync($"Released: {definition.Identity}").ConfigureAwait(false);
        }

        await streams.Error.WriteLineAsync($"Wrote {file.Path}.").ConfigureAwait(false);
        return ExitCodes.Fine;
    }
}
