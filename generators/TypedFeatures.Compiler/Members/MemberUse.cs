using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Members;

/// <summary>Turns the use of a member into a scalar; null where it was reported.</summary>
internal delegate Scalar? MemberHandler(MemberUse use);

/// <summary>A property read or a method called.</summary>
/// <param name="Binder">Binds operands.</param>
/// <param name="Operation">The use.</param>
/// <param name="Member">The property or method.</param>
/// <param name="Instance">The operation of its receiver; null for static members.</param>
/// <param name="Receiver">The receiver; null for static members.</param>
/// <param name="Arguments">The arguments in order of the parameters.</param>
internal sealed record MemberUse(
    ExpressionBinder Binder, IOperation Operation, ISymbol Member, IOperation? Instance, Scalar? Receiver, IReadOnlyList<IOperation> Arguments)
{
    /// <summary>Binds an argument; text that may be null only where the parameter takes null.</summary>
    public Scalar? Argument(int index)
    {
        if (Binder.BindScalar(Arguments[index]) is not { } value)
        {
            return null;
        }

        var takesNull = Member is not IMethodSymbol method || method.Parameters[index].Type.NullableAnnotation != NullableAnnotation.NotAnnotated;
        return takesNull || !value.Type.IsNullable ? value : FailNull(Arguments[index]);
    }

    /// <summary>The receiver and all arguments; null where one could not be bound.</summary>
    public Scalar[]? Operands()
    {
        var operands = new List<Scalar>();
        if (Instance is not null)
        {
            if (PresentReceiver() is not { } receiver)
            {
                return null;
            }

            operands.Add(receiver);
        }

        var isComplete = true;
        for (var i = 0; i < Arguments.Count; i++)
        {
            var argument = Argument(i);
            isComplete &= argument is not null;
            operands.Add(argument!);
        }

        return isComplete ? operands.ToArray() : null;
    }

    /// <summary>The receiver, which C# does not let be null.</summary>
    public Scalar? PresentReceiver() => Receiver is { Type.IsNullable: false } ? Receiver : FailNull(Instance!);

    public Scalar? Fail(DiagnosticDescriptor rule, string message) => Binder.FailScalar(rule, Operation, message);

    private Scalar? FailNull(IOperation operation) => Binder.FailScalar(
        Rules.UnprovenValue,
        operation,
        $"'{ExpressionBinder.TextOf(operation)}' may be null here. Test it first (is not null), read it with ?., or give a default with ??.");
}
