using System.CommandLine;
using TypedFeatures.Cli.Reports;

namespace TypedFeatures.Cli.Commands;

/// <summary><c>dotnet features list</c>: what there is.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var json = new Option<bool>("--json") { Description = "Writes JSON: the contracts as a lock file has them." };
        var command = common.AddTargetTo(new Command("list", "Lists views, feature tables, labels and services with their features."));
        command.Add(json);
        return command.Does(async (parsed, streams, cancellationToken) =>
        {
            using var compiled = await common.CompileAsync(parsed, streams, cancellationToken).ConfigureAwait(false);
            var contracts = compiled.ReadContracts();
            await streams.Output.WriteAsync(parsed.GetValue(json) ? contracts.Print() : DefinitionList.Text(contracts)).ConfigureAwait(false);
            return ExitCodes.Fine;
        });
    }
}
