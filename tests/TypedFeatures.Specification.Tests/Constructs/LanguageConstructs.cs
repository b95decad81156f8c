using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedFeatures.Specification.Tests;

/// <summary>The ids of what the language itself offers: windows, aggregates, sources, types.</summary>
internal static class LanguageConstructs
{
    private static readonly string[] Overloaded = ["Sum", "Average"];

    public static IEnumerable<string> Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var owner = method.ContainingType;
        if (method is { Name: "Contains" } && owner.Name is "Enumerable" or "MemoryExtensions" && call.Arguments[0].Value is var array && IsArray(array))
        {
            yield return "expression.contains";
        }

        if (owner.ContainingNamespace.Name != "TypedFeatures")
        {
            yield break;
        }

        foreach (var id in (owner.Name, method.Name) switch
        {
            ("History", "Last") => [IsGiven(call, "offset") ? "window.last.offset" : IsGiven(call, "tile") ? "window.last.tile" : "window.last"],
            ("History", "CurrentSession") => ["window.session"],
            ("Future", "Next") => ["window.next"],
            ("Window", "Where") => ["window.where"],
            ("Events" or "Outcomes", "Where") => ["source.where"],
            ("Events" or "Outcomes", "Join") => Join(call, "join.inner"),
            ("Events" or "Outcomes", "GroupJoin") => Join(call, "join.outer"),
            ("Events", "Merge") => ["source.merge"],
            ("View", "Snapshots") => ["source.view"],
            ("Numeric", "Ratio") => ["number.ratio"],
            (_, "GroupBy") => [IsComposite(method.TypeArguments[0]) ? "source.key.composite" : "source.key"],
            _ when owner.Name.StartsWith("Window", StringComparison.Ordinal) => [Aggregate(method)],
            _ => Array.Empty<string>(),
        })
        {
            yield return id;
        }
    }

    public static IEnumerable<string> Of(IPropertySymbol property)
    {
        if (property.ContainingType is { Name: "History" or "Future", ContainingNamespace.Name: "TypedFeatures" })
        {
            yield return property.Name switch { "All" => "window.all", "AsOf" => "window.asof", _ => "window.key" };
        }

        if (property.ContainingType.Locations.Any(l => l.IsInSource) && property.ContainingType.GetAttributes().Length > 0)
        {
            if (property.GetAttributes().Any(a => a.AttributeClass?.Name == "ColumnAttribute"))
            {
                yield return "type.column";
            }

            foreach (var id in Types(property))
            {
                yield return id;
            }
        }
    }

    /// <summary>The ids of a property's type, of a source or of a view.</summary>
    public static IEnumerable<string> Types(IPropertySymbol property)
    {
        var type = property.Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        var id = type.SpecialType switch
        {
            SpecialType.System_Boolean => "type.bool",
            SpecialType.System_Int32 => "type.int",
            SpecialType.System_Int64 => "type.long",
            SpecialType.System_Single => "type.float",
            SpecialType.System_Double => "type.double",
            SpecialType.System_Decimal => "type.decimal",
            SpecialType.System_String => "type.string",
            SpecialType.System_DateTime => "type.datetime",
            _ => type switch
            {
                { TypeKind: TypeKind.Enum } => type.GetAttributes().Any(a => a.AttributeClass?.Name is "FlagsAttribute" or "StoredAsAttribute")
                    || property.GetAttributes().Any(a => a.AttributeClass?.Name == "StoredAsAttribute") ? "type.enum.flags" : "type.enum",
                { Name: "Guid" } => "type.guid",
                { Name: "DateOnly" } => "type.dateonly",
                { Name: "TimeSpan" } => "type.timespan",
                { Name: "FeatureList" } => "type.list",
                { Name: "FeatureMap" } => "type.map",
                { TypeKind: TypeKind.Array } => "type.vector",
                _ => null,
            },
        };
        return id is null ? [] : [id];
    }

    /// <summary>The id of a source by what marks its record.</summary>
    public static IEnumerable<string> Source(ITypeSymbol record)
    {
        foreach (var attribute in record.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "EventSourceAttribute":
                    yield return "source.event";
                    break;
                case "FeatureTableAttribute":
                    yield return "source.table";
                    break;
                case "DimensionSourceAttribute":
                    yield return "source.dimension";
                    break;
            }
        }
    }

    private static string Aggregate(IMethodSymbol method)
    {
        if (!Overloaded.Contains(method.Name))
        {
            return "aggregate." + method.Name;
        }

        var selector = (INamedTypeSymbol)method.Parameters[^1].Type;
        var value = selector.TypeArguments[^1];
        value = value is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : value;
        var kind = value.SpecialType switch
        {
            SpecialType.System_Int32 => "int",
            SpecialType.System_Int64 => method.Name == "Average" ? "int" : "long",
            SpecialType.System_Single => method.Name == "Average" ? "double" : "float",
            SpecialType.System_Double => "double",
            SpecialType.System_Decimal => "decimal",
            _ => value.TypeKind == TypeKind.Array ? "vector" : "timespan",
        };
        return $"aggregate.{method.Name}.{kind}";
    }

    private static IEnumerable<string> Join(IInvocationOperation call, string id)
    {
        yield return id;
        if (IsComposite(call.TargetMethod.TypeArguments[1]))
        {
            yield return "join.composite";
        }

        for (IOperation? at = call.Instance; at is not null; at = at.ChildOperations.FirstOrDefault())
        {
            if (at is IInvocationOperation { TargetMethod.Name: "Join" or "GroupJoin" })
            {
                yield return "join.two";
                yield break;
            }
        }
    }

    private static bool IsComposite(ITypeSymbol key) => key.IsAnonymousType || key.IsTupleType;

    private static bool IsGiven(IInvocationOperation call, string parameter) =>
        call.Arguments.Any(a => a.Parameter?.Name == parameter && a.ArgumentKind == ArgumentKind.Explicit);

    private static bool IsArray(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation.Type?.TypeKind == TypeKind.Array;
    }
}
