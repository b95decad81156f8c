namespace TypedFeatures.Plans.Contract;

/// <summary>What <c>features.lock.json</c> holds: every version of every definition, sorted by <see cref="ContractIdentity"/>.</summary>
/// <param name="Definitions">The contracts, each identity once.</param>
public sealed record LockFile(EquatableArray<DefinitionContract> Definitions)
{
    /// <summary>The file's name, beside the project.</summary>
    public const string FileName = "features.lock.json";

    /// <summary>The number of the format that is written.</summary>
    public const int Format = 1;

    /// <summary>A file that holds nothing.</summary>
    public static LockFile Empty { get; } = new(default(EquatableArray<DefinitionContract>));

    /// <summary>A file of contracts in any order.</summary>
    /// <exception cref="ArgumentException">Two of them are one version of a definition.</exception>
    public static LockFile Of(IEnumerable<DefinitionContract> definitions)
    {
        var sorted = definitions
            .OrderBy(d => d.Identity.Kind)
            .ThenBy(d => d.Identity.Name, StringComparer.Ordinal)
            .ThenBy(d => d.Identity.Version)
            .ToEquatableArray();
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].Identity == sorted[i - 1].Identity)
            {
                throw new ArgumentException($"'{sorted[i - 1].TypeName}' and '{sorted[i].TypeName}' are both the {sorted[i].Identity}. Give the newer of them the next version.");
            }
        }

        return new LockFile(sorted);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="LockFileException">It is no lock file, or one of a newer format; says where.</exception>
    public static LockFile Parse(string text) => LockFileReader.Read(text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>The contract of a definition; null where there is none.</summary>
    public DefinitionContract? Find(ContractIdentity identity) => Definitions.FirstOrDefault(d => d.Identity == identity);

    /// <summary>The services that read a view or feature table, themselves or through views that join it, in order.</summary>
    public EquatableArray<ContractIdentity> ServicesOf(ContractIdentity identity)
    {
        _ = identity ?? throw new ArgumentNullException(nameof(identity));
        var readers = new HashSet<ContractIdentity>();
        var waiting = new Stack<ContractIdentity>([identity]);
        while (waiting.Count > 0)
        {
            var read = waiting.Pop();
            foreach (var definition in Definitions.Where(d => Reads(d, read)))
            {
                if (readers.Add(definition.Identity))
                {
                    waiting.Push(definition.Identity);
                }
            }
        }

        return Definitions.Select(d => d.Identity).Where(i => i.Kind is ContractKind.Service && (readers.Contains(i) || i == identity)).ToEquatableArray();
    }

    /// <summary>The text of the file, with <c>\n</c> at line ends.</summary>
    public string Print() => LockFileWriter.Write(this);

    private static bool Reads(DefinitionContract definition, ContractIdentity other) =>
        definition.Views.Any(v => v.View == other)
        || (other.Kind is ContractKind.View or ContractKind.Table && definition.Sources.Any(s => s.Name == other.Name && s.Version == other.Version));
}

/// <summary>A lock file that cannot be read.</summary>
/// <param name="message">What is wrong with it.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="column">The character in the line, from 1.</param>
public sealed class LockFileException(string message, int line, int column) : Exception($"({line},{column}): {message}")
{
    /// <summary>What is wrong with it.</summary>
    public string Reason { get; } = message;

    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The character in the line, from 1.</summary>
    public int Column { get; } = column;
}
