using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedFeatures.Compiler.Binding;

/// <summary>
/// Evaluates what is constant in fact but not to C#: lengths of time, instants, dates and GUIDs from literals, and
/// <c>static readonly</c> fields initialised by such. Dates come as <see cref="CalendarDate"/>.
/// </summary>
internal sealed class ConstantEvaluator(BindingContext context)
{
    private readonly HashSet<ISymbol> evaluating = new(SymbolEqualityComparer.Default);

    /// <summary>Evaluates an operation; false where it is not constant.</summary>
    public bool TryEvaluate(IOperation operation, out object? value)
    {
        value = null;
        try
        {
            value = Evaluate(operation);
            return value is not null;
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException or FormatException)
        {
            // The same call would throw when the user's program runs it: not a constant.
            return false;
        }
    }

    private object? Evaluate(IOperation operation)
    {
        if (operation.ConstantValue.HasValue)
        {
            return operation.ConstantValue.Value;
        }

        return operation switch
        {
            IConversionOperation { OperatorMethod: null } conversion => EvaluateConversion(conversion),
            IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => KnownConstants.Find(field) ?? EvaluateInitializer(field),
            IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null } property } => EvaluateInitializer(property),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => Evaluate(minus.Operand) is TimeSpan span ? span.Negate() : null,
            IBinaryOperation binary => EvaluateBinary(binary),
            IInvocationOperation { Instance: null } call => Arguments(call.Arguments) is { } arguments ? KnownConstants.Call(call.TargetMethod, arguments) : null,
            IObjectCreationOperation { Constructor: { } constructor, Initializer: null } creation =>
                Arguments(creation.Arguments) is { } arguments ? KnownConstants.Create(constructor, arguments) : null,
            _ => null,
        };
    }

    private object? EvaluateConversion(IConversionOperation conversion)
    {
        var value = Evaluate(conversion.Operand);
        var target = conversion.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : conversion.Type;
        return (value, target?.SpecialType) switch
        {
            (int or char, SpecialType.System_Int32) => Convert.ToInt32(value, CultureInfo.InvariantCulture),
            (int or long or char, SpecialType.System_Int64) => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            (int or long or float or double, SpecialType.System_Double) => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            (int or float, SpecialType.System_Single) => Convert.ToSingle(value, CultureInfo.InvariantCulture),
            (int or long or float or double or char, SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Single or SpecialType.System_Decimal) => null,
            _ => value,
        };
    }

    private object? EvaluateBinary(IBinaryOperation binary) =>
        (Evaluate(binary.LeftOperand), binary.OperatorKind, Evaluate(binary.RightOperand)) switch
        {
            (TimeSpan left, BinaryOperatorKind.Add, TimeSpan right) => left + right,
            (TimeSpan left, BinaryOperatorKind.Subtract, TimeSpan right) => left - right,
            (TimeSpan left, BinaryOperatorKind.Multiply, double factor) => Times(left, factor),
            (double factor, BinaryOperatorKind.Multiply, TimeSpan right) => Times(right, factor),
            _ => null,
        };

    private static TimeSpan Times(TimeSpan span, double factor) => TimeSpan.FromTicks(checked((long)Math.Round(span.Ticks * factor)));

    private List<KeyValuePair<string, object>>? Arguments(IEnumerable<IArgumentOperation> arguments)
    {
        var values = new List<KeyValuePair<string, object>>();
        foreach (var argument in arguments.OrderBy(a => a.Parameter?.Ordinal))
        {
            if (argument.Parameter is not { } parameter || Evaluate(argument.Value) is not { } value)
            {
                return null;
            }

            values.Add(new(parameter.Name, value));
        }

        return values;
    }

    /// <summary>The value of a field or get-only property from its declaration in this compilation.</summary>
    private object? EvaluateInitializer(ISymbol symbol)
    {
        if (!evaluating.Add(symbol))
        {
            return null;
        }

        var operation = InitializerOf(symbol);
        var value = operation is null ? null : Evaluate(operation);
        evaluating.Remove(symbol);
        return value;
    }

    /// <summary>The expression a field or get-only property of this compilation is declared with; null where there is none, or it may not be its value.</summary>
    public IOperation? InitializerOf(ISymbol symbol)
    {
        // A static constructor may assign another value.
        if (symbol.ContainingType.StaticConstructors.Any(c => !c.IsImplicitlyDeclared)
            || context.SyntaxOf(symbol) is not { } syntax)
        {
            return null;
        }

        var expression = syntax switch
        {
            VariableDeclaratorSyntax { Initializer: { } initializer } => initializer.Value,
            PropertyDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
            PropertyDeclarationSyntax { Initializer: { } initializer } => initializer.Value,
            _ => null,
        };
        return expression is null ? null : context.ModelOf(syntax.SyntaxTree).GetOperation(expression, context.Cancellation);
    }
}
