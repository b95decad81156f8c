using TypedFeatures.Contracts;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Cli.Contracts;

/// <summary>The contracts in an assembly, or what is wrong with them in words for people.</summary>
internal static class ContractsInAssembly
{
    /// <exception cref="CommandException">They were written by a newer version, or two records are one version of a definition.</exception>
    public static LockFile Read(string assembly)
    {
        try
        {
            return AssemblyContracts.Read(assembly);
        }
        catch (LockFileException newer)
        {
            throw new CommandException($"The contracts in '{assembly}' cannot be read: {newer.Reason}");
        }
        catch (ArgumentException twins)
        {
            throw new CommandException(twins.Message);
        }
    }
}
