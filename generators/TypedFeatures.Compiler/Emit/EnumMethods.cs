using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Private methods from enum members to their stored names: a switch each, without reflection.</summary>
internal static class EnumMethods
{
    /// <summary>The method from a member to its name; null for what is no member.</summary>
    public static string Name(EnumType type) => "NameOf_" + CSharpText.Flat(type.Name);

    /// <summary>The enums among some types, each once, in order.</summary>
    public static IEnumerable<EnumType> Among(IEnumerable<ScalarType> types) => types.Select(t => t.Enum).OfType<EnumType>().Distinct();

    /// <summary>Writes the method from members to names.</summary>
    public static void EmitName(SourceWriter writer, EnumType type)
    {
        var name = CSharpText.Global(type.Name);
        writer.Gap();
        using (writer.Block($"private static string? {Name(type)}({name}? value) => value switch", ";"))
        {
            foreach (var member in type.Members)
            {
                writer.Line($"{name}.{CSharpText.Identifier(member.Name)} => {CSharpText.Literal(member.Name)},");
            }

            writer.Line("_ => null,");
        }
    }
}
