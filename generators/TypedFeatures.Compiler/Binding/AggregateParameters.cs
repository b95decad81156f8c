using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds what an aggregate wants besides its selector.</summary>
internal static class AggregateParameters
{
    /// <summary>The constants, in order; null where one is none or will not do.</summary>
    /// <param name="binder">The binder.</param>
    /// <param name="arguments">The selector, then the parameters.</param>
    /// <param name="aggregate">The aggregate.</param>
    public static EquatableArray<Constant>? Bind(ExpressionBinder binder, IOperation[] arguments, AggregateInfo aggregate)
    {
        var constants = new List<Constant>();
        for (var i = 0; i < aggregate.Parameters.Count; i++)
        {
            var (parameter, argument) = (aggregate.Parameters[i], arguments[i + 1]);
            if (ValueOf(binder, argument, parameter.Kind) is not { } value || !parameter.IsAllowed(value))
            {
                binder.Fail(
                    Rules.AggregateParameter,
                    argument,
                    $"'{ExpressionBinder.TextOf(argument)}': {parameter.Name} of {aggregate.Method} must be {parameter.Rule}, known at compile time.");
                return null;
            }

            constants.Add(new Constant(new ScalarType(parameter.Kind), value));
        }

        return constants.ToEquatableArray();
    }

    private static object? ValueOf(ExpressionBinder binder, IOperation argument, ScalarKind kind)
    {
        if (kind == ScalarKind.TimeSpan)
        {
            return ConstantLengths.Of(binder, argument) is { } length && length.Ticks % 10 == 0 ? length.Ticks / 10 : null;
        }

        var value = argument is IParameterReferenceOperation or IPropertyReferenceOperation { Instance: not null }
            ? (binder.BindScalar(argument) as Constant)?.Value
            : binder.EvaluateConstant(argument);
        return kind == ScalarKind.Double ? value as double? : null;
    }
}
