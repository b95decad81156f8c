using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds the on-demand features of a service: getters in plain C# over the service's own properties.</summary>
internal sealed class OnDemandFeatures
{
    private readonly ServiceMembers members;
    private readonly BindingContext context;
    private readonly ExpressionBinder binder;
    private readonly Dictionary<string, Symbolic?> properties = [];
    private readonly HashSet<IPropertySymbol> open = new(SymbolEqualityComparer.Default);

    public OnDemandFeatures(INamedTypeSymbol service, ServiceMembers members, BindingContext context)
    {
        this.members = members;
        this.context = context;
        binder = new ExpressionBinder(context, service) { OwnProperty = Property };
        for (var i = 0; i < members.Views.Count; i++)
        {
            properties[members.Views[i].Symbol.Name] = ViewValue(members.Views[i].Plan, i);
        }

        for (var i = 0; i < members.Requests.Count; i++)
        {
            properties[members.Requests[i].Symbol.Name] = new ScalarValue(new RequestValue(members.Requests[i].Plan.Type, i));
        }
    }

    /// <summary>What binds them.</summary>
    public ExpressionBinder Binder => binder;

    /// <summary>The features, in declaration order.</summary>
    public EquatableArray<Feature> Bind()
    {
        var features = new List<Feature>();
        foreach (var property in members.OnDemand)
        {
            if (!CompositeTypes.CheckVector(property, context) || !DecimalDeclaration.Check(property, context))
            {
                continue;
            }

            if (TypeOf(property, out var problem) is not { } type)
            {
                context.Report(Rules.UnsupportedType, Declarations.LocationOf(property), $"On-demand feature '{property.ContainingType.Name}.{property.Name}': {problem} Make it private if it is no feature.");
            }
            else if (SourceColumns.ColumnName(property, Rules.ServiceDeclaration, context) is { } column
                && Fit(property, type, ValueOf(property)) is { } fitting)
            {
                features.Add(new Feature(property.Name, column, type, fitting, Declarations.SummaryOf(property, context.Cancellation)));
            }
        }

        return features.ToEquatableArray();
    }

    /// <summary>A scalar, or a vector that the service encodes.</summary>
    private static ScalarType? TypeOf(IPropertySymbol property, out string problem) =>
        CompositeTypes.TryMap(property, out problem) is { Kind: ScalarKind.Vector } vector ? vector : CompositeTypes.TryMapScalar(property, out problem);

    private static ObjectValue ViewValue(ServiceView view, int index)
    {
        var keys = view.View.Keys.Select((key, i) => Member(key.Property, new KeyOf(key.Type, view.Keys[i])));
        var features = view.View.Features.Select(f => Member(f.Property, new ViewFeature(f.Type, index, f.Property)));
        return new ObjectValue(keys.Concat(features).ToImmutableArray());
    }

    private static KeyValuePair<string, Symbolic?> Member(string name, Scalar value) => new(name, new ScalarValue(value));

    /// <summary>What a property of the service itself stands for.</summary>
    private Symbolic? Property(IPropertyReferenceOperation reference) =>
        properties.TryGetValue(reference.Property.Name, out var value) ? value
        : reference.Property.SetMethod is null ? ValueOf(reference.Property)
        : null;

    private Symbolic? ValueOf(IPropertySymbol property)
    {
        if (properties.TryGetValue(property.Name, out var known))
        {
            return known;
        }

        if (!open.Add(property))
        {
            return Refuse(property, $"'{property.Name}' is computed from itself. Break the circle.");
        }

        // A getter sees what its own conditions prove, not those of the expression that reads it.
        properties[property.Name] = BodyOf(property) is { } body ? binder.Given(Facts.None, () => binder.Bind(body)) : null;
        return properties[property.Name];
    }

    private IOperation? BodyOf(IPropertySymbol property)
    {
        var syntax = context.SyntaxOf(property) as PropertyDeclarationSyntax;
        var getter = syntax?.AccessorList?.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.GetAccessorDeclaration));
        var expression = syntax?.ExpressionBody?.Expression
            ?? getter?.ExpressionBody?.Expression
            ?? (getter?.Body is { Statements.Count: 1 } block && block.Statements[0] is ReturnStatementSyntax { Expression: { } returned } ? returned : null);
        if (syntax is null || expression is null)
        {
            Refuse(property, $"The on-demand feature '{property.Name}' must be one expression: public double {property.Name} => …;");
            return null;
        }

        if (context.ModelOf(syntax.SyntaxTree).GetOperation(Bare(expression), context.Cancellation) is not { } operation)
        {
            context.MarkBroken();
            return null;
        }

        // The conversion to the property's type stands around the expression, where there is one.
        return operation.Parent is IConversionOperation { IsImplicit: true } conversion ? conversion : operation;
    }

    /// <summary>Parentheses and <c>!</c> around an expression are no operations.</summary>
    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        PostfixUnaryExpressionSyntax suppression when suppression.IsKind(SyntaxKind.SuppressNullableWarningExpression) => Bare(suppression.Operand),
        _ => expression,
    };

    private Scalar? Fit(IPropertySymbol property, ScalarType type, Symbolic? symbolic)
    {
        switch (symbolic)
        {
            case null:
                return null;
            case NullValue when type.IsNullable:
                return new Constant(type, null);
            case ScalarValue { Scalar: { Type.Kind: ScalarKind.Vector } vector } when vector is not Call { Function: ScalarFunction.OneHot }:
                context.Report(Rules.CompositeUse, Declarations.LocationOf(property), $"'{property.Name}' is a vector that the service has already. Read it from its view; a vector of the service's own is made by Encode.OneHot.");
                return null;
            case ScalarValue { Scalar: { Type.Kind: ScalarKind.Decimal } number } when type.Kind == ScalarKind.Decimal && number.Type.NonNullable != type.NonNullable:
                // A getter runs as it stands: nobody would see that its value has too many digits.
                return Decimals.Misfit(number, type, mayFail: false) is { } misfit
                    ? ReportDecimal(property, misfit)
                    : Fit(property, type, new ScalarValue(number with { Type = type with { IsNullable = number.Type.IsNullable } }));
            case ScalarValue { Scalar: var value } when value.Type.NonNullable == type.NonNullable && (type.IsNullable || !value.Type.IsNullable):
                return value;
            case ScalarValue { Scalar: var value } when value.Type.NonNullable == type.NonNullable:
                context.Report(Rules.NullIntoFeature, Declarations.LocationOf(property), $"'{property.Name}' cannot be null, but its value may be. Give a default with ??, or declare it as {type}?.");
                return null;
            case ScalarValue { Scalar: var value }:
                Refuse(property, $"'{property.Name}' is {type} and its value {value.Type}; convert the value.");
                return null;
            default:
                Refuse(property, $"'{property.Name}' is no scalar value; name the feature that is meant.");
                return null;
        }
    }

    private Scalar? ReportDecimal(IPropertySymbol property, (DiagnosticDescriptor Rule, string Message) misfit)
    {
        context.Report(misfit.Rule, Declarations.LocationOf(property), $"'{property.Name}' {misfit.Message}");
        return null;
    }

    private Symbolic? Refuse(IPropertySymbol property, string message)
    {
        context.Report(Rules.ServiceDeclaration, Declarations.LocationOf(property), message);
        return null;
    }
}
