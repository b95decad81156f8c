using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Compiler.Reach;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds records marked <c>[Label]</c>: as a feature view is bound, over outcomes in place of events and the future in place of the past.</summary>
public static class LabelBinder
{
    /// <summary>Binds a label.</summary>
    /// <param name="label">The marked record.</param>
    /// <param name="compilation">What it belongs to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null with diagnostics where the definition has no plan; null without where the type is no label or does not compile.</returns>
    public static BindResult<BoundView> Bind(INamedTypeSymbol label, Compilation compilation, CancellationToken cancellation) => Bind(label, compilation, cancellation, []);

    /// <summary>What is wrong with a label. One that was bound in this process, and that no engine refuses, is not bound again.</summary>
    /// <param name="label">The marked record.</param>
    /// <param name="compilation">What it belongs to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="engines">Engines whose refusals are reported too.</param>
    public static ImmutableArray<Diagnostic> Diagnose(INamedTypeSymbol label, Compilation compilation, CancellationToken cancellation, IReadOnlyCollection<EngineCapabilities> engines) =>
        Definition<BoundView>.Bound(label, compilation, Bind) is { Value: { } bound } known && !engines.Any(e => e.RefusalsOf(bound.Plan).Any())
            ? known.Diagnostics
            : Bind(label, compilation, cancellation, engines).Diagnostics;

    /// <summary>Binds a label, and reports what engines refuse.</summary>
    /// <param name="label">The marked record.</param>
    /// <param name="compilation">What it belongs to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="engines">The engines; the plan is the same for all.</param>
    /// <returns>Null with diagnostics where the definition has no plan; null without where the type is no label or does not compile.</returns>
    public static BindResult<BoundView> Bind(INamedTypeSymbol label, Compilation compilation, CancellationToken cancellation, IReadOnlyCollection<EngineCapabilities> engines)
    {
        var context = new BindingContext(compilation, cancellation, DefinitionKind.Label);
        if (Attributes.Find(label, "Label") is not { } attribute)
        {
            return context.Finish<BoundView>(null);
        }

        if (Attributes.Has(label, "FeatureView"))
        {
            context.Report(
                Rules.LabelDeclaration,
                Attributes.LocationOf(attribute, label, context.Cancellation),
                $"'{label.Name}' is marked as a label and as a feature view. Keep one: a record looks ahead or back, never both.");
            return context.Finish<BoundView>(null);
        }

        var header = ViewHeader.Bind(label, attribute, context);
        if (ViewBinder.BindDefinition(label, header, context, engines) is not { } bound)
        {
            return context.Finish<BoundView>(null);
        }

        // What could not be bound is reported where it stands, and may well be the window.
        if (!context.IsBroken && !bound.Plan.Features.SelectMany(f => f.Value.DescendantsAndSelf()).OfType<Aggregate>().Any())
        {
            context.Report(
                Rules.LabelWithoutFuture,
                Declarations.LocationOf(label),
                $"'{label.Name}' looks at no window, so nothing says when it is over. Compute its values of Next(length), for example g.Next(Days(60)).Any(x => …).");
        }

        return context.Finish(bound with { Plan = bound.Plan with { IsLabel = true } });
    }
}
