using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <content>Patterns. A variable a pattern declares is a name for the input: definite assignment sees to it that it is used only where the pattern matched.</content>
internal sealed partial class ExpressionBinder
{
    private Scalar? BindIsPattern(IIsPatternOperation operation) =>
        Bind(operation.Value) is { } input && BindPattern(operation.Pattern, input) is { } test && IsComputedBy(operation.Value, input, test) ? test : null;

    /// <summary><c>x is int</c>: nothing but a null test on what C# knows to be an int already.</summary>
    private Scalar? BindIsType(IIsTypeOperation operation) =>
        Bind(operation.ValueOperand) is { } input && BindTypeTest(operation, input, operation.TypeOperand) is { } test && IsComputedBy(operation.ValueOperand, input, test) ? test : null;

    private Scalar? BindPattern(IPatternOperation pattern, Symbolic input)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return Build.True;
            case IConstantPatternOperation constant:
                return BindEquality(constant, input, Bind(constant.Value));
            case IRelationalPatternOperation relational:
                return BindRelational(relational, input);
            case INegatedPatternOperation negated:
                return BindPattern(negated.Pattern, input) is { } inner ? Negate(inner) : null;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and:
                return BindPattern(and.LeftPattern, input) is { } first
                    && Given(Facts.Assume(first), () => BindPattern(and.RightPattern, input)) is { } second ? WithLeft(first, Build.And(first, second)) : null;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                var left = BindPattern(or.LeftPattern, input);
                var right = BindPattern(or.RightPattern, input);
                return left is null || right is null ? null : WithLeft(left, Build.Or(left, right));
            case IDeclarationPatternOperation declaration:
                Declare(declaration.DeclaredSymbol, input, declaration.MatchesNull);
                return declaration.MatchesNull ? Build.True : BindTypeTest(declaration, input, declaration.MatchedType ?? declaration.NarrowedType);
            case ITypePatternOperation type:
                return BindTypeTest(type, input, type.MatchedType);
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } recursive:
                return BindRecursive(recursive, input);
            case IRecursivePatternOperation { DeconstructSymbol: null, PropertySubpatterns.IsEmpty: true, DeclaredSymbol: null } positional when input is ObjectValue tuple:
                return BindPositional(positional, tuple);
            default:
                return Unsupported(pattern, $"The pattern '{TextOf(pattern)}' is not supported; use constants, <, >, null, not, and, or, {{ }} and properties");
        }
    }

    private Scalar? BindRelational(IRelationalPatternOperation relational, Symbolic input)
    {
        if (input is not ScalarValue { Scalar: var value } || BindScalar(relational.Value) is not { } bound)
        {
            return input is ScalarValue ? null : Unsupported(relational, $"The pattern '{TextOf(relational)}' needs a scalar value on its left");
        }

        var comparison = relational.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => BinaryOperator.Less,
            BinaryOperatorKind.LessThanOrEqual => BinaryOperator.LessOrEqual,
            BinaryOperatorKind.GreaterThan => BinaryOperator.Greater,
            _ => BinaryOperator.GreaterOrEqual,
        };
        return Comparable(relational, value, bound) is var (left, right) ? Build.Compare(comparison, left, right) : null;
    }

    /// <summary><c>{ }</c>, <c>{ } x</c> and <c>{ Status: Completed, Amount: &gt; 0 }</c>.</summary>
    private Scalar? BindRecursive(IRecursivePatternOperation recursive, Symbolic input)
    {
        Declare(recursive.DeclaredSymbol, input, matchesNull: false);
        if (BindTypeTest(recursive, input, recursive.MatchedType) is not { } condition)
        {
            return null;
        }

        patternInputs.Push(NotNull(input));
        try
        {
            var isComplete = true;
            foreach (var property in recursive.PropertySubpatterns)
            {
                var part = Given(Facts.Assume(condition), () =>
                    Bind(property.Member) is { } member ? BindPattern(property.Pattern, member) : null);
                isComplete &= part is not null;
                condition = part is null ? condition : Build.And(condition, part);
            }

            return isComplete ? condition : null;
        }
        finally
        {
            patternInputs.Pop();
        }
    }

    /// <summary><c>(true, &gt; 3)</c>, part by part of a tuple.</summary>
    private Scalar? BindPositional(IRecursivePatternOperation positional, ObjectValue tuple)
    {
        Scalar? condition = Build.True;
        for (var i = 0; i < positional.DeconstructionSubpatterns.Length; i++)
        {
            var pattern = positional.DeconstructionSubpatterns[i];
            var known = condition is null ? Facts : Facts.Assume(condition);
            var part = tuple.TryGet("Item" + (i + 1), out var member) && member is not null ? Given(known, () => BindPattern(pattern, member)) : null;
            condition = part is null || condition is null ? null : Build.And(condition, part);
        }

        return condition;
    }

    private Scalar? BindTypeTest(IOperation operation, Symbolic? input, ITypeSymbol type)
    {
        switch (input)
        {
            case null:
                return null;
            case RowValue row when ScalarTypes.NameOf(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)) == row.Schema.RowType:
                return Negate(IsMissing(row));
            case ScalarValue { Scalar: var value } when ScalarTypes.TryMap(type) is { } tested && (tested.Kind == value.Type.Kind || IsDayOfWeek(value)):
                return Negate(Build.IsNull(value));
            case ObjectValue:
                return Build.True;
            default:
                return Unsupported(operation, $"'{TextOf(operation)}' tests for a type that the value never or always has; test for null or compare");
        }
    }

    private void Declare(ISymbol? declared, Symbolic input, bool matchesNull)
    {
        if (declared is ILocalSymbol local)
        {
            Name(local, IsNullable(local.Type, matchesNull) ? input : NotNull(input));
        }
    }

    /// <summary>The input where a pattern that does not match null has matched.</summary>
    private static Symbolic NotNull(Symbolic input) => input switch
    {
        RowValue row => row with { IsProven = true },
        ScalarValue { Scalar: var value } => new ScalarValue(Build.Value(value)),
        _ => input,
    };

    /// <summary>Whether a pattern's variable may hold null: a struct says so by its type, text by the pattern (<c>var</c> takes it).</summary>
    private static bool IsNullable(ITypeSymbol type, bool matchesNull) =>
        type.IsValueType ? type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T : matchesNull;
}
