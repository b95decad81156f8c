using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Lengths of time known at compile time.</summary>
internal static class ConstantLengths
{
    /// <summary>The length; null where it is not constant.</summary>
    public static TimeSpan? Of(ExpressionBinder binder, IOperation argument) => argument switch
    {
        // A let or a helper's parameter is a name for the constant.
        IParameterReferenceOperation or IPropertyReferenceOperation { Instance: not null } =>
            binder.Bind(argument) is ScalarValue { Scalar: Constant { Type.Kind: ScalarKind.TimeSpan, Value: long microseconds } }
                ? TimeSpan.FromTicks(microseconds * 10)
                : null,
        _ => binder.EvaluateConstant(argument) as TimeSpan?,
    };
}
