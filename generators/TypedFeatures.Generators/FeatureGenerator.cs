using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Emit;

namespace TypedFeatures.Generators;

/// <summary>
/// Compiles feature views and sources. Binding runs again at every edit, because it reads symbols; what it gives compares by value, so that
/// everything after it runs only where a definition changed. What cannot be bound is left out here and reported by the analyzers.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed partial class FeatureGenerator : IIncrementalGenerator
{
    private const string FeatureViewAttribute = "TypedFeatures.FeatureViewAttribute";
    private const string EventSourceAttribute = "TypedFeatures.EventSourceAttribute";
    private const string DimensionSourceAttribute = "TypedFeatures.DimensionSourceAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var views = Bound(context, FeatureViewAttribute, BindView, StepNames.BindViews);
        var targets = context.AnalyzerConfigOptionsProvider.Select(ReadTargets).WithTrackingName(StepNames.ReadTargets);
        var printed = views.Combine(targets).Select(Print).WithTrackingName(StepNames.PrintViews);
        var viewFiles = printed.Select(EmitView).WithTrackingName(StepNames.EmitViews);
        context.RegisterSourceOutput(viewFiles, AddFiles);

        var events = Bound(context, EventSourceAttribute, BindSource, StepNames.BindEventSources);
        var dimensions = Bound(context, DimensionSourceAttribute, BindSource, StepNames.BindDimensionSources);
        var sources = events.Collect().Combine(dimensions.Collect()).Select(InOrder).WithTrackingName(StepNames.CollectSources);
        var sourceFiles = sources.Select(EmitSources).WithTrackingName(StepNames.EmitSources);
        context.RegisterSourceOutput(sourceFiles, AddFiles);
    }

    private static IncrementalValuesProvider<T> Bound<T>(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        Func<GeneratorAttributeSyntaxContext, CancellationToken, T?> bind,
        string step)
        where T : class =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, static (_, _) => true, bind)
            .Where(static bound => bound is not null)
            .Select(static (bound, _) => bound!)
            .WithTrackingName(step);

    private static void AddFiles(SourceProductionContext context, Plans.EquatableArray<EmittedFile> files)
    {
        foreach (var file in files)
        {
            context.AddSource(file.HintName, Microsoft.CodeAnalysis.Text.SourceText.From(file.Text, System.Text.Encoding.UTF8));
        }
    }
}
