namespace TypedFeatures.Generators;

/// <summary>The names of the pipeline's steps, by which tests ask what ran again and why.</summary>
public static class StepNames
{
    /// <summary>A marked record bound to its plan.</summary>
    public const string BindViews = nameof(BindViews);

    /// <summary>The engines that the project targets.</summary>
    public const string ReadTargets = nameof(ReadTargets);

    /// <summary>A plan hashed, lowered and printed for the targeted engines.</summary>
    public const string PrintViews = nameof(PrintViews);

    /// <summary>The C# of a view.</summary>
    public const string EmitViews = nameof(EmitViews);

    /// <summary>A record of events bound to its schema.</summary>
    public const string BindEventSources = nameof(BindEventSources);

    /// <summary>A record of a dimension bound to its schema.</summary>
    public const string BindDimensionSources = nameof(BindDimensionSources);

    /// <summary>All sources of the compilation, in a stable order.</summary>
    public const string CollectSources = nameof(CollectSources);

    /// <summary>The C# of all sources.</summary>
    public const string EmitSources = nameof(EmitSources);

    /// <summary>Every step, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [BindViews, ReadTargets, PrintViews, EmitViews, BindEventSources, BindDimensionSources, CollectSources, EmitSources];
}
