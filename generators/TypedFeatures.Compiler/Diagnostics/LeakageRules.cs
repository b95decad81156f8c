using Microsoft.CodeAnalysis;

namespace TypedFeatures.Compiler.Diagnostics;

/// <summary>
/// The diagnostics of what lets a model see in training what serving cannot know (TF1020 and up), and of what a history does not determine (TF1010 to TF1019).
/// </summary>
public static class LeakageRules
{
    private const string Determinism = "TypedFeatures.Determinism";
    private const string Leakage = "TypedFeatures.Leakage";

    /// <summary>The time of the machine where that of the feature is meant.</summary>
    public static readonly DiagnosticDescriptor WallClock = Refusing("TF1010", "Wall clock in a definition", Determinism);

    /// <summary>A value that is drawn and not derived.</summary>
    public static readonly DiagnosticDescriptor Chance = Refusing("TF1011", "Chance in a definition", Determinism);

    /// <summary>Files, networks, processes, the environment.</summary>
    public static readonly DiagnosticDescriptor Outside = Refusing("TF1012", "Definition reads what is outside of its sources", Determinism);

    /// <summary>A static field or property that can be assigned.</summary>
    public static readonly DiagnosticDescriptor MutableState = Refusing("TF1013", "Definition reads state that may change", Determinism);

    /// <summary>Hash codes, current cultures and their like.</summary>
    public static readonly DiagnosticDescriptor ProcessDependent = Refusing("TF1014", "Value depends on the process or its culture", Determinism);

    /// <summary>Instants or calendars of a time zone of the machine.</summary>
    public static readonly DiagnosticDescriptor LocalTime = Refusing("TF1015", "Local time in a definition", Determinism);

    /// <summary>Two computed doubles compared for equality.</summary>
    public static readonly DiagnosticDescriptor FloatingEquality = Standing("TF1016", "Equality of computed floating-point numbers", Determinism, DiagnosticSeverity.Warning);

    /// <summary>A test for NaN or infinity.</summary>
    public static readonly DiagnosticDescriptor NotANumber = Refusing("TF1017", "Not-a-number where the language has null", Determinism);

    /// <summary>A column marked [KnownAfterOutcome], by whatever path.</summary>
    public static readonly DiagnosticDescriptor KnownAfterOutcome = Standing("TF1020", "Feature depends on what is known after the outcome", Leakage, DiagnosticSeverity.Error);

    /// <summary>A record marked [Label] in what a model is fed.</summary>
    public static readonly DiagnosticDescriptor LabelInFeature = Refusing("TF1021", "Feature depends on a label", Leakage);

    /// <summary>When a row was loaded, taken for when something happened.</summary>
    public static readonly DiagnosticDescriptor IngestTimeAsValue = Standing("TF1022", "Ingest time used as a value", Leakage, DiagnosticSeverity.Warning);

    /// <summary>A guess, by name.</summary>
    public static readonly DiagnosticDescriptor EventTimeByName = Standing("TF1023", "Event time is named like an ingest time", Leakage, DiagnosticSeverity.Info);

    /// <summary>A dimension that knows only how things stand today.</summary>
    public static readonly DiagnosticDescriptor UnversionedDimension = Refusing("TF1024", "Dimension without history", Leakage);

    /// <summary>An outcome by key, in a window that ends before outcomes are final.</summary>
    public static readonly DiagnosticDescriptor ImmatureOutcome = Standing("TF1025", "Outcome aggregated before it is final", Leakage, DiagnosticSeverity.Error);

    /// <summary>A guess, by name.</summary>
    public static readonly DiagnosticDescriptor OutcomeByName = Standing("TF1026", "Column is named like an outcome", Leakage, DiagnosticSeverity.Info);

    /// <summary>An entity key or an event id among what a model is fed.</summary>
    public static readonly DiagnosticDescriptor IdentityAsFeature = Standing("TF1030", "Identity used as a feature", Leakage, DiagnosticSeverity.Warning);

    /// <summary>A rule that is silenced, and nobody says why.</summary>
    public static readonly DiagnosticDescriptor UnjustifiedSuppression = Standing("TF1040", "Suppression without a justification", Leakage, DiagnosticSeverity.Warning);

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        WallClock, Chance, Outside, MutableState, ProcessDependent, LocalTime, FloatingEquality, NotANumber,
        KnownAfterOutcome, LabelInFeature, IngestTimeAsValue, EventTimeByName, UnversionedDimension, ImmatureOutcome, OutcomeByName,
        IdentityAsFeature, UnjustifiedSuppression,
    ];

    /// <summary>What has no plan: there is nothing to generate, whatever is suppressed.</summary>
    private static DiagnosticDescriptor Refusing(string id, string title, string category) => new(
        id, title, "{0}", category, DiagnosticSeverity.Error, true, helpLinkUri: RulePages.Folder + id + ".md");

    /// <summary>What has a plan, which is generated: who suppresses the rule, with a reason, has the feature.</summary>
    private static DiagnosticDescriptor Standing(string id, string title, string category, DiagnosticSeverity severity) => new(
        id, title, "{0}", category, severity, true, helpLinkUri: RulePages.Folder + id + ".md", customTags: [Rules.PlanStands]);
}
