namespace TypedFeatures.Plans.Contract;

/// <summary>
/// Contracts inside assemblies: each is the value of an <c>AssemblyMetadata</c> attribute of one key, which tools read from metadata without loading code.
/// </summary>
public static class EmbeddedContract
{
    /// <summary>The key of the attributes, one for each definition of the assembly.</summary>
    public const string Key = "TypedFeatures.Contract";

    /// <summary>The value: the entry as a lock file would have it.</summary>
    public static string Write(DefinitionContract definition) => LockFileWriter.Write(definition ?? throw new ArgumentNullException(nameof(definition)));

    /// <summary>The contract that a value says.</summary>
    /// <exception cref="LockFileException">It is no such value, or one that a newer version wrote.</exception>
    public static DefinitionContract Read(string value) => LockFileReader.ReadDefinition(value ?? throw new ArgumentNullException(nameof(value)));
}
