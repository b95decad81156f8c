namespace TypedFeatures.Generators;

/// <summary>The names of the pipeline's steps, by which tests ask what ran again and why.</summary>
public static class StepNames
{
    /// <summary>A marked declaration, and the files it can see.</summary>
    public const string FindDefinitions = nameof(FindDefinitions);

    /// <summary>All definitions of a kind that are not bound yet, bound on all cores.</summary>
    public const string BindAhead = nameof(BindAhead);

    /// <summary>A marked record bound to its plan.</summary>
    public const string BindViews = nameof(BindViews);

    /// <summary>The engines that the project targets.</summary>
    public const string ReadTargets = nameof(ReadTargets);

    /// <summary>All of a kind that are not printed yet, printed and emitted on all cores.</summary>
    public const string PrintAhead = nameof(PrintAhead);

    /// <summary>A plan hashed, lowered and printed for the targeted engines.</summary>
    public const string PrintViews = nameof(PrintViews);

    /// <summary>The C# of a view.</summary>
    public const string EmitViews = nameof(EmitViews);

    /// <summary>A marked label bound to its plan.</summary>
    public const string BindLabels = nameof(BindLabels);

    /// <summary>A label's plan hashed, lowered and printed for every engine.</summary>
    public const string PrintLabels = nameof(PrintLabels);

    /// <summary>The C# of a label.</summary>
    public const string EmitLabels = nameof(EmitLabels);

    /// <summary>A service bound to its plan, its views' plans included.</summary>
    public const string BindServices = nameof(BindServices);

    /// <summary>A service's plan hashed, lowered and printed for every engine.</summary>
    public const string PrintServices = nameof(PrintServices);

    /// <summary>The C# of a service.</summary>
    public const string EmitServices = nameof(EmitServices);

    /// <summary>A record of events bound to its schema.</summary>
    public const string BindEventSources = nameof(BindEventSources);

    /// <summary>A record of a dimension bound to its schema.</summary>
    public const string BindDimensionSources = nameof(BindDimensionSources);

    /// <summary>A feature table bound to the schema of its rows.</summary>
    public const string BindTableSources = nameof(BindTableSources);

    /// <summary>All sources of the compilation, in a stable order.</summary>
    public const string CollectSources = nameof(CollectSources);

    /// <summary>The C# of all sources.</summary>
    public const string EmitSources = nameof(EmitSources);

    /// <summary>Every step, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        FindDefinitions, BindAhead, BindViews, ReadTargets, PrintAhead, PrintViews, EmitViews, BindLabels, PrintLabels, EmitLabels,
        BindServices, PrintServices, EmitServices,
        BindEventSources, BindDimensionSources, BindTableSources, CollectSources, EmitSources,
    ];
}
