namespace TypedFeatures.Plans.Contract;

/// <summary>
/// Contracts inside assemblies: each is the value of an <c>AssemblyMetadata</c> attribute of one key, which tools read from metadata without loading code.
/// </summary>
public static class EmbeddedContract
{
    /// <summary>The key of the attributes, one for each definition of the assembly.</summary>
    public const string Key = "TypedFeatures.Contract";

    /// <summary>The key of the attributes that carry texts of records, where a compilation is asked for them.</summary>
    public const string TextKey = "TypedFeatures.ContractText";

    /// <summary>The value: the entry as a lock file would have it.</summary>
    public static string Write(DefinitionContract definition) => LockFileWriter.Write(definition ?? throw new ArgumentNullException(nameof(definition)));

    /// <summary>The contract that a value says.</summary>
    /// <exception cref="LockFileException">It is no such value, or one that a newer version wrote.</exception>
    public static DefinitionContract Read(string value) => LockFileReader.ReadDefinition(value ?? throw new ArgumentNullException(nameof(value)));

    /// <summary>The value that carries a text: the record's full C# name, and then its lines.</summary>
    public static string WriteText(string typeName, EquatableArray<string> lines) => string.Join("\n", lines.Prepend(typeName));

    /// <summary>What such a value says.</summary>
    public static (string TypeName, EquatableArray<string> Lines) ReadText(string value)
    {
        var lines = (value ?? throw new ArgumentNullException(nameof(value))).Split('\n');
        return (lines[0], lines.Skip(1).ToEquatableArray());
    }
}
