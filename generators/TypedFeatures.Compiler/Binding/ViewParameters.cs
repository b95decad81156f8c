using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Compiler.Leakage;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds other views as parameters of <c>Define</c>, and the grids of their snapshots.</summary>
internal static class ViewParameters
{
    /// <summary>Binds a parameter of type <c>View&lt;T&gt;</c>; null where it is reported or the other view has no plan.</summary>
    public static DefineParameter? Bind(IParameterSymbol parameter, BindingContext context)
    {
        void Report(DiagnosticDescriptor rule, string message) => context.Report(rule, Declarations.LocationOf(parameter), message);
        if (((INamedTypeSymbol)parameter.Type).TypeArguments[0] is not INamedTypeSymbol { TypeKind: not TypeKind.Error } view)
        {
            context.MarkBroken();
            return null;
        }

        if (context.Kind.MayJoinViews && LabelUse.Of(view) is { } label)
        {
            Report(LeakageRules.LabelInFeature, LabelUse.Message(parameter.Name, label));
            return null;
        }

        if (Refusal(view, parameter, context) is { } refusal)
        {
            Report(Rules.ViewParameter, $"Parameter '{parameter.Name}' reads '{view.Name}' as a view: {refusal}");
            return null;
        }

        // What is wrong with the other view is reported where it stands.
        if (ViewBinder.Bind(view, context.Compilation, context.Cancellation).Value is not { } bound)
        {
            context.MarkBroken();
            return null;
        }

        if (bound.Plan.Features.FirstOrDefault(MayFail) is { } failing)
        {
            Report(
                Rules.FailingView,
                $"Parameter '{parameter.Name}' reads '{view.Name}', whose '{failing.Property}' may overflow: engines would compute it for rows that the as-of may not see yet. Compute it in double there, such as Sum(x => (double)x.Quantity).");
            return null;
        }

        return new DefineParameter(
            parameter.Name,
            SchemaOf(bound),
            new ViewParameter(bound.Plan, bound.Declaration.Parameters, bound.Declaration.Table));
    }

    /// <summary>Binds <c>view.Snapshots(every: Days(1))</c>.</summary>
    public static DimensionValue? Snapshots(ExpressionBinder binder, ViewValue view, IOperation every)
    {
        if (ConstantLengths.Of(binder, every) is { } length && length > TimeSpan.Zero && length.Ticks % 10 == 0)
        {
            return new DimensionValue(view.Schema, new ViewSnapshots(view.Plan, length.Ticks / 10));
        }

        binder.Fail(
            Rules.SnapshotGrid,
            every,
            $"'{ExpressionBinder.TextOf(every)}' is no grid of snapshots of '{view.Plan.Name}'. Write a length of time known at compile time, a positive whole number of microseconds, such as every: Days(1).");
        return null;
    }

    private static string? Refusal(INamedTypeSymbol view, IParameterSymbol parameter, BindingContext context)
    {
        if (!context.Kind.MayJoinViews)
        {
            return $"a {context.Kind.Noun} says what happened, not what was known of it. Make the feature a part of what the model reads, beside the {context.Kind.Noun}.";
        }

        if (!Attributes.Has(view, "FeatureView") && !Attributes.Has(view, "FeatureTable"))
        {
            return "it is not marked [FeatureView(\"…\")] or [FeatureTable(\"…\")]. A dimension is read as Dimension<T>.";
        }

        if (!context.IsDeclaredHere(view))
        {
            return "it is compiled in another project, where its definition cannot be read. Declare both in one project.";
        }

        return Reads(view, parameter.ContainingType, new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default))
            ? $"it is, or reads, '{parameter.ContainingType.Name}' itself, and no snapshot could be the first. Leave one of the readings out."
            : null;
    }

    /// <summary>Whether a view is another, or reads it through whatever other views.</summary>
    private static bool Reads(INamedTypeSymbol view, INamedTypeSymbol other, HashSet<INamedTypeSymbol> seen)
    {
        if (SymbolEqualityComparer.Default.Equals(view, other))
        {
            return true;
        }

        return seen.Add(view) && view.GetMembers("Define").OfType<IMethodSymbol>()
            .SelectMany(m => m.Parameters)
            .Select(p => p.Type)
            .Where(LanguageTypes.IsView)
            .Select(t => ((INamedTypeSymbol)t).TypeArguments[0])
            .OfType<INamedTypeSymbol>()
            .Any(v => Reads(v, other, seen));
    }

    /// <summary>An instant that was moved may lie outside of the years that columns hold, on which later arithmetic relies.</summary>
    private static bool MayFail(Feature feature) => feature.Value.MayFailToTotal()
        || (feature.Type.Kind is ScalarKind.DateTime && feature.Value.DescendantsAndSelf().Any(n => n is Binary { Type.Kind: ScalarKind.DateTime } and not Binary { Operator: BinaryOperator.Coalesce }));

    /// <summary>The view's keys and features as the columns of a dimension. Of a feature table there is a row wherever it is found, so its times are there.</summary>
    private static SourceSchema SchemaOf(BoundView view)
    {
        var plan = view.Plan;
        var keys = plan.Keys.Select(k => new SourceColumn(k.Property, k.Name, k.Type, ColumnRole.EntityKey, IsPii(plan, k.Value)));
        var features = plan.Features.Select(f => new SourceColumn(f.Property, f.Name, TypeOf(f), IsPii: IsPii(plan, f.Value)) { Precision = Approximation.PrecisionOf(f) });
        return new SourceSchema(plan.Name, SourceKind.View, plan.TypeName, keys.Concat(features).ToEquatableArray());

        ScalarType TypeOf(Feature feature) => view.Declaration.Table is null ? feature.Type : plan.Events.Column(feature.Property).Type;
    }

    private static bool IsPii(ViewPlan plan, Scalar value) =>
        value.DescendantsAndSelf().OfType<ColumnOf>().Any(c => plan.Source(c.Source).Column(c.Property).IsPii);
}
