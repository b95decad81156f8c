using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <content>Switch expressions: a chain of conditionals, in which an arm knows that those above it did not match.</content>
internal sealed partial class ExpressionBinder
{
    private Scalar? BindSwitch(ISwitchExpressionOperation choice)
    {
        if (Bind(choice.Value) is not { } input)
        {
            return null;
        }

        var missing = Exhaustiveness.Missing(choice, IsPossiblyNull(input), input is not ScalarValue { Scalar.Type.IsReference: false });
        if (missing is not null)
        {
            return FailScalar(Rules.NonExhaustiveSwitch, choice, $"'{TextOf(choice.Value)} switch' fails in C# where no arm matches: {missing}. Add an arm '_ => …'.");
        }

        var arms = new List<(Scalar Test, Scalar Value)>();
        return BindArms(choice, input, arms) ? Chain(choice, input, arms) : null;
    }

    private bool BindArms(ISwitchExpressionOperation choice, Symbolic input, List<(Scalar Test, Scalar Value)> arms)
    {
        var isComplete = true;
        var facts = Facts;
        foreach (var arm in choice.Arms)
        {
            var test = Given(facts, () => BindArmTest(arm, input));
            var value = Given(test is null ? facts : facts.Assume(test), () => BindScalar(arm.Value));
            if (test is null || value is null)
            {
                isComplete = false;
                continue;
            }

            arms.Add((test, value));
            facts = facts.Assume(test, false);
        }

        return isComplete;
    }

    private Scalar? BindArmTest(ISwitchExpressionArmOperation arm, Symbolic input)
    {
        var test = BindPattern(arm.Pattern, input);
        if (test is null || arm.Guard is not { } guard)
        {
            return test;
        }

        return Given(Facts.Assume(test), () => BindCondition(guard)) is { } condition ? WithLeft(test, Build.And(test, condition)) : null;
    }

    /// <summary>The arms as conditionals; the last that can be reached needs no test, for one of them matches.</summary>
    private Scalar? Chain(ISwitchExpressionOperation choice, Symbolic input, List<(Scalar Test, Scalar Value)> arms)
    {
        var last = arms.FindIndex(arm => arm.Test == Build.True);
        last = last >= 0 ? last : choice.Arms.ToList().FindLastIndex(arm => arm.Guard is null);
        var result = arms[last].Value;
        for (var i = last - 1; i >= 0; i--)
        {
            var (test, value) = arms[i];
            if (!MeetScales(choice, ref value, ref result))
            {
                return null;
            }

            if (!AreAlike(value, result))
            {
                return Unsupported(choice, $"The arms of '{TextOf(choice)}' are {value.Type.NonNullable} and {result.Type.NonNullable}; convert so that all are the same");
            }

            result = new Conditional(Decimals.Common(value.Type, result.Type), test, value, result);
        }

        return IsComputedBy(choice.Value, input, result) ? result : null;
    }

    /// <summary>C# computes what is switched on, matched or compared first and once; if that can fail, the result must depend on it in any case.</summary>
    public bool IsComputedBy(IOperation operation, Symbolic input, Scalar result)
    {
        if (input.Scalars.All(value => !Laziness.MayFail(value) || Laziness.AlwaysComputes(result, value)))
        {
            return true;
        }

        Unsupported(operation, $"'{TextOf(operation)}' may fail, and C# computes it though the result may not need it; test it first, or compute in double");
        return false;
    }

    private bool IsPossiblyNull(Symbolic input) => input switch
    {
        NullValue => true,
        ScalarValue { Scalar: var value } => !Facts.IsNotNull(value),
        RowValue row => !IsPresent(row),
        ObjectValue both => both.Members.Any(m => m.Value is not (null or ScalarValue { Scalar.Type.IsReference: false }) && IsPossiblyNull(m.Value)),
        _ => false,
    };
}
