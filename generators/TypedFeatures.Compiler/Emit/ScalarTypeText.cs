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

    /// <summary>Reads a column of a cursor, as this type.</summary>
    public static string ReadColumn(this ScalarType type, string cursor, string column)
    {
        var value = type.Kind switch
        {
            ScalarKind.Boolean => $"{cursor}.GetBoolean({column})",
            ScalarKind.Int32 => $"{cursor}.GetInt32({column})",
            ScalarKind.Int64 => $"{cursor}.GetInt64({column})",
            ScalarKind.Single => $"{cursor}.GetSingle({column})",
            ScalarKind.Double => $"{cursor}.GetDouble({column})",
            ScalarKind.Decimal => type.OfUnits($"{cursor}.GetInt64({column})"),
            ScalarKind.List or ScalarKind.Map when type.HoldsUnits() => type.OfUnits(ScaledIntegers.TypeOf(type.NonNullable).ReadColumn(cursor, column)),
            ScalarKind.String => $"{cursor}.GetString({column})",
            ScalarKind.Guid => $"{cursor}.GetGuid({column})",
            ScalarKind.DateTime => $"{cursor}.GetDateTime({column})",
            ScalarKind.Date => $"{cursor}.GetDate({column})",
            ScalarKind.TimeSpan => $"{cursor}.GetTimeSpan({column})",
            ScalarKind.Enum => $"{EnumMethods.Parse(type.Enum!)}({cursor}.GetString({column}))",
            ScalarKind.Vector => $"{cursor}.GetVector({column})",
            ScalarKind.List => $"{Names.CompositeValue}.ReadList<{type.Element!.WithKind()}>({cursor}, {column})",
            ScalarKind.Map => $"{Names.CompositeValue}.ReadMap<{type.Key!.WithKind()}, {type.Element!.WithKind()}>({cursor}, {column})",
            _ => throw new InvalidOperationException($"Scalar kind {type.Kind} has no column."),
        };
        value = type.NumberOf is null ? value : $"({type.NonNullable.CSharp()}){value}";
        return type.IsNullable ? $"{cursor}.IsNull({column}) ? null : {value}" : value;
    }

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
