using Microsoft.CodeAnalysis;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Enums that say how they are stored: <c>[StoredAs(EnumStorage.Number)]</c>.</summary>
internal static class EnumStorages
{
    private const int Number = 1;

    /// <summary>Whether values are stored as the numbers they are.</summary>
    public static bool IsNumber(ITypeSymbol type) =>
        Attributes.Find(type, "StoredAs")?.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Enum, Value: Number };

    /// <summary>The integer that stands for a value; null where no integer has room for all of them.</summary>
    public static ScalarType? TryMapNumber(INamedTypeSymbol type, out string problem)
    {
        problem = "";
        switch (type.EnumUnderlyingType?.SpecialType)
        {
            case SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32:
                return new ScalarType(ScalarKind.Int32) { NumberOf = ScalarTypes.NameOf(type) };
            case SpecialType.System_UInt32 or SpecialType.System_Int64:
                return new ScalarType(ScalarKind.Int64) { NumberOf = ScalarTypes.NameOf(type) };
            default:
                problem = $"'{type.Name}' is a ulong underneath, of which long holds half. Declare it as an enum of long.";
                return null;
        }
    }

    /// <summary>All bits that the enum's own integer has, as the integer that is stored: what <c>~</c> turns over.</summary>
    public static long AllBits(INamedTypeSymbol type) => type.EnumUnderlyingType?.SpecialType switch
    {
        SpecialType.System_Byte => byte.MaxValue,
        SpecialType.System_UInt16 => ushort.MaxValue,
        SpecialType.System_UInt32 => uint.MaxValue,
        _ => -1,
    };

    /// <summary>Whether every integer of a kind is a value of the enum's own integer.</summary>
    public static bool HoldsAll(INamedTypeSymbol type, ScalarKind kind) => (type.EnumUnderlyingType?.SpecialType, kind) switch
    {
        (SpecialType.System_Int32 or SpecialType.System_Int64, ScalarKind.Int32) => true,
        (SpecialType.System_Int64, ScalarKind.Int64) => true,
        _ => false,
    };
}
