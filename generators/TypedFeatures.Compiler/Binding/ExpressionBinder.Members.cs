using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Compiler.Leakage;
using TypedFeatures.Compiler.Members;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <content>Properties, fields and calls.</content>
internal sealed partial class ExpressionBinder
{
    private Symbolic? BindProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (reference.Instance is null)
        {
            return constants.TryEvaluate(reference, out var constant) ? BindConstant(reference, constant)
                : TryInlineStatic(reference, property, out var computed) ? computed
                : UnknownMember(reference, property);
        }

        if (OwnProperty is not null && reference.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance })
        {
            return OwnProperty(reference);
        }

        switch (Bind(reference.Instance))
        {
            case null:
                return null;
            case RowValue row:
                return Wrap(Column(reference, row, property));
            case ObjectValue value:
                return value.TryGet(property.Name, out var member) ? MemberOf(reference, value, member) : UnknownMember(reference, property);
            case HistoryValue history:
                return property.Name switch
                {
                    "Key" => history.Key,
                    "AsOf" => new ScalarValue(new AsOfInstant()),
                    "All" => new WindowValue(new WindowBounds(null), history.Element, null, Query.Facts),
                    _ => UnknownMember(reference, property),
                };
            case ScalarValue { Scalar: var receiver }:
                return Wrap(BindMember(reference, property, reference.Instance, receiver, []));
            default:
                return UnknownMember(reference, property);
        }
    }

    /// <summary>A column of a row; of a left-joined one only where the row is known to be there.</summary>
    private Scalar? Column(IOperation operation, RowValue row, IPropertySymbol property)
    {
        var column = row.Schema.Columns.FirstOrDefault(c => c.Property == property.Name);
        if (column is { Type.IsComposite: true } && row.Schema.Kind == SourceKind.View)
        {
            return FailScalar(
                Rules.ViewComposite,
                operation,
                $"'{TextOf(operation)}' is {column.Type}, which engines hand to C# but not on to another view. Join a feature that is one value, or compute it in '{property.ContainingType.Name}' from the list, map or vector.");
        }

        if (column is not null && !row.IsOptional)
        {
            return Read(operation, new ColumnOf(column.Type, row.Source, column.Property) { Precision = column.Precision });
        }

        if (row.IsOptional && !IsPresent(row))
        {
            return FailScalar(
                Rules.MissingRowRead,
                operation,
                $"'{TextOf(operation)}' reads a row that the left join may not have found. Write ?.{property.Name}, or test the row first: … is null ? … : {TextOf(operation)}.");
        }

        if (column is null)
        {
            return TryInlineProperty(operation, row, property, out var computed)
                ? Scalar(computed, operation)
                : Unsupported(operation, $"'{property.ContainingType.Name}.{property.Name}' is no column of '{row.Schema.Name}': it has no public setter, or is computed by statements; write it as one expression: => …");
        }

        // Null without a match whatever its declaration says: the guard, not the type, makes it a value.
        var nullable = Read(operation, new ColumnOf(column.Type.Nullable, row.Source, column.Property) { Precision = column.Precision });
        return column.Type.IsNullable ? nullable : Build.Value(nullable);
    }

    /// <summary>Notes where a leaf is read.</summary>
    private T Read<T>(IOperation operation, T leaf)
        where T : Scalar
    {
        Sites.Add(leaf, operation, inlining);
        return leaf;
    }

    /// <summary>A member of an object; of one that is written in place C# computes the others, too.</summary>
    private Symbolic? MemberOf(IMemberReferenceOperation reference, ObjectValue whole, Symbolic? member)
    {
        if (member is ScalarValue { Scalar: ViewFeature feature })
        {
            Read(reference, feature);
        }

        var instance = reference.Instance!;
        while (instance is IConversionOperation conversion)
        {
            instance = conversion.Operand;
        }

        return instance is not (ITupleOperation or IAnonymousObjectCreationOperation or IObjectCreationOperation)
            || member is not ScalarValue { Scalar: var value }
            || IsComputedBy(instance, whole, value) ? member : null;
    }

    private Symbolic? BindField(IFieldReferenceOperation reference)
    {
        if (reference.Field.ContainingType.IsTupleType && reference.Instance is not null)
        {
            return Bind(reference.Instance) switch
            {
                null => null,
                ObjectValue tuple when tuple.TryGet((reference.Field.CorrespondingTupleField ?? reference.Field).Name, out var element) => MemberOf(reference, tuple, element),
                _ => UnknownMember(reference, reference.Field),
            };
        }

        if (constants.TryEvaluate(reference, out var constant))
        {
            return BindConstant(reference, constant);
        }

        return TryInlineStatic(reference, reference.Field, out var computed) ? computed : UnknownField(reference, reference.Field);
    }

    private Symbolic? UnknownField(IFieldReferenceOperation reference, IFieldSymbol field) => field switch
    {
        { IsStatic: true } when Refused(reference, field) => null,
        { IsStatic: true, IsReadOnly: false } => Fail(LeakageRules.MutableState, reference, MutableState(reference)),
        _ => Wrap(Unsupported(reference, $"'{TextOf(reference)}' is not constant; use a const, or a static readonly field whose initializer is a literal or a length of time such as Days(7)")),
    };

    private static string MutableState(IOperation reference) =>
        $"'{TextOf(reference)}' can be assigned while the program runs, so training and serving need not see one value. Make it const, or static readonly; in a service let it arrive as a [Request].";

    /// <summary>Whether a rule of its own refuses a member: what is made by a label, or read from outside.</summary>
    private bool Refused(IOperation operation, ISymbol member)
    {
        if (Context.Kind == DefinitionKind.View && LabelUse.Of(member) is { } label)
        {
            Fail(LeakageRules.LabelInFeature, operation, LabelUse.Message(TextOf(operation), label));
            return true;
        }

        if (MemberRegistry.Refusal(member) is { } refusal)
        {
            Fail(refusal.Rule, operation, $"'{TextOf(operation)}': {refusal.Message}");
            return true;
        }

        return false;
    }

    private Symbolic? BindInvocation(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (MergeBinder.IsMerge(method))
        {
            return MergeBinder.Bind(this, invocation);
        }

        var receiver = invocation.Instance ?? (method.IsExtensionMethod ? invocation.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value : null);
        if (receiver is not null && LanguageTypes.IsDeclaredIn(method))
        {
            var arguments = invocation.Arguments
                .Where(a => invocation.Instance is not null || a.Parameter?.Ordinal > 0)
                .OrderBy(a => a.Parameter?.Ordinal)
                .Select(a => a.Value)
                .ToArray();
            return Bind(receiver) switch
            {
                null => null,
                WindowValue window => Windows.Bind(this, invocation, window, arguments),
                HistoryValue history => Histories.Bind(this, invocation, history),
                var query => Query.Bind(invocation, query, arguments),
            };
        }

        if (constants.TryEvaluate(invocation, out var constant))
        {
            return BindConstant(invocation, constant);
        }

        if (invocation.Instance is null)
        {
            return BindMembership(invocation, out var membership) ? Wrap(membership)
                : TryInline(invocation, null, out var inlined) ? inlined
                : Wrap(BindMember(invocation, method, null, null, invocation.Arguments));
        }

        return Bind(invocation.Instance) switch
        {
            null => null,
            RowValue row when IsPresent(row) && TryInline(invocation, row, out var inlined) => inlined,
            ScalarValue { Scalar: var value } => Wrap(BindMember(invocation, method, invocation.Instance, value, invocation.Arguments)),
            _ => UnknownMember(invocation, method),
        };
    }

    private Scalar? BindMember(
        IOperation operation, ISymbol member, IOperation? instance, Scalar? receiver, IEnumerable<IArgumentOperation> arguments)
    {
        if (MemberRegistry.Find(member) is not { } handler)
        {
            UnknownMember(operation, member);
            return null;
        }

        var values = arguments.OrderBy(a => a.Parameter?.Ordinal).Select(a => a.Value).ToArray();
        var value = handler(new MemberUse(this, operation, member, instance, receiver, values));
        return value is null || receiver is null || IsComputedBy(instance!, new ScalarValue(receiver), value) ? value : null;
    }

    private Symbolic? UnknownMember(IOperation operation, ISymbol member)
    {
        if (IsOfDecimals(member))
        {
            return Wrap(FailDecimal(operation));
        }

        if (Refused(operation, member))
        {
            return null;
        }

        if (member is IPropertySymbol { IsStatic: true, SetMethod: not null })
        {
            return Fail(LeakageRules.MutableState, operation, MutableState(operation));
        }

        if (member is IMethodSymbol { MethodKind: MethodKind.LocalFunction } || (!member.DeclaringSyntaxReferences.IsEmpty && Context.IsDeclaredHere(member)))
        {
            return Wrap(Unsupported(operation, $"'{member.Name}' is read in place only where it is a method with one expression for a body (=> …), not generic, not virtual and no local function; write it so, or write its expression here"));
        }

        if (IsOfAnotherProject(member))
        {
            return Wrap(Unsupported(operation, $"'{member.ContainingType?.Name}.{member.Name}' is compiled in another project, where its code cannot be read; declare it in this one"));
        }

        return Wrap(Unsupported(operation, $"'{member.ContainingType?.Name}.{member.Name}' has no meaning that every engine shares; see the list of supported members"));
    }

    /// <summary>Whether a member is of somebody's own code elsewhere, to judge by its namespace: neither of the framework nor of the language.</summary>
    private bool IsOfAnotherProject(ISymbol member) =>
        !Context.IsDeclaredHere(member)
        && member.ContainingNamespace?.ToDisplayString().Split('.')[0] is not (null or "System" or "Microsoft" or Attributes.Namespace);
}
