using System.Globalization;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Constants as C#.</summary>
internal static class CSharpLiteral
{
    /// <summary>A constant that is not null, of the non-nullable type.</summary>
    public static string Of(Constant constant) => constant.Type.Kind switch
    {
        _ when constant.Type.NumberOf is { } name => $"(({CSharpText.Global(name)})({Of(constant with { Type = constant.Type with { NumberOf = null } })}))",
        ScalarKind.Boolean => CSharpText.Literal((bool)constant.Value!),
        ScalarKind.Int32 => (int)constant.Value! == int.MinValue ? "int.MinValue" : CSharpText.Number((int)constant.Value!),
        ScalarKind.Int64 => CSharpText.Literal(Long(constant)),
        ScalarKind.Single => Floating(((float)constant.Value!).ToString("R", CultureInfo.InvariantCulture), "f"),
        ScalarKind.Double => Floating(((double)constant.Value!).ToString("R", CultureInfo.InvariantCulture), "d"),
        ScalarKind.Decimal => Decimal(Long(constant), constant.Type.Scale),
        ScalarKind.String => CSharpText.Literal((string)constant.Value!),
        ScalarKind.Guid => $"new global::System.Guid({CSharpText.Literal((string)constant.Value!)})",
        ScalarKind.DateTime => $"{Names.Instant}.ToDateTime({CSharpText.Literal(Long(constant))})",
        ScalarKind.Date => $"{Names.Instant}.ToDate({CSharpText.Number((int)constant.Value!)})",
        ScalarKind.TimeSpan => $"{Names.Instant}.ToTimeSpan({CSharpText.Literal(Long(constant))})",
        ScalarKind.Enum => $"{CSharpText.Global(constant.Type.Enum!.Name)}.{CSharpText.Identifier((string)constant.Value!)}",
        _ => throw new InvalidOperationException($"Scalar kind {constant.Type.Kind} has no literal."),
    };

    private static string Decimal(long units, int scale)
    {
        var digits = Math.Abs(units).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var point = digits.Length - scale;
        return (units < 0 ? "-" : "") + digits.Substring(0, point) + (scale == 0 ? "" : "." + digits.Substring(point)) + "m";
    }

    private static long Long(Constant constant) => (long)constant.Value!;

    // Bound constants may be infinite (double.PositiveInfinity folds); C# has names for those, not literals.
    private static string Floating(string text, string suffix) => text switch
    {
        "NaN" => suffix == "f" ? "float.NaN" : "double.NaN",
        "Infinity" => suffix == "f" ? "float.PositiveInfinity" : "double.PositiveInfinity",
        "-Infinity" => suffix == "f" ? "float.NegativeInfinity" : "double.NegativeInfinity",
        _ => text + suffix,
    };
}
