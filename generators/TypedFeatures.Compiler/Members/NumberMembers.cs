using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;
using TypedFeatures.Plans.Normalize;

namespace TypedFeatures.Compiler.Members;

/// <summary><see cref="Math"/> and the language's <c>Numeric</c>.</summary>
internal static class NumberMembers
{
    private const string Math = "M:System.Math.";
    private const string Numeric = "M:TypedFeatures.Numeric.";
    private const string OfNumber = "(System.Nullable{System.Double})";
    private const string OfNumbers = "(System.Nullable{System.Double},System.Nullable{System.Double})";

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
        [Math + "Round(System.Double)"] = Step(ScalarFunction.Round),
        [Math + "Floor(System.Double)"] = Step(ScalarFunction.Floor),
        [Math + "Ceiling(System.Double)"] = Step(ScalarFunction.Ceiling),
        [Math + "Truncate(System.Double)"] = Step(ScalarFunction.Truncate),
        [Math + "Sign(System.Int32)"] = Functions.Of(ScalarFunction.Sign),
        [Math + "Sign(System.Int64)"] = Functions.Of(ScalarFunction.Sign),
        [Math + "Sign(System.Double)"] = Sign,
        [Math + "Clamp(System.Int32,System.Int32,System.Int32)"] = Clamp,
        [Math + "Clamp(System.Int64,System.Int64,System.Int64)"] = Clamp,
        [Math + "Clamp(System.Double,System.Double,System.Double)"] = Clamp,
        [Numeric + "Sqrt" + OfNumber] = Partial(ScalarFunction.Sqrt),
        [Numeric + "Log" + OfNumber] = Partial(ScalarFunction.Log),
        [Numeric + "Log2" + OfNumber] = Partial(ScalarFunction.Log2),
        [Numeric + "Log10" + OfNumber] = Partial(ScalarFunction.Log10),
        [Numeric + "Exp" + OfNumber] = Partial(ScalarFunction.Exp),
        [Numeric + "Pow" + OfNumbers] = Partial(ScalarFunction.Pow),
        [Numeric + "Ratio" + OfNumbers] = Partial(ScalarFunction.Ratio),
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
            "Log" or "Log10" or "Log2" or "Sqrt" or "Pow" or "Exp" => (
                Rules.UnsupportedExpression,
                $"Outside of its domain Math.{method.Name} is not a number in .NET and an error in SQL. Write Numeric.{method.Name}(…), which is null there."),
            _ => null,
        };
    }

    /// <summary>In .NET the sign of NaN is an error.</summary>
    private static Scalar? Sign(MemberUse use) => use.Argument(0) is not { } number ? null
        : number.IsApproximate() ? use.Binder.FailApproximate(use.Operation)
        : FloatingRange.MayBeNaN(number)
            ? use.Fail(Rules.UnsupportedExpression, $"'{ExpressionBinder.TextOf(use.Operation)}' fails in .NET where its argument is not a number, which it may be here. Compare with zero instead: x > 0 ? 1 : x < 0 ? -1 : 0.")
            : Build.Call(ScalarKind.Int32, ScalarFunction.Sign, number);

    /// <summary>The greater of the lower bound and the smaller of the value and the upper bound; in .NET bounds in the wrong order are an error.</summary>
    private static Scalar? Clamp(MemberUse use)
    {
        if (use.Operands() is not { } operands)
        {
            return null;
        }

        var (value, least, greatest) = (operands[0], operands[1], operands[2]);
        var isOrdered = (least, greatest) is (Constant { Value: IComparable low }, Constant { Value: { } high }) && low.CompareTo(high) <= 0;
        return isOrdered
            ? Build.Call(value.Type.Kind, ScalarFunction.Min, Build.Call(value.Type.Kind, ScalarFunction.Max, value, least), greatest)
            : use.Fail(Rules.UnsupportedExpression, $"The bounds in '{ExpressionBinder.TextOf(use.Operation)}' must be constants in order: .NET fails where the lower is above the upper. Write Math.Min(Math.Max(x, low), high).");
    }

    /// <summary>Null outside of its domain, whatever the operands. Whether an approximate argument is within it, engines could see differently.</summary>
    private static MemberHandler Partial(ScalarFunction function) => use =>
    {
        if (use.Operands() is not { } operands)
        {
            return null;
        }

        return function is not (ScalarFunction.Exp or ScalarFunction.Ratio) && operands.Any(o => o.IsApproximate())
            ? use.Binder.FailApproximate(use.Operation)
            : new Call(ScalarType.Double.Nullable, function, EquatableArray.Of(operands));
    };

    /// <summary>A step function, whose result jumps where its argument hardly changes.</summary>
    private static MemberHandler Step(ScalarFunction function) => use =>
        use.Operands() is not { } operands ? null
        : operands[0].IsApproximate() ? use.Binder.FailApproximate(use.Operation)
        : Build.Call(ScalarKind.Double, function, operands);
}
