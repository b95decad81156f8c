using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Members;

/// <summary><see cref="Math"/> and the language's <c>Numeric</c>.</summary>
internal static class NumberMembers
{
    private const string Math = "M:System.Math.";

    public static Dictionary<string, MemberHandler> All { get; } = new()
    {
        [Math + "Abs(System.Int32)"] = Functions.Of(ScalarFunction.Abs),
        [Math + "Abs(System.Int64)"] = Functions.Of(ScalarFunction.Abs),
        [Math + "Abs(System.Double)"] = Functions.Of(ScalarFunction.Abs),
        [Math + "Min(System.Int32,System.Int32)"] = Functions.Of(ScalarFunction.Min),
        [Math + "Min(System.Int64,System.Int64)"] = Functions.Of(ScalarFunction.Min),
        [Math + "Min(System.Double,System.Double)"] = Functions.Of(ScalarFunction.Min),
        [Math + "Max(System.Int32,System.Int32)"] = Functions.Of(ScalarFunction.Max),
        [Math + "Max(System.Int64,System.Int64)"] = Functions.Of(ScalarFunction.Max),
        [Math + "Max(System.Double,System.Double)"] = Functions.Of(ScalarFunction.Max),
        [Math + "Round(System.Double)"] = Functions.Of(ScalarFunction.Round),
        [Math + "Floor(System.Double)"] = Functions.Of(ScalarFunction.Floor),
        [Math + "Ceiling(System.Double)"] = Functions.Of(ScalarFunction.Ceiling),
        ["M:TypedFeatures.Numeric.Ratio(System.Nullable{System.Double},System.Nullable{System.Double})"] = Ratio,
    };

    public static (DiagnosticDescriptor Rule, string Message)? Refusal(IMethodSymbol method)
    {
        if (method.Parameters.Any(p => p.Type.SpecialType == SpecialType.System_Single))
        {
            return (Rules.FloatArithmetic, "float is rounded differently by engines. Cast the argument to double.");
        }

        return method.Name switch
        {
            "Round" => (Rules.UnsupportedExpression, "Only Math.Round(x), half to even, is the same on every engine."),
            "Log" or "Log10" or "Log2" or "Sqrt" or "Pow" or "Exp" =>
                (Rules.UnsupportedExpression, $"Outside its domain Math.{method.Name} is NaN in .NET and an error in SQL. Keep its argument as the feature and transform it in the model."),
            _ => null,
        };
    }

    /// <summary>Null where the denominator is zero, whatever the operands.</summary>
    private static Scalar? Ratio(MemberUse use) => use.Operands() is { } operands
        ? new Call(ScalarType.Double.Nullable, ScalarFunction.Ratio, EquatableArray.Of(operands))
        : null;
}
