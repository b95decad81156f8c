using System.CommandLine;
using System.Globalization;
using TypedFeatures.Cli.Contracts;
using TypedFeatures.Cli.Projects;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Cli.Commands;

/// <summary>The options that most commands have.</summary>
internal sealed class CommonOptions
{
    private readonly Argument<string?> target = new("target")
    {
        Description = "A project file, a folder with one, or a built assembly; the folder at hand where it is left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> configuration = new("--configuration", "-c")
    {
        Description = "The configuration a project is compiled in.",
        DefaultValueFactory = _ => "Debug",
    };

    private readonly Option<string?> framework = new("--framework", "-f") { Description = "The target framework, of a project with several." };

    private readonly Option<string?> lockFile = new("--lock-file") { Description = $"The lock file; {LockFile.FileName} beside the project where it is left out." };

    /// <summary>Adds them to a command.</summary>
    public Command AddTo(Command command)
    {
        command.Add(target);
        command.Add(configuration);
        command.Add(framework);
        command.Add(lockFile);
        return command;
    }

    /// <summary>Adds them without the lock file.</summary>
    public Command AddTargetTo(Command command)
    {
        command.Add(target);
        command.Add(configuration);
        command.Add(framework);
        return command;
    }

    /// <summary>The assembly that is meant; a project is compiled.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="streams">Is told what goes on.</param>
    /// <param name="withTexts">Whether a project's contracts shall have the texts of their records.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<CompiledTarget> CompileAsync(ParseResult parsed, Streams streams, bool withTexts, CancellationToken cancellationToken) => await TargetCompiler.CompileAsync(
        parsed.GetValue(target) ?? ".", parsed.GetRequiredValue(configuration), parsed.GetValue(framework), withTexts, streams.Error, cancellationToken).ConfigureAwait(false);

    /// <summary>The same without texts.</summary>
    public async Task<CompiledTarget> CompileAsync(ParseResult parsed, Streams streams, CancellationToken cancellationToken) =>
        await CompileAsync(parsed, streams, withTexts: false, cancellationToken).ConfigureAwait(false);

    /// <summary>The lock file that is meant.</summary>
    public LockFileOnDisk LockFileOf(ParseResult parsed, CompiledTarget compiled) => new(parsed.GetValue(lockFile) ?? Path.Combine(compiled.Folder, LockFile.FileName));

    /// <summary>The option that says which day it is.</summary>
    public static Option<string> Today(TimeProvider clock)
    {
        var option = new Option<string>("--today")
        {
            Description = "The day on which retirements are judged, as yyyy-MM-dd; today, UTC, where it is left out.",
            DefaultValueFactory = _ => clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !ContractDate.IsValid(result.Tokens[0].Value))
            {
                result.AddError($"'{result.Tokens[0].Value}' is no date. Write it as yyyy-MM-dd.");
            }
        });
        return option;
    }
}
