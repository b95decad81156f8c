using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds the aggregates that give lists and maps: <c>LatestK(3, x => …)</c>, <c>CountBy(x => …)</c>, <c>SumBy(x => …, x => …)</c>.</summary>
internal static class CompositeAggregates
{
    /// <summary>Whether a method of a window gives a list or map.</summary>
    public static bool Knows(string method) => AggregateTable.OfValues(method) is { Empty: EmptyValue.Empty };

    /// <summary>Binds a call.</summary>
    public static Symbolic? Bind(ExpressionBinder binder, IInvocationOperation call, WindowValue window, IOperation[] arguments, AggregateInfo info)
    {
        var parameters = new List<Constant>();
        foreach (var parameter in info.Parameters)
        {
            if (Length(binder, arguments[parameters.Count], parameter) is not { } length)
            {
                return null;
            }

            parameters.Add(length);
        }

        if (Selected(binder, window, arguments[parameters.Count]) is not { } value)
        {
            return null;
        }

        if (value.Type.IsComposite)
        {
            return binder.FailComposite(call, value.Type);
        }

        if (value.MayTellEqualsApart() && info.Kind is (AggregateKind.TopK or AggregateKind.CountBy or AggregateKind.SumBy))
        {
            binder.FailApproximate(call);
            return null;
        }

        var bound = new Aggregate(info.Result(value.Type), info.Kind, window.Bounds, value, window.Predicate) { Parameters = parameters.ToEquatableArray() };
        return info.Step == AggregateStep.ValueAndAmount ? BindAmount(binder, window, arguments[arguments.Length - 1], bound) : new ScalarValue(bound);
    }

    /// <summary>Totals are kept in long or double whatever the column stores; C# has converted the amount to one of them.</summary>
    private static Symbolic? BindAmount(ExpressionBinder binder, WindowValue window, IOperation selector, Aggregate aggregate) =>
        Selected(binder, window, selector) is { } amount
            ? new ScalarValue(aggregate with { Amount = amount, Type = aggregate.Type with { Element = amount.Type.NonNullable } })
            : null;

    private static Scalar? Selected(ExpressionBinder binder, WindowValue window, IOperation selector) =>
        binder.BindScalarLambda(selector, window.Facts, window.Element) is { } value && Windows.IsOfRow(binder, selector, value) ? value : null;

    private static Constant? Length(ExpressionBinder binder, IOperation argument, AggregateParameter parameter)
    {
        object? value = argument is IParameterReferenceOperation or IPropertyReferenceOperation { Instance: not null }
            ? binder.Bind(argument) is ScalarValue { Scalar: Constant constant } ? constant.Value : null
            : binder.EvaluateConstant(argument);
        if (value is int length && parameter.IsAllowed((long)length))
        {
            return new Constant(ScalarType.Int64, (long)length);
        }

        binder.Fail(
            Rules.ListLength,
            argument,
            $"'{ExpressionBinder.TextOf(argument)}' says how long a list may become, so '{parameter.Name}' must be a constant {parameter.Rule}: the state and every row have room for it.");
        return null;
    }
}
