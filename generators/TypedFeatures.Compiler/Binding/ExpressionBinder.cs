using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Compiler.Leakage;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>
/// Reads C# operations as symbolic values. A null result means that the operation was reported, or does not compile;
/// callers go on with its siblings, so that one pass reports every mistake.
/// </summary>
internal sealed partial class ExpressionBinder
{
    private readonly Dictionary<ISymbol, Symbolic?> names = new(SymbolEqualityComparer.Default);
    private readonly Stack<Symbolic?> conditionalReceivers = new();
    private readonly Stack<Symbolic> patternInputs = new();
    private readonly ConstantEvaluator constants;

    public ExpressionBinder(BindingContext context, INamedTypeSymbol view)
    {
        Context = context;
        View = view;
        Query = new QueryBinder(this);
        constants = new ConstantEvaluator(context);
    }

    public BindingContext Context { get; }

    public INamedTypeSymbol View { get; }

    /// <summary>Where the code reads what the plan's leaves stand for.</summary>
    public ReadSites Sites { get; } = new();

    /// <summary>The query read so far: joins, filter, group key.</summary>
    public QueryBinder Query { get; }

    /// <summary>What a property of the type that the expression belongs to stands for; null where expressions have no such instance.</summary>
    public Func<IPropertyReferenceOperation, Symbolic?>? OwnProperty { get; init; }

    /// <summary>The events that are grouped.</summary>
    public SourceSchema? Events { get; init; }

    /// <summary>What holds where the expression at hand is computed.</summary>
    public Facts Facts { get; private set; } = Facts.None;

    /// <summary>The sources that parameters of the definition stand for.</summary>
    public IEnumerable<SourceSchema> Sources => names.Values
        .SelectMany(v => v switch
        {
            RowsValue { Source: { } source } => [source],
            DimensionValue dimension => [dimension.Schema],
            ViewValue view => view.Plan.Sources,
            _ => Enumerable.Empty<SourceSchema>(),
        });

    /// <summary>Gives a parameter or local its meaning.</summary>
    public void Name(ISymbol symbol, Symbolic? value) => names[symbol] = value;

    public Symbolic? Bind(IOperation operation)
    {
        Context.Cancellation.ThrowIfCancellationRequested();
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
        {
            return BindConstant(operation, constant);
        }

        return BindCore(operation) switch
        {
            ScalarValue { Scalar: { Type: { IsReference: true, IsNullable: true } } text } when Facts.IsNotNull(text) =>
                new ScalarValue(Build.Value(text)),
            ScalarValue { Scalar: { Type.IsComposite: true } composed } when composed is Binary or Conditional or Call { Function: not ScalarFunction.OneHot } =>
                FailComposite(operation, composed.Type),
            var value => value,
        };
    }

    /// <summary>Vectors, lists and maps are taken as they are.</summary>
    public Symbolic? FailComposite(IOperation operation, ScalarType type) => Fail(
        Rules.CompositeUse,
        operation,
        $"'{TextOf(operation)}' is {type}, which is taken as it is: assign it to a feature, test it for null, or aggregate a vector with Sum, Average, Latest or First. It is neither compared nor chosen nor computed with.");

    /// <summary>Binds what has to be a scalar.</summary>
    public Scalar? BindScalar(IOperation operation) => Scalar(Bind(operation), operation);

    /// <summary>Binds a condition: a bool that is never null.</summary>
    public Scalar? BindCondition(IOperation operation)
    {
        var condition = BindScalar(operation);
        return condition is null or { Type: { Kind: ScalarKind.Boolean, IsNullable: false } }
            ? condition
            : Unsupported(operation, $"'{TextOf(operation)}' may be null, so it is no condition; compare it with true or false");
    }

    /// <summary>Binds while something more is known.</summary>
    public T Given<T>(Facts facts, Func<T> bind)
    {
        var before = Facts;
        Facts = facts;
        try
        {
            return bind();
        }
        finally
        {
            Facts = before;
        }
    }

    /// <summary>Binds the body of a lambda with its parameters standing for <paramref name="arguments"/>.</summary>
    public Symbolic? BindLambda(IOperation operation, Facts facts, params Symbolic?[] arguments)
    {
        if (LambdaOf(operation) is not { } lambda)
        {
            return Fail(Rules.UnsupportedQuery, operation, $"'{TextOf(operation)}' must be written as a lambda, so that it can be read at compile time.");
        }

        if (lambda.Symbol.Parameters.Length != arguments.Length || ResultOf(lambda.Body) is not { } body)
        {
            return Fail(Rules.UnsupportedQuery, operation, "The lambda must be one expression without statements; use 'let' for intermediate values.");
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            Name(lambda.Symbol.Parameters[i], arguments[i]);
        }

        return Given(facts, () => Bind(body));
    }

    /// <summary>The same for a lambda whose result has to be a scalar.</summary>
    public Scalar? BindScalarLambda(IOperation operation, Facts facts, Symbolic? argument) =>
        Scalar(BindLambda(operation, facts, argument), BodyOf(operation) ?? operation);

    /// <summary>The expression a lambda computes; null where it has statements or is no lambda.</summary>
    public static IOperation? BodyOf(IOperation operation) => LambdaOf(operation) is { } lambda ? ResultOf(lambda.Body) : null;

    /// <summary>A condition over one argument.</summary>
    public Scalar? BindConditionLambda(IOperation operation, Facts facts, Symbolic? argument) =>
        BindScalarLambda(operation, facts, argument) switch
        {
            null => null,
            { Type: { Kind: ScalarKind.Boolean, IsNullable: false } } condition => condition,
            _ => Unsupported(operation, $"'{TextOf(operation)}' may be null, so it is no condition; compare it with true or false"),
        };

    /// <summary>The value of what is constant in fact, as .NET knows it; null where it is not.</summary>
    public object? EvaluateConstant(IOperation operation) => constants.TryEvaluate(operation, out var value) ? value : null;

    public Symbolic? Fail(DiagnosticDescriptor rule, IOperation operation, string message, ImmutableDictionary<string, string?>? facts = null)
    {
        if (operation.DescendantsAndSelf().Any(o => o is IInvalidOperation || o.Type is { TypeKind: TypeKind.Error }))
        {
            Context.MarkBroken();
        }
        else
        {
            Context.Report(rule, operation.Syntax.GetLocation(), message, facts);
        }

        return null;
    }

    public Scalar? FailScalar(DiagnosticDescriptor rule, IOperation operation, string message, ImmutableDictionary<string, string?>? facts = null)
    {
        Fail(rule, operation, message, facts);
        return null;
    }

    public Scalar? Unsupported(IOperation operation, string message) => FailScalar(Rules.UnsupportedExpression, operation, message + ".");

    /// <summary>The code of an operation for a message, on one line and not too long.</summary>
    public static string TextOf(IOperation operation)
    {
        var text = string.Join(" ", operation.Syntax.ToString().Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "…";
    }

    /// <summary>The one expression of a body; null where there are statements.</summary>
    internal static IOperation? ResultOf(IBlockOperation? body) =>
        body is { Operations.Length: 1 } && body.Operations[0] is IReturnOperation { ReturnedValue: { } value } ? value : null;

    private Scalar? Scalar(Symbolic? value, IOperation operation) => value switch
    {
        ScalarValue scalar => scalar.Scalar,
        null => null,
        NullValue => Unsupported(operation, "A null without a type says nothing here; compare with it, or give it a type"),
        RowValue row => Unsupported(operation, $"A whole row of '{row.Schema.Name}' is no value; read one of its properties"),
        WindowValue => Unsupported(operation, $"'{TextOf(operation)}' is a window, not a value; aggregate it, for example with Count() or Sum(x => …)"),
        _ => Unsupported(operation, $"'{TextOf(operation)}' is no scalar value; name the one that is meant"),
    };

    private static IAnonymousFunctionOperation? LambdaOf(IOperation operation) => operation switch
    {
        IAnonymousFunctionOperation lambda => lambda,
        IDelegateCreationOperation creation => LambdaOf(creation.Target),
        IConversionOperation conversion => LambdaOf(conversion.Operand),
        _ => null,
    };

    private static Symbolic? Wrap(Scalar? scalar) => scalar is null ? null : new ScalarValue(scalar);

    private Symbolic? BindCore(IOperation operation)
    {
        switch (operation)
        {
            case ITranslatedQueryOperation query: return Bind(query.Operation);
            case IParameterReferenceOperation parameter: return Named(parameter, parameter.Parameter);
            case ILocalReferenceOperation local: return Named(local, local.Local);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput }: return patternInputs.Peek();
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } when instances.Count > 0: return instances.Peek();
            case IConditionalAccessInstanceOperation: return conditionalReceivers.Peek();
            case IConversionOperation conversion: return BindConversion(conversion);
            case IBinaryOperation binary: return Wrap(BindBinary(binary));
            case IUnaryOperation unary: return Wrap(BindUnary(unary));
            case ICoalesceOperation coalesce: return Wrap(BindCoalesce(coalesce));
            case IConditionalOperation { WhenFalse: not null } conditional: return Wrap(BindConditional(conditional));
            case IConditionalAccessOperation access: return BindConditionalAccess(access);
            case IIsPatternOperation pattern: return Wrap(BindIsPattern(pattern));
            case IInterpolatedStringOperation text: return Wrap(BindInterpolation(text));
            case ISwitchExpressionOperation choice: return Wrap(BindSwitch(choice));
            case IIsTypeOperation type: return Wrap(BindIsType(type));
            case IPropertyReferenceOperation property: return BindProperty(property);
            case IFieldReferenceOperation field: return BindField(field);
            case IInvocationOperation invocation: return BindInvocation(invocation);
            case IAnonymousObjectCreationOperation anonymous: return BindAnonymousObject(anonymous);
            case ITupleOperation tuple: return BindTuple(tuple);
            case IObjectCreationOperation creation: return BindCreation(creation);
            case IDefaultValueOperation { Type: { } type }: return BindDefault(operation, type);
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: null } }: return new NullValue();
            case IInvalidOperation:
                Context.MarkBroken();
                return null;
            case IImplicitIndexerReferenceOperation part:
                return Fail(Rules.CulturalText, part, $"'{TextOf(part)}': cut between two surrogates the text could not be stored. Write Text.Left(text, n) or Text.Right(text, n), which count code points.");
            default:
                return Wrap(Unsupported(operation, $"'{TextOf(operation)}' has no meaning that every engine shares; write it with operators, conditions and functions of the language"));
        }
    }

    private Symbolic? Named(IOperation operation, ISymbol symbol)
    {
        if (names.TryGetValue(symbol, out var value))
        {
            return value;
        }

        return Wrap(Unsupported(operation, $"'{symbol.Name}' is not part of the query; a definition may only use its parameters, constants, and static readonly fields with constant initializers"));
    }

    private Symbolic BindAnonymousObject(IAnonymousObjectCreationOperation creation)
    {
        var members = creation.Initializers.OfType<ISimpleAssignmentOperation>().Select(assignment => new KeyValuePair<string, Symbolic?>(
            ((IPropertyReferenceOperation)assignment.Target).Property.Name, Bind(assignment.Value)));
        return new ObjectValue(members.ToImmutableArray());
    }

    private Symbolic BindTuple(ITupleOperation tuple) => new ObjectValue(tuple.Elements
        .Select((element, i) => new KeyValuePair<string, Symbolic?>("Item" + (i + 1), Bind(element)))
        .ToImmutableArray());

    private Symbolic? BindCreation(IObjectCreationOperation creation)
    {
        if (SymbolEqualityComparer.Default.Equals(creation.Type, View))
        {
            return BindFeatures(creation);
        }

        if (creation is { Arguments.IsEmpty: true, Initializer: { } initializer }
            && initializer.Initializers.All(i => i is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation }))
        {
            return BindShape(initializer);
        }

        if (constants.TryEvaluate(creation, out var value))
        {
            return BindConstant(creation, value);
        }

        if (creation.Arguments.Any(a => a.Value is { ConstantValue: { HasValue: true, Value: (int)DateTimeKind.Local }, Type.Name: nameof(DateTimeKind) }))
        {
            return Fail(LeakageRules.LocalTime, creation, $"'{TextOf(creation)}' is an instant of the machine's time zone. Instants are UTC: write DateTimeKind.Utc.");
        }

        return creation.Constructor is { } constructor && Refused(creation, constructor)
            ? null
            : Wrap(Unsupported(creation, $"'{TextOf(creation)}' creates an object that no engine knows; use an anonymous object for intermediate values, or a constant"));
    }

    /// <summary>An object that is its assigned properties and nothing more: what an anonymous object is without a name.</summary>
    private ObjectValue BindShape(IObjectOrCollectionInitializerOperation initializer) => new(initializer.Initializers
        .Cast<ISimpleAssignmentOperation>()
        .Select(a => new KeyValuePair<string, Symbolic?>(((IPropertyReferenceOperation)a.Target).Property.Name, Bind(a.Value)))
        .ToImmutableArray());

    private Symbolic? BindFeatures(IObjectCreationOperation creation)
    {
        if (!creation.Arguments.IsEmpty)
        {
            return Fail(Rules.UnsupportedQuery, creation, $"'{View.Name}' must be created by its parameterless constructor and an initializer: new {View.Name} {{ … }}.");
        }

        var assignments = ImmutableArray.CreateBuilder<FeatureAssignment>();
        foreach (var initializer in creation.Initializer?.Initializers ?? [])
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment)
            {
                // The value of a property that cannot be stored is of no interest: the property is reported.
                var value = ScalarTypes.TryMap(target.Property.Type) is null ? null : Bind(assignment.Value);
                assignments.Add(new FeatureAssignment(target.Property, value, assignment.Value));
            }
            else if (initializer is IInvalidOperation or ISimpleAssignmentOperation { Target: IInvalidOperation })
            {
                Context.MarkBroken();
            }
            else
            {
                Fail(Rules.UnsupportedQuery, initializer, $"'{TextOf(initializer)}' must be a plain assignment to a property of '{View.Name}'.");
            }
        }

        return new FeaturesValue(assignments.ToImmutable(), creation.Syntax);
    }
}
