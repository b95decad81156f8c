using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds windows and what is computed over them.</summary>
internal static class Windows
{
    /// <summary>Aggregates of a selected value. One entry says the kind and of what type the result is.</summary>
    private static readonly Dictionary<string, (AggregateKind Kind, Func<Scalar, ScalarType> Result)> OfValues = new()
    {
        ["Sum"] = (AggregateKind.Sum, argument => argument.Type.NonNullable),
        ["Average"] = (AggregateKind.Average, _ => ScalarType.Double.Nullable),
        ["Min"] = (AggregateKind.Min, argument => argument.Type.Nullable),
        ["Max"] = (AggregateKind.Max, argument => argument.Type.Nullable),
        ["CountDistinct"] = (AggregateKind.CountDistinct, _ => ScalarType.Int64),
        ["Mode"] = (AggregateKind.Mode, argument => argument.Type.Nullable),
        ["Latest"] = (AggregateKind.Latest, argument => argument.Type.Nullable),
        ["First"] = (AggregateKind.First, argument => argument.Type.Nullable),
    };

    /// <summary>Binds <c>g.Last(w)</c>, and <c>g.Next(w)</c> of labels: C# lets each kind of definition have its own only.</summary>
    public static Symbolic? BindHistory(ExpressionBinder binder, IInvocationOperation call, HistoryValue history, IOperation[] arguments)
    {
        if (call.TargetMethod.Name is not ("Last" or "Next") || arguments.Length != 1)
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
                return Aggregate(AggregateKind.Count, ScalarType.Int64, window);
            case ("Any", 0):
                return Aggregate(AggregateKind.Any, ScalarType.Boolean, window);
            case ("Count", 1):
                return Narrow(binder, window, arguments[0]) is { } counted ? Aggregate(AggregateKind.Count, ScalarType.Int64, counted) : null;
            case ("Any", 1):
                return Narrow(binder, window, arguments[0]) is { } tested ? Aggregate(AggregateKind.Any, ScalarType.Boolean, tested) : null;
            case ("All", 1):
                return Narrow(binder, window, arguments[0], negate: true) is { } failing
                    ? new ScalarValue(Build.Not(new Aggregate(ScalarType.Boolean, AggregateKind.Any, failing.Bounds, null, failing.Predicate)))
                    : null;
            case (var name, 1) when OfValues.TryGetValue(name, out var aggregate):
                return BindOfValues(binder, call, window, arguments[0], aggregate.Kind, aggregate.Result);
            default:
                return binder.Fail(Rules.UnsupportedQuery, call, $"'{call.TargetMethod.Name}' is not supported on a window. Use Where, Count, Any, All, {string.Join(", ", OfValues.Keys)}.");
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

    private static ScalarValue Aggregate(AggregateKind kind, ScalarType type, WindowValue window, Scalar? argument = null) =>
        new(new Aggregate(type, kind, window.Bounds, argument, window.Predicate));

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
        ExpressionBinder binder, IInvocationOperation call, WindowValue window, IOperation selector, AggregateKind kind, Func<Scalar, ScalarType> result)
    {
        if (binder.BindScalarLambda(selector, window.Facts, window.Element) is not { } argument || !IsOfRow(binder, selector, argument))
        {
            return null;
        }

        // Totals are kept in double whatever the column stores.
        if (argument.Type.Kind == ScalarKind.Single && kind is AggregateKind.Sum or AggregateKind.Average)
        {
            argument = Build.Convert(argument, ScalarKind.Double);
        }

        var type = result(argument);
        return call.Type is { } declared && ScalarTypes.TryMap(declared) is { } expected && expected.Kind == type.Kind
            ? Aggregate(kind, type, window, argument)
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
