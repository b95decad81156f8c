using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <content>Conditionals and nulls.</content>
internal sealed partial class ExpressionBinder
{
    private Scalar? BindConditional(IConditionalOperation conditional)
    {
        var test = BindCondition(conditional.Condition);
        var whenTrue = Given(test is null ? Facts : Facts.Assume(test), () => BindScalar(conditional.WhenTrue));
        var whenFalse = Given(test is null ? Facts : Facts.Assume(test, false), () => BindScalar(conditional.WhenFalse!));
        if (test is null || whenTrue is null || whenFalse is null)
        {
            return null;
        }

        if (!MeetScales(conditional, ref whenTrue, ref whenFalse))
        {
            return null;
        }

        return AreAlike(whenTrue, whenFalse)
            ? new Conditional(Decimals.Common(whenTrue.Type, whenFalse.Type), test, whenTrue, whenFalse)
            : Unsupported(conditional, $"The branches of '{TextOf(conditional)}' are {whenTrue.Type.NonNullable} and {whenFalse.Type.NonNullable}; convert one so that both are the same");
    }

    private Scalar? BindCoalesce(ICoalesceOperation coalesce)
    {
        var value = BindScalar(coalesce.Value);
        var whenNull = BindScalar(coalesce.WhenNull);
        if (value is null || whenNull is null)
        {
            return null;
        }

        // The language converts the left side to the type of the whole (int? ?? long) without an operation of its own.
        if (value.Type.Kind != whenNull.Type.Kind && IsNumber(value.Type.Kind) && whenNull.Type.Kind is ScalarKind.Int64 or ScalarKind.Double)
        {
            value = Build.Convert(value, whenNull.Type.Kind);
        }

        if (value.Type.IsInteger && whenNull.Type.Kind == ScalarKind.Decimal)
        {
            value = new Conversion(Decimals.TypeOf(value), value);
        }

        if (!MeetScales(coalesce, ref value, ref whenNull))
        {
            return null;
        }

        if (!AreAlike(value, whenNull))
        {
            return Unsupported(coalesce, $"The sides of '{TextOf(coalesce)}' are {value.Type.NonNullable} and {whenNull.Type.NonNullable}; convert one so that both are the same");
        }

        return value switch
        {
            { Type.IsNullable: false } => value,
            Constant { Value: null } => whenNull,
            _ => OrElse(coalesce, value, whenNull),
        };
    }

    private Symbolic? BindConditionalAccess(IConditionalAccessOperation access)
    {
        var receiver = Bind(access.Operation);
        switch (receiver)
        {
            case RowValue { IsOptional: true } row when !IsPresent(row):
                return Wrap(BindChain(access, row with { IsProven = true }, new IsMatched(row.Source)));
            case ScalarValue { Scalar: { Type.IsNullable: true } scalar }:
                return Wrap(BindChain(access, new ScalarValue(Build.Value(scalar)), Build.Not(Build.IsNull(scalar))));
            case null or NullValue:
                return receiver;
            default:
                return AccessOn(access, receiver);
        }
    }

    /// <summary>What follows <c>?.</c>: null where the receiver is, which functions of the language are by themselves.</summary>
    private Scalar? BindChain(IConditionalAccessOperation access, Symbolic receiver, Scalar isPresent)
    {
        var accessed = Given(Facts.Assume(isPresent), () => AccessOn(access, receiver));
        if (accessed is not ScalarValue { Scalar: var value })
        {
            return accessed is null ? null : Unsupported(access, $"'{TextOf(access)}' is no scalar value; name the one that is meant");
        }

        return Lifted(value, isPresent)
            ?? new Conditional(value.Type.Nullable, isPresent, value, new Constant(value.Type.Nullable, null));
    }

    private Symbolic? AccessOn(IConditionalAccessOperation access, Symbolic receiver)
    {
        conditionalReceivers.Push(receiver);
        try
        {
            return Bind(access.WhenNotNull);
        }
        finally
        {
            conditionalReceivers.Pop();
        }
    }

    /// <summary>The chain over the receiver itself where it is null exactly where the receiver is; null where it is not of that form.</summary>
    private static Scalar? Lifted(Scalar chain, Scalar isPresent) => chain switch
    {
        ColumnOf { Type.IsNullable: true } column when isPresent is IsMatched row && row.Source == column.Source => column,
        Unary { Operator: UnaryOperator.Value } value when IsReceiver(value.Operand, isPresent) => value.Operand,
        Call call when call.Function.IsStrict() && Lifted(call.Arguments[0], isPresent) is { } receiver =>
            call with { Type = call.Type.Nullable, Arguments = new[] { receiver }.Concat(call.Arguments.Skip(1)).ToEquatableArray() },
        _ => null,
    };

    private static bool IsReceiver(Scalar operand, Scalar isPresent) =>
        isPresent is IsMatched row
            ? operand is ColumnOf column && column.Source == row.Source
            : Build.Not(Build.IsNull(operand)) == isPresent;

    private bool IsPresent(RowValue row) => !row.IsOptional || row.IsProven || Facts.IsMatched(row.Source);

    private Scalar IsMissing(RowValue row) => row.IsOptional && !row.IsProven ? Build.Not(new IsMatched(row.Source)) : Build.False;
}
