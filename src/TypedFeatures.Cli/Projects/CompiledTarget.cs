using TypedFeatures.Cli.Contracts;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Cli.Projects;

/// <summary>An assembly whose contracts are asked for.</summary>
/// <param name="Assembly">Its file.</param>
/// <param name="Folder">The folder of its project, or its own.</param>
/// <param name="Scratch">The folder it was compiled into, which is removed; null where it was built before.</param>
internal sealed record CompiledTarget(string Assembly, string Folder, DirectoryInfo? Scratch) : IDisposable
{
    /// <summary>The contracts of all it defines.</summary>
    /// <exception cref="CommandException">A record that is marked as a definition has none, because it does not compile as one; or they cannot be read.</exception>
    public LockFile ReadContracts()
    {
        var contracts = ContractsInAssembly.Read(Assembly);
        var without = MarkedRecords.Read(Assembly).Except(contracts.Definitions.Select(d => d.TypeName)).ToList();
        return without.Count == 0
            ? contracts
            : throw new CommandException($"{string.Join(", ", without.Select(n => $"'{n}'"))} cannot be compiled as marked, so nothing can be said of it. Build the project: its diagnostics say what is wrong.");
    }

    /// <inheritdoc/>
    public void Dispose() => Scratch?.Delete(recursive: true);
}
