using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Which C# types are scalars, and which.</summary>
internal static class ScalarTypes
{
    private static readonly SymbolDisplayFormat FullName =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>The full C# name, without <c>global::</c>.</summary>
    public static string NameOf(ITypeSymbol type) => type.ToDisplayString(FullName);

    /// <summary>The scalar type of a C# type as declared; null where there is none.</summary>
    public static ScalarType? TryMap(ITypeSymbol type) => TryMap(type, out _);

    /// <summary>The scalar type of a C# type as declared; null where there is none, with the reason and the remedy.</summary>
    public static ScalarType? TryMap(ITypeSymbol type, out string problem)
    {
        problem = "";
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return TryMap(nullable.TypeArguments[0], out problem)?.Nullable;
        }

        if (type.TypeKind == TypeKind.Enum && EnumStorages.IsNumber(type))
        {
            return EnumStorages.TryMapNumber((INamedTypeSymbol)type, out problem);
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return TryMapEnum((INamedTypeSymbol)type, out problem) is { } members
                ? new ScalarType(ScalarKind.Enum, false, members)
                : null;
        }

        if (CompositeTypes.TryMap(type) is { } composite)
        {
            // How long a vector is, its attribute says.
            return composite;
        }

        if (KindOf(type) is { } kind)
        {
            // Text whose nullability is unknown (#nullable disable) may be null.
            return new ScalarType(kind, kind == ScalarKind.String && type.NullableAnnotation != NullableAnnotation.NotAnnotated);
        }

        problem = $"'{type.ToDisplayString()}' cannot be stored. Use bool, int, long, float, double, string, Guid, DateTime, DateOnly, TimeSpan or an enum, each with or without '?', decimal with [Decimal(p, s)], or float[] with [Vector(n)].";
        return null;
    }

    private static ScalarKind? KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => ScalarKind.Boolean,
        SpecialType.System_Int32 => ScalarKind.Int32,
        SpecialType.System_Int64 => ScalarKind.Int64,
        SpecialType.System_Single => ScalarKind.Single,
        SpecialType.System_Double => ScalarKind.Double,
        SpecialType.System_Decimal => ScalarKind.Decimal,
        SpecialType.System_String => ScalarKind.String,
        SpecialType.System_DateTime => ScalarKind.DateTime,
        _ => type is INamedTypeSymbol { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }, Arity: 0 }
            ? type.Name switch
            {
                "Guid" => ScalarKind.Guid,
                "DateOnly" => ScalarKind.Date,
                "TimeSpan" => ScalarKind.TimeSpan,
                _ => null,
            }
            : null,
    };

    private static EnumType? TryMapEnum(INamedTypeSymbol type, out string problem)
    {
        problem = "";
        if (type.GetAttributes().Any(a => a.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" }))
        {
            problem = $"'{type.Name}' is a [Flags] enum, whose combined values have no name to store. Store its numbers: mark it [StoredAs(EnumStorage.Number)].";
            return null;
        }

        var members = new List<EnumMember>();
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue))
        {
            if (field.ConstantValue is ulong and > long.MaxValue)
            {
                problem = $"'{type.Name}.{field.Name}' is beyond the values of long. Give it a smaller value.";
                return null;
            }

            members.Add(new EnumMember(field.Name, Convert.ToInt64(field.ConstantValue, CultureInfo.InvariantCulture)));
        }

        if (members.GroupBy(m => m.Value).FirstOrDefault(g => g.Count() > 1) is { } aliases)
        {
            problem = $"'{type.Name}' has two names for one value ({string.Join(", ", aliases.Select(m => m.Name))}), so the stored name would be arbitrary. Remove one of them, or store its numbers: mark it [StoredAs(EnumStorage.Number)].";
            return null;
        }

        if (members.Count == 0)
        {
            problem = $"'{type.Name}' has no members, so no value of it can be stored.";
            return null;
        }

        return new EnumType(NameOf(type), members.OrderBy(m => m.Value).ToEquatableArray());
    }
}
