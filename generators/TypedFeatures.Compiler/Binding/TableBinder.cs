using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>
/// Binds records marked <c>[FeatureTable]</c> to the plan of a view over their own rows: every feature is that column of the latest row in a window as long as
/// <c>MaxAge</c>.
/// </summary>
internal static class TableBinder
{
    /// <summary>Binds a feature table; null where it is reported or does not compile.</summary>
    public static BoundView? Bind(
        INamedTypeSymbol table, AttributeData attribute, BindingContext context, IEnumerable<EngineCapabilities> engines)
    {
        CheckDeclaration(table, context);
        var header = ViewHeader.Bind(table, attribute, context);
        var place = Attributes.LocationOf(attribute, table, context.Cancellation);
        var maxAge = ViewHeader.Duration(attribute, "MaxAge", place, context);
        var schema = SourceBinder.BindSchema(table, context);
        if (context.IsBroken || schema is null)
        {
            return null;
        }

        // Both ends of MaxAge count, and a window leaves out its start.
        var window = new WindowBounds(maxAge is { } age ? age + 1 : null);
        var properties = ViewProperties.Bind(table, context);
        var keys = properties.Keys.Select((k, i) => new KeyPart(k.Symbol.Name, k.Column, k.Type, new ColumnOf(k.Type, 0, k.Symbol.Name), i)).ToEquatableArray();
        var defaults = new List<Constant>();
        var features = new List<Feature>();
        foreach (var property in properties.Features)
        {
            if (BindFeature(property, schema, window, table, context) is var (feature, empty))
            {
                features.Add(feature);
                defaults.Add(empty);
            }
        }

        var plan = new ViewPlan(
            header.Name, header.Version, ScalarTypes.NameOf(table), schema, [], null, keys, features.ToEquatableArray());
        OnlineTtlRule.Check(header, plan, attribute, table, context);
        CheckEngines(plan, properties, table, context, engines);
        return new BoundView(
            new ViewDeclaration(
                Declarations.NamespaceOf(table),
                table.Name,
                table.DeclaredAccessibility == Accessibility.Public,
                Declarations.SummaryOf(table, context.Cancellation),
                header.Owner,
                header.OnlineTtl,
                header.Freshness,
                [],
                properties.Keys.Select(k => Declarations.SummaryOf(k.Symbol, context.Cancellation)).ToEquatableArray(),
                new TableDeclaration(maxAge, defaults.ToEquatableArray()))
            {
                Marks = ContractAttributes.Bind(table, context),
            },
            plan);
    }

    private static void CheckDeclaration(INamedTypeSymbol table, BindingContext context)
    {
        if (Attributes.Has(table, "FeatureView"))
        {
            context.Report(Rules.ViewDeclaration, Declarations.LocationOf(table), $"'{table.Name}' is marked as a feature view and as a feature table. Keep [FeatureView] where Define computes the features, [FeatureTable] where rows bring them.");
        }

        foreach (var define in table.GetMembers("Define").Where(m => !Declarations.IsGenerated(m)))
        {
            context.Report(Rules.ViewDeclaration, Declarations.LocationOf(define), $"'{table.Name}' is a feature table: its rows bring its features, and Define would never run. Remove it, or mark the record [FeatureView].");
        }
    }

    private static void CheckEngines(
        ViewPlan plan, ViewProperties properties, INamedTypeSymbol table, BindingContext context, IEnumerable<EngineCapabilities> engines)
    {
        foreach (var refusal in engines.SelectMany(e => e.RefusalsOf(plan)))
        {
            ISymbol place = properties.Features.FirstOrDefault(f => f.Symbol.Name == refusal.Property)?.Symbol ?? (ISymbol)table;
            context.Report(
                Rules.EngineRefuses,
                Declarations.LocationOf(place),
                $"The engine '{refusal.Engine}' cannot compute '{place.Name}': {refusal.Reason} "
                + $"Or leave '{refusal.Engine}' out of <{EngineTargets.Property}> in the project file.");
        }
    }

    private static (Feature Feature, Constant Empty)? BindFeature(
        ViewProperty property, SourceSchema schema, WindowBounds window, INamedTypeSymbol table, BindingContext context)
    {
        var column = schema.Column(property.Symbol.Name);
        var type = column.Role is ColumnRole.EventTime or ColumnRole.IngestTime ? column.Type.Nullable : column.Type;
        var latest = LatestOf(column, window);
        Constant? given = null;
        if (column.Role is ColumnRole.Value && !TryReadDefault(property, table, context, out given))
        {
            return null;
        }

        if (given is null && !type.IsNullable)
        {
            context.Report(
                Rules.TableDefault,
                Declarations.LocationOf(property.Symbol),
                $"'{property.Symbol.Name}' is never null, so it must say what it is where '{schema.Name}' has no row that is young enough. Give it a constant initializer, such as '= {Example(type)};', or make it nullable.");
            return null;
        }

        var empty = given ?? new Constant(type.Nullable, null);
        var value = empty.Value is null ? latest
            : type.IsNullable ? new Conditional(type, new Aggregate(ScalarType.Boolean, AggregateKind.Any, window, null, null), latest, empty)
            : new Binary(type, BinaryOperator.Coalesce, latest, empty);
        return (new Feature(property.Symbol.Name, property.Column, type, value, Declarations.SummaryOf(property.Symbol, context.Cancellation)), empty);
    }

    /// <summary>The column of the latest row, null or not: <c>Latest</c> alone would pass over nulls, so it is asked first whether that row has one.</summary>
    private static Scalar LatestOf(SourceColumn column, WindowBounds window)
    {
        var value = new ColumnOf(column.Type, 0, column.Property);
        var latest = new Aggregate(column.Type.Nullable, AggregateKind.Latest, window, value, null);
        if (!column.Type.IsNullable)
        {
            return latest;
        }

        var isThere = new Aggregate(ScalarType.Boolean.Nullable, AggregateKind.Latest, window, Build.Not(Build.IsNull(value)), null);
        return new Conditional(
            column.Type,
            new Binary(ScalarType.Boolean, BinaryOperator.Coalesce, isThere, Build.False),
            latest,
            new Constant(column.Type, null));
    }

    /// <summary>What the initializer says, null where there is none; false where it is no constant of the property's type.</summary>
    private static bool TryReadDefault(ViewProperty property, INamedTypeSymbol table, BindingContext context, out Constant? given)
    {
        given = null;
        if (context.SyntaxOf(property.Symbol) is not PropertyDeclarationSyntax { Initializer: { } initializer })
        {
            return true;
        }

        if (context.ModelOf(initializer.SyntaxTree).GetOperation(initializer, context.Cancellation) is not IPropertyInitializerOperation operation)
        {
            context.MarkBroken();
            return false;
        }

        given = ConstantOf(operation.Value, property.Type, new ExpressionBinder(context, table));
        if (given is not null)
        {
            return true;
        }

        context.Report(
            Rules.TableDefault,
            operation.Value.Syntax.GetLocation(),
            $"The initializer of '{property.Symbol.Name}' is what it is without a row, on every engine: it must be a constant of type {property.Type}.");
        return false;
    }

    private static Constant? ConstantOf(IOperation value, ScalarType type, ExpressionBinder binder)
    {
        if (value.ConstantValue is { HasValue: true, Value: var known } ? !IsFinite(known) : binder.EvaluateConstant(value) is null)
        {
            return null;
        }

        return binder.Bind(value) switch
        {
            NullValue or ScalarValue { Scalar: Constant { Value: null } } when type.IsNullable => new Constant(type, null),
            ScalarValue { Scalar: Constant { Value: long } units } when units.Type.Kind is ScalarKind.Decimal && type.Kind is ScalarKind.Decimal =>
                units.Type.Scale <= type.Scale && Decimals.Rescale(units, type.Scale) is Constant rescaled && rescaled.Type.Limit <= type.Limit
                    ? rescaled with { Type = type.NonNullable }
                    : null,
            ScalarValue { Scalar: Constant { Value: { } found } constant } when constant.Type.Kind == type.Kind => new Constant(type.NonNullable, found),
            ScalarValue { Scalar: Conversion { Operand: Constant { Value: int or long } whole } } when type.Kind is ScalarKind.Double =>
                new Constant(type.NonNullable, Convert.ToDouble(whole.Value, System.Globalization.CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    private static bool IsFinite(object? value) => value switch
    {
        double d => !double.IsNaN(d) && !double.IsInfinity(d),
        float f => !float.IsNaN(f) && !float.IsInfinity(f),
        _ => true,
    };

    private static string Example(ScalarType type) => type.Kind switch
    {
        ScalarKind.Boolean => "false",
        ScalarKind.String => "\"\"",
        ScalarKind.TimeSpan => "TimeSpan.Zero",
        ScalarKind.Enum => type.Enum!.Members[0].Name,
        _ when type.IsInteger || type.IsFloating || type.Kind is ScalarKind.Decimal => "0",
        _ => "…",
    };
}
