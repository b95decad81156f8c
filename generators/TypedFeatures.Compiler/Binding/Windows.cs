using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds what is computed over windows, and what narrows them.</summary>
internal static class Windows
{
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
            case (var name, _) when CompositeAggregates.Knows(name):
                return CompositeAggregates.Bind(binder, call, window, arguments, AggregateTable.OfValues(name)!);
            case ("TimeSinceFirst", 0):
                return TimeSince(binder, AggregateKind.Min, window);
            case ("TimeSinceLast", 0):
                return TimeSince(binder, AggregateKind.Max, window);
            case ("Median", 1):
                return BindOfValues(binder, call, window, arguments[0], AggregateTable.Of(AggregateKind.Percentile), EquatableArray.Of(new Constant(ScalarType.Double, 0.5)));
            case (var name, > 0) when AggregateTable.OfValues(name) is { } aggregate && arguments.Length == aggregate.Parameters.Count + 1:
                return AggregateParameters.Bind(binder, arguments, aggregate) is { } parameters
                    ? BindOfValues(binder, call, window, arguments[0], aggregate, parameters)
                    : null;
            default:
                return binder.Fail(Rules.UnsupportedQuery, call, $"'{call.TargetMethod.Name}' is not supported on a window. Use Where, All, {string.Join(", ", AggregateTable.All.Select(a => a.Method))}, Median, TimeSinceFirst, TimeSinceLast.");
        }
    }

    private static ScalarValue Aggregate(AggregateInfo info, WindowValue window, Scalar? argument = null, EquatableArray<Constant> parameters = default) =>
        new(new Aggregate(info.Result(argument?.Type ?? ScalarType.Int64), info.Kind, window.Bounds, argument, window.Predicate) { Parameters = parameters });

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

    /// <summary>The as-of instant minus the first or last event time.</summary>
    private static ScalarValue? TimeSince(ExpressionBinder binder, AggregateKind extreme, WindowValue window)
    {
        if ((binder.Query.Events ?? binder.Events) is not { } events)
        {
            return null;
        }

        var time = Aggregate(AggregateTable.Of(extreme), window, new ColumnOf(ScalarType.DateTime, 0, events.Time.Property)).Scalar;
        return new ScalarValue(new Binary(ScalarType.TimeSpan.Nullable, BinaryOperator.Subtract, new AsOfInstant(), time));
    }

    private static Symbolic? BindOfValues(
        ExpressionBinder binder, IInvocationOperation call, WindowValue window, IOperation selector, AggregateInfo info, EquatableArray<Constant> parameters)
    {
        if (binder.BindScalarLambda(selector, window.Facts, window.Element) is not { } argument || !IsOfRow(binder, selector, argument))
        {
            return null;
        }

        // A vector that is computed of a row has no column to be read from.
        if (argument is Call { Type.IsComposite: true })
        {
            return binder.Fail(Rules.CompositeUse, call, $"'{ExpressionBinder.TextOf(call)}' aggregates vectors that are made of rows. Aggregate the category, with CountBy, Mode or Latest, and encode the result.");
        }

        if (argument.Type.IsComposite && info.Kind is not (AggregateKind.Sum or AggregateKind.Average or AggregateKind.Latest or AggregateKind.First))
        {
            return binder.FailComposite(call, argument.Type);
        }

        if (argument.MayTellEqualsApart() && info.Kind is AggregateKind.Mode or AggregateKind.CountDistinct)
        {
            binder.FailApproximate(call);
            return null;
        }

        var widens = info.Argument == AggregateArgument.Double || (info.Argument == AggregateArgument.Wide && argument.Type.Kind == ScalarKind.Single);
        var result = Aggregate(info, window, widens ? Build.Convert(argument, ScalarKind.Double) : argument, parameters);
        return call.Type is { } declared && ScalarTypes.TryMap(declared) is { } expected && expected.Kind == result.Scalar.Type.Kind
            ? result
            : binder.Fail(Rules.UnsupportedExpression, call, $"'{ExpressionBinder.TextOf(call)}' has no type that can be stored; cast the selected value to int, long, double or string.");
    }

    /// <summary>A window's lambda sees its row and nothing of the entity around it.</summary>
    internal static bool IsOfRow(ExpressionBinder binder, IOperation lambda, Scalar value)
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
