using System.CommandLine;
using TypedFeatures.Cli.Contracts;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Cli.Commands;

/// <summary><c>dotnet features sql VIEW --engine E</c>: the SQL as it was printed for an engine.</summary>
internal static class SqlCommand
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var view = new Argument<string>("view") { Description = "The name of a view, label or service." };
        var engine = new Option<string>("--engine", "-e") { Description = "clickhouse, duckdb, postgres or sqlite.", DefaultValueFactory = _ => "duckdb" };
        var plan = new Option<string>("--plan", "-p")
        {
            Description = "Which text: Training, TrainingKnowingEverything, Snapshot, StateFeed or StateFeedOfKeys.",
            DefaultValueFactory = _ => "Training",
        };
        var version = new Option<int?>("--version-number", "-n") { Description = "The version; the newest where it is left out." };
        var command = new Command("sql", "Shows the SQL of a view, label or service on an engine.") { view };
        common.AddTargetTo(command);
        command.Add(engine);
        command.Add(plan);
        command.Add(version);
        return command.Does(async (parsed, streams, cancellationToken) =>
        {
            using var compiled = await common.CompileAsync(parsed, streams, cancellationToken).ConfigureAwait(false);
            var definition = Find(compiled.ReadContracts(), parsed.GetRequiredValue(view), parsed.GetValue(version));
            await streams.Output.WriteLineAsync(SqlConstants.Read(
                compiled.Assembly, definition, parsed.GetRequiredValue(engine), parsed.GetRequiredValue(plan))).ConfigureAwait(false);
            return ExitCodes.Fine;
        });
    }

    private static DefinitionContract Find(LockFile contracts, string name, int? version) =>
        contracts.Definitions.Where(d => d.Identity.Name == name && (version is null || d.Identity.Version == version)).MaxBy(d => d.Identity.Version)
        ?? throw new CommandException(
            $"There is no '{name}'{(version is { } number ? $" version {number}" : "")}. There are: {string.Join(", ", contracts.Definitions.Select(d => $"{d.Identity.Name} v{d.Identity.Version}"))}.",
            ExitCodes.Usage);
}
