using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Cli.Contracts;

/// <summary>Reads the texts of SQL that the generator wrote as constants, without loading the assembly: <c>UserPurchasesSql.DuckDb.Training</c>.</summary>
internal static class SqlConstants
{
    /// <exception cref="CommandException">The assembly has no such text; says which it has.</exception>
    public static string Read(string assembly, DefinitionContract definition, string engine, string plan)
    {
        using var file = File.OpenRead(assembly);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var outer = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).FirstOrDefault(t => NameOf(metadata, t) == definition.TypeName + "Sql" && !t.IsNested);
        var engines = outer.GetNestedTypes().Select(metadata.GetTypeDefinition).ToDictionary(t => metadata.GetString(t.Name), StringComparer.OrdinalIgnoreCase);
        if (!engines.TryGetValue(engine, out var texts))
        {
            throw new CommandException(
                engines.Count == 0
                    ? $"A {definition.Identity.Noun} such as '{definition.Identity.Name}' has no SQL of its own."
                    : $"'{definition.Identity.Name}' was compiled for {string.Join(", ", engines.Keys.Select(k => k.ToLowerInvariant()))}, not for '{engine}'.",
                ExitCodes.Usage);
        }

        var constants = texts.GetFields().Select(metadata.GetFieldDefinition).Where(f => f.Attributes.HasFlag(FieldAttributes.Literal))
            .ToDictionary(f => metadata.GetString(f.Name), StringComparer.OrdinalIgnoreCase);
        return constants.TryGetValue(plan, out var field)
            ? Encoding.Unicode.GetString(metadata.GetBlobBytes(metadata.GetConstant(field.GetDefaultValue()).Value))
            : throw new CommandException($"'{definition.Identity.Name}' has no text '{plan}'. It has: {string.Join(", ", constants.Keys)}.", ExitCodes.Usage);
    }

    private static string NameOf(MetadataReader metadata, TypeDefinition type)
    {
        var space = metadata.GetString(type.Namespace);
        return space.Length == 0 ? metadata.GetString(type.Name) : space + "." + metadata.GetString(type.Name);
    }
}
