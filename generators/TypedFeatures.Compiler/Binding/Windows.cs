using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds windows and what is computed over them.</summary>
internal static class Windows
{
    /// <summary>Binds <c>g.Last(w)</c>.</summary>
    public static Symbolic? BindHistory(ExpressionBinder binder, IInvocationOperation call, HistoryValue history, IOperation[] arguments)
    {
        if (call.TargetMethod.Name != "Last" || arguments.Length != 1)
        {
            return binder.Fail(Rules.UnsupportedQuery, call, $"'{ExpressionBinder.TextOf(call)}' is no window of a history; use Last(length) or All.");
        }

        if (LengthOf(binder, arguments[0]) is not { } length)
        {
            return binder.Fail(Rules.WindowLength, arguments[0], $"The window length '{ExpressionBinder.TextOf(arguments[0])}' is not known at compile time. Use Days(7), TimeSpan.FromHours(1), or a static readonly field initialised so.");
        }

        if (length <= TimeSpan.Zero || length.Ticks % 10 != 0)
        {
            return binder.Fail(Rules.WindowLength, arguments[0], $"The window length '{ExpressionBinder.TextOf(arguments[0])}' must be positive and whole microseconds.");
        }

        return new WindowValue(new WindowBounds(length.Ticks / 10), history.Element, null, binder.Query.Facts);
    }

    /// <summary>Binds a method on a window: narrower windows and aggregates.</summary>
    public static Symbolic? Bind(ExpressionBinder binder, IInvocationOperation call, WindowValue window, IOperation[] arguments)
    {
        switch (call.TargetMethod.Name, arguments.Length)
        {
            case ("Where", 1):
                return Narrow(binder, window, arguments[0]);
            case ("Count", 0):
                return Aggregate(AggregateTable.Of(AggregateKind.Count), window);
            case ("Any", 0):
                return Aggregate(AggregateTable.Of(AggregateKind.Any), window);
            case ("Count", 1):
                return Narrow(binder, window, arguments[0]) is { } counted ? Aggregate(AggregateTable.Of(AggregateKind.Count), counted) : null;
            case ("Any", 1):
                return Narrow(binder, window, arguments[0]) is { } tested ? Aggregate(AggregateTable.Of(AggregateKind.Any), tested) : null;
            case ("All", 1):
                return Narrow(binder, window, arguments[0], negate: true) is { } failing
                    ? new ScalarValue(Build.Not(new Aggregate(ScalarType.Boolean, AggregateKind.Any, failing.Bounds, null, failing.Predicate)))
                    : null;
            case (var name, > 0) when AggregateTable.OfValues(name) is { } aggregate && arguments.Length == aggregate.Parameters.Count + 1:
                return BindOfValues(binder, call, window, arguments, aggregate);
            default:
                return binder.Fail(Rules.UnsupportedQuery, call, $"'{call.TargetMethod.Name}' is not supported on a window. Use Where, All, {string.Join(", ", AggregateTable.All.Select(a => a.Method))}.");
        }
    }

    private static TimeSpan? LengthOf(ExpressionBinder binder, IOperation argument) => argument switch
    {
        // A let or a helper's parameter is a name for the constant.
        IParameterReferenceOperation or IPropertyReferenceOperation { Instance: not null } =>
            binder.Bind(argument) is ScalarValue { Scalar: Constant { Type.Kind: ScalarKind.TimeSpan, Value: long microseconds } }
                ? TimeSpan.FromTicks(microseconds * 10)
                : null,
        _ => binder.EvaluateConstant(argument) as TimeSpan?,
    };

    private static ScalarValue Aggregate(AggregateInfo info, WindowValue window, Scalar? argument = null) =>
        new(new Aggregate(info.Result(argument?.Type ?? ScalarType.Int64), info.Kind, window.Bounds, argument, window.Predicate));

    private static WindowValue? Narrow(ExpressionBinder binder, WindowValue window, IOperation lambda, bool negate = false)
    {
        if (binder.BindConditionLambda(lambda, window.Facts, window.Element) is not { } condition || !IsOfRow(binder, lambda, condition))
        {
            return null;
        }

        var wanted = negate ? Build.Not(condition) : condition;
        var predicate = window.Predicate is null ? wanted : Build.And(window.Predicate, wanted);
        return window with { Predicate = predicate == Build.True ? null : predicate, Facts = window.Facts.Assume(wanted) };
    }

    private static Symbolic? BindOfValues(
        ExpressionBinder binder, IInvocationOperation call, WindowValue window, IOperation[] arguments, AggregateInfo info)
    {
        if (binder.BindScalarLambda(arguments[0], window.Facts, window.Element) is not { } argument || !IsOfRow(binder, arguments[0], argument))
        {
            return null;
        }

        var widens = info.Argument == AggregateArgument.Double || (info.Argument == AggregateArgument.Wide && argument.Type.Kind == ScalarKind.Single);
        var result = Aggregate(info, window, widens ? Build.Convert(argument, ScalarKind.Double) : argument);
        return call.Type is { } declared && ScalarTypes.TryMap(declared) is { } expected && expected.Kind == result.Scalar.Type.Kind
            ? result
            : binder.Fail(Rules.UnsupportedExpression, call, $"'{ExpressionBinder.TextOf(call)}' has no type that can be stored; cast the selected value to int, long, double or string.");
    }

    /// <summary>A window's lambda sees its row and nothing of the entity around it.</summary>
    private static bool IsOfRow(ExpressionBinder binder, IOperation lambda, Scalar value)
    {
        if (!value.DescendantsAndSelf().Any(n => n is AsOfInstant or KeyOf or TypedFeatures.Plans.Aggregate))
        {
            return true;
        }

        binder.Fail(
            Rules.UnsupportedExpression,
            ExpressionBinder.BodyOf(lambda) ?? lambda,
            "A window's lambda sees its row alone, not the key, the as-of instant or another aggregate. Compare with them outside of the lambda, or choose another window length.");
        return false;
    }
}
