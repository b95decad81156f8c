using TypedFeatures.Plans;
using TypedFeatures.Plans.Normalize;

namespace TypedFeatures.Compiler.Emit;

/// <summary>How values of each scalar type are named, read and written in generated C#.</summary>
internal static class ScalarTypeText
{
    /// <summary>The C# type, with <c>?</c> where null belongs to it.</summary>
    public static string CSharp(this ScalarType type) => type.Kind switch
    {
        _ when type.NumberOf is { } name => CSharpText.Global(name),
        ScalarKind.Boolean => "bool",
        ScalarKind.Int32 => "int",
        ScalarKind.Int64 => "long",
        ScalarKind.Single => "float",
        ScalarKind.Double => "double",
        ScalarKind.Decimal => "decimal",
        ScalarKind.String => "string",
        ScalarKind.Guid => "global::System.Guid",
        ScalarKind.DateTime => Names.DateTime,
        ScalarKind.Date => "global::System.DateOnly",
        ScalarKind.TimeSpan => Names.TimeSpan,
        ScalarKind.Enum => CSharpText.Global(type.Enum!.Name),
        ScalarKind.Vector => "float[]",
        ScalarKind.List => $"{Names.Root}FeatureList<{type.Element!.CSharp()}>",
        ScalarKind.Map => $"{Names.Root}FeatureMap<{type.Key!.CSharp()}, {type.Element!.CSharp()}>",
        _ => throw new InvalidOperationException($"Scalar kind {type.Kind} has no C# type."),
    } + (type.IsNullable ? "?" : "");

    /// <summary>The runtime's value kind: order and bytes.</summary>
    public static string ValueKind(this ScalarType type) => Names.Online + type.Kind switch
    {
        _ when type.NumberOf is not null => $"NumberEnumKind<{type.NonNullable.CSharp()}>",
        ScalarKind.Boolean => "BooleanKind",
        ScalarKind.Int32 => "Int32Kind",
        ScalarKind.Int64 => "Int64Kind",
        ScalarKind.Single => "SingleKind",
        ScalarKind.Double => "DoubleKind",
        ScalarKind.String => "StringKind",
        ScalarKind.Guid => "GuidKind",
        ScalarKind.DateTime => "InstantKind",
        ScalarKind.Date => "DateKind",
        ScalarKind.TimeSpan => "TimeSpanKind",
        ScalarKind.Enum => $"EnumKind<{type.NonNullable.CSharp()}>",
        ScalarKind.Vector => "VectorKind",
        _ => throw new InvalidOperationException($"Scalar kind {type.Kind} has no value kind."),
    };

    /// <summary>The C# type and its value kind, as two type arguments.</summary>
    public static string WithKind(this ScalarType type) => $"{type.CSharp()}, {type.ValueKind()}";

    /// <summary>Reads the next of the columns of a record, as this type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="columns">The <c>FeatureColumns</c>.</param>
    /// <param name="feature">The feature, for messages.</param>
    public static string ReadNext(this ScalarType type, string columns, string feature)
    {
        var read = $"{columns}.{(type.IsNullable ? "Nullable" : "")}";
        var value = type.NonNullable;
        switch (type.Kind)
        {
            case ScalarKind.Decimal:
                return $"{read}Decimal({CSharpText.Number(type.Scale)})";
            case ScalarKind.List or ScalarKind.Map when type.HoldsUnits():
                return type.OfUnits(ScaledIntegers.TypeOf(type).ReadNext(columns, feature)) + (type.Kind == ScalarKind.Map && !type.IsNullable ? "!" : "");
            case ScalarKind.List:
                return $"{read}List<{type.Element!.WithKind()}>()";
            case ScalarKind.Map:
                return $"{read}Map<{type.Key!.WithKind()}, {type.Element!.WithKind()}>({Place()})";
            case ScalarKind.Single or ScalarKind.Double or ScalarKind.Vector:
                return $"{read}{type.Kind}({Place()})";
            case ScalarKind.String:
                return $"{read}String()";

            // Enums that are stored as their numbers are such integers, too.
            case ScalarKind.Boolean or ScalarKind.Int32 or ScalarKind.Int64 when type is { IsNullable: false, NumberOf: null }:
                return $"{read}{type.Kind}()";
            default:
                return $"{(type.IsNullable ? read : columns + ".Value")}<{value.WithKind()}>()";
        }

        string Place() => type.IsNullable ? "" : CSharpText.Literal(feature);
    }

    /// <summary>What a key visitor makes of a part.</summary>
    /// <param name="type">The part's type.</param>
    /// <param name="visitor">The visitor.</param>
    /// <param name="part">The part.</param>
    /// <param name="property">The key property, for messages.</param>
    public static string VisitPart(this ScalarType type, string visitor, string part, string property) => type.Kind == ScalarKind.Decimal
        ? $"{visitor}.Decimal({part}, {type.Digits()}, {CSharpText.Literal(property)})"
        : $"{visitor}.Part<{type.WithKind()}>({part})";

    /// <summary>Whether values are made of units on their way out of plans and states: decimals, and lists and maps with decimals in them.</summary>
    public static bool HoldsUnits(this ScalarType type) => ScaledIntegers.TypeOf(type) != type;

    /// <summary>The value made of its units, <see cref="ScaledIntegers.TypeOf"/> of this type.</summary>
    public static string OfUnits(this ScalarType type, string units) => type.Kind switch
    {
        ScalarKind.Decimal => $"{Names.DecimalValue}.Of({units}, {CSharpText.Number(type.Scale)})",
        ScalarKind.List => $"{Names.DecimalValue}.Of({units}, {CSharpText.Number(type.Element!.Scale)})!",
        ScalarKind.Map => $"{Names.DecimalValue}.OfKeys({units}, {CSharpText.Number(type.Key!.Scale)})",
        _ => units,
    };

    /// <summary>A decimal from outside as it is stored, or refused.</summary>
    public static string Normal(this ScalarType type, string value, string name) =>
        type.Kind == ScalarKind.Decimal ? $"{Names.DecimalValue}.Normal({value}, {type.Digits()}, {CSharpText.Literal(name)})" : value;

    /// <summary>Precision and scale, as two arguments.</summary>
    public static string Digits(this ScalarType type) => $"{CSharpText.Number(type.Precision)}, {CSharpText.Number(type.Scale)}";

    /// <summary>A statement that writes a value into a row.</summary>
    public static string WriteColumn(this ScalarType type, string writer, string value) => type.Kind switch
    {
        _ when type.NumberOf is not null => $"{writer}.Write(({(type with { NumberOf = null }).CSharp()}){value});",
        ScalarKind.Vector => $"{writer}.Write({value}, {CSharpText.Number(type.Length)}, isRequired: {CSharpText.Literal(!type.IsNullable)});",
        ScalarKind.Decimal => $"{writer}.Write({value}, {type.Digits()});",
        ScalarKind.String => $"{writer}.Write({value}, isRequired: {CSharpText.Literal(!type.IsNullable)});",
        ScalarKind.Enum when type.IsNullable => $"{writer}.WriteEnum({value} is null, {EnumMethods.Name(type.Enum!)}({value}));",
        ScalarKind.Enum => $"{writer}.WriteEnum(false, {EnumMethods.Name(type.Enum!)}({value}));",
        _ => $"{writer}.Write({value});",
    };
}
