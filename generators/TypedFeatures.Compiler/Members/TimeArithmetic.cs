using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Members;

/// <summary>Methods that move instants and make lengths of time. Numbers of units are whole: a fraction could be finer than a microsecond.</summary>
internal static class TimeArithmetic
{
    private const string Instant = "M:System.DateTime.";
    private const string Span = "M:System.TimeSpan.";

    public static Dictionary<string, MemberHandler> All { get; } = new()
    {
        [Instant + "Add(System.TimeSpan)"] = Operator(BinaryOperator.Add, ScalarKind.DateTime),
        [Instant + "Subtract(System.TimeSpan)"] = Operator(BinaryOperator.Subtract, ScalarKind.DateTime),
        [Instant + "Subtract(System.DateTime)"] = Operator(BinaryOperator.Subtract, ScalarKind.TimeSpan),
        [Instant + "AddDays(System.Double)"] = AddUnits(ScalarFunction.FromDays, TimeSpan.TicksPerDay),
        [Instant + "AddHours(System.Double)"] = AddUnits(ScalarFunction.FromHours, TimeSpan.TicksPerHour),
        [Instant + "AddMinutes(System.Double)"] = AddUnits(ScalarFunction.FromMinutes, TimeSpan.TicksPerMinute),
        [Instant + "AddSeconds(System.Double)"] = AddUnits(ScalarFunction.FromSeconds, TimeSpan.TicksPerSecond),
        [Instant + "AddMilliseconds(System.Double)"] = AddUnits(ScalarFunction.FromMilliseconds, TimeSpan.TicksPerMillisecond),
        [Instant + "AddMicroseconds(System.Double)"] = AddMicroseconds,
        [Instant + "AddTicks(System.Int64)"] = AddTicks,
        [Span + "Add(System.TimeSpan)"] = Operator(BinaryOperator.Add, ScalarKind.TimeSpan),
        [Span + "Subtract(System.TimeSpan)"] = Operator(BinaryOperator.Subtract, ScalarKind.TimeSpan),
        [Span + "Negate"] = use => use.PresentReceiver() is { } span ? new Unary(span.Type, UnaryOperator.Negate, span) : null,
        [Span + "Duration"] = Functions.Of(ScalarFunction.Abs),
        [Span + "FromDays(System.Int32)"] = From(ScalarFunction.FromDays),
        [Span + "FromHours(System.Int32)"] = From(ScalarFunction.FromHours),
        [Span + "FromMinutes(System.Int64)"] = From(ScalarFunction.FromMinutes),
        [Span + "FromSeconds(System.Int64)"] = From(ScalarFunction.FromSeconds),
        [Span + "FromMilliseconds(System.Int64)"] = From(ScalarFunction.FromMilliseconds),
        [Span + "FromMilliseconds(System.Int64,System.Int64)"] = FromMilliseconds,
        [Span + "FromMicroseconds(System.Int64)"] = From(ScalarFunction.FromMicroseconds),
    };

    /// <summary>What to write instead of a method that cannot be made equal; null where nothing better can be said.</summary>
    public static string? Refusal(ISymbol method) => method.Name switch
    {
        "FromDays" or "FromHours" or "FromMinutes" or "FromSeconds" or "FromMilliseconds" or "FromMicroseconds" =>
            "A fraction of a unit may be finer than the microsecond that is stored. Use a whole number, FromDays and FromHours of an int; or a constant.",
        "Multiply" or "Divide" => "The product is finer than the microsecond that is stored. Compute with TotalSeconds.",
        _ => null,
    };

    private static MemberHandler Operator(BinaryOperator op, ScalarKind result) => use =>
        use.Operands() is { } operands
            ? new Binary(new ScalarType(result, operands.Any(o => o.Type.IsNullable)), op, operands[0], operands[1])
            : null;

    private static MemberHandler From(ScalarFunction function) => use =>
        use.Argument(0) is { } count ? Build.Call(ScalarKind.TimeSpan, function, Build.Convert(count, ScalarKind.Int64)) : null;

    private static Scalar? FromMilliseconds(MemberUse use) =>
        use.Argument(1) is Constant { Value: 0L } ? From(ScalarFunction.FromMilliseconds)(use)
            : use.Fail(Rules.UnsupportedExpression, $"'{ExpressionBinder.TextOf(use.Operation)}' adds two units; add TimeSpan.FromMicroseconds(n) instead.");

    /// <summary><c>AddDays(double)</c> of an int or long, which C# widens, or of a constant that is whole microseconds.</summary>
    private static MemberHandler AddUnits(ScalarFunction function, long ticksPerUnit) => use =>
    {
        if (use.PresentReceiver() is not { } instant || use.Argument(0) is not { } count)
        {
            return null;
        }

        var span = count switch
        {
            Conversion { Operand: { Type.IsInteger: true } whole } => Build.Call(ScalarKind.TimeSpan, function, Build.Convert(whole, ScalarKind.Int64)),
            Constant { Value: double number } => ConstantSpan(number, ticksPerUnit),
            _ => null,
        };
        return span is null
            ? use.Fail(Rules.UnsupportedExpression, $"'{ExpressionBinder.TextOf(use.Operation)}' may be finer than the microsecond that is stored. Add a whole number, an int or a long; or a constant.")
            : new Binary(ScalarType.DateTime, BinaryOperator.Add, instant, span);
    };

    /// <summary>Of an int, or a constant: a long that goes through a double could lose its last microseconds on the way.</summary>
    private static Scalar? AddMicroseconds(MemberUse use) =>
        use.Arguments[0] is IConversionOperation { Operand.Type.SpecialType: SpecialType.System_Int64 } && use.Binder.EvaluateConstant(use.Arguments[0]) is null
            ? use.Fail(Rules.UnsupportedExpression, $"'{ExpressionBinder.TextOf(use.Operation)}' turns a long into a double, which rounds it. Write Add(TimeSpan.FromMicroseconds(n)).")
            : AddUnits(ScalarFunction.FromMicroseconds, 10)(use);

    private static Scalar? AddTicks(MemberUse use)
    {
        if (use.PresentReceiver() is not { } instant)
        {
            return null;
        }

        return use.Binder.EvaluateConstant(use.Arguments[0]) is long ticks && ticks % 10 == 0
            ? new Binary(ScalarType.DateTime, BinaryOperator.Add, instant, new Constant(ScalarType.TimeSpan, ticks / 10))
            : use.Fail(Rules.UnsupportedExpression, $"'{ExpressionBinder.TextOf(use.Operation)}' may be finer than the microsecond that is stored. Write Add(TimeSpan.FromMicroseconds(n)), or a constant number of ticks that ends in 0.");
    }

    /// <summary>As .NET 10 computes it: whole units and the fraction apart, the fraction of a tick cut off.</summary>
    private static Constant? ConstantSpan(double count, long ticksPerUnit)
    {
        var whole = Math.Truncate(count);
        if (Math.Abs(whole) > 3_700_000L * TimeSpan.TicksPerDay / ticksPerUnit)
        {
            return null;
        }

        var ticks = ((long)whole * ticksPerUnit) + (long)((count - whole) * ticksPerUnit);
        return ticks % 10 == 0 ? new Constant(ScalarType.TimeSpan, ticks / 10) : null;
    }
}
