using Microsoft.CodeAnalysis;

namespace TypedFeatures.Compiler.Diagnostics;

/// <summary>Every diagnostic of the binder. TF1xxx: values that engines would compute differently; TF2xxx: shapes that have no plan.</summary>
public static class Rules
{
    private const string Meaning = "TypedFeatures.Meaning";
    private const string Shape = "TypedFeatures.Shape";
    private const string Help = "docs/rules/";

    /// <summary>A divisor that may be zero.</summary>
    public static readonly DiagnosticDescriptor UnguardedDivision = new(
        "TF1001", "Division by a value that may be zero", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF1001.md");

    /// <summary>Integer arithmetic that wraps silently.</summary>
    public static readonly DiagnosticDescriptor UncheckedInteger = new(
        "TF1002", "Integer arithmetic is not checked", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF1002.md");

    /// <summary>A row that may be missing is read.</summary>
    public static readonly DiagnosticDescriptor MissingRowRead = new(
        "TF1003", "Left-joined row is read without a null check", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF1003.md");

    /// <summary>A text operation with another meaning on every engine.</summary>
    public static readonly DiagnosticDescriptor CulturalText = new(
        "TF1004", "Text operation differs between engines", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF1004.md");

    /// <summary>Arithmetic on <see cref="float"/>.</summary>
    public static readonly DiagnosticDescriptor FloatArithmetic = new(
        "TF1005", "Arithmetic on float", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF1005.md");

    /// <summary>An expression without a plan.</summary>
    public static readonly DiagnosticDescriptor UnsupportedExpression = new(
        "TF2001", "Expression is not supported in a feature", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF2001.md");

    /// <summary>A query operator without a plan.</summary>
    public static readonly DiagnosticDescriptor UnsupportedQuery = new(
        "TF2002", "Query shape is not supported", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF2002.md");

    /// <summary>A feature view whose declaration does not fit.</summary>
    public static readonly DiagnosticDescriptor ViewDeclaration = new(
        "TF2003", "Feature view is not declared as one", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF2003.md");

    /// <summary>A source whose declaration does not fit.</summary>
    public static readonly DiagnosticDescriptor SourceDeclaration = new(
        "TF2004", "Source is not declared as one", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF2004.md");

    /// <summary>A type that cannot be stored.</summary>
    public static readonly DiagnosticDescriptor UnsupportedType = new(
        "TF2005", "Type cannot be stored", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF2005.md");

    /// <summary>A window whose length is unknown or not positive.</summary>
    public static readonly DiagnosticDescriptor WindowLength = new(
        "TF2006", "Window length is not a positive constant", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF2006.md");

    /// <summary>An entity key that is not the group key.</summary>
    public static readonly DiagnosticDescriptor EntityKey = new(
        "TF2007", "Entity key is not the key of the group", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF2007.md");

    /// <summary>A join on something else than the dimension's key.</summary>
    public static readonly DiagnosticDescriptor JoinKey = new(
        "TF2008", "Join is not on the dimension's key", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF2008.md");

    /// <summary>A feature without a definition.</summary>
    public static readonly DiagnosticDescriptor FeatureAssignment = new(
        "TF2009", "Feature is never assigned", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF2009.md");

    /// <summary>Arithmetic that may fail on rows the as-of cannot see.</summary>
    public static readonly DiagnosticDescriptor FailureBeforeVisibility = new(
        "TF2010", "Arithmetic may fail before rows are known to be visible", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF2010.md");

    /// <summary>The online store forgets what a window still needs.</summary>
    public static readonly DiagnosticDescriptor ShortOnlineTtl = new(
        "TF2011", "OnlineTtl is shorter than the longest look-back", "{0}", Meaning, DiagnosticSeverity.Warning, true,
        helpLinkUri: Help + "TF2011.md");

    /// <summary>A value that may be null in a feature that cannot be.</summary>
    public static readonly DiagnosticDescriptor NullIntoFeature = new(
        "TF2012", "Value that may be null in a feature that cannot be null", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF2012.md");

    /// <summary>The value of something that may be null.</summary>
    public static readonly DiagnosticDescriptor UnprovenValue = new(
        "TF2013", "Value of something that may be null", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF2013.md");

    /// <summary>A targeted engine cannot express something.</summary>
    public static readonly DiagnosticDescriptor EngineRefuses = new(
        "TF2080", "Targeted engine cannot compute it", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF2080.md");

    /// <summary>A targeted engine that there is not.</summary>
    public static readonly DiagnosticDescriptor UnknownEngine = new(
        "TF2081", "Targeted engine is unknown", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: Help + "TF2081.md", customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        UnguardedDivision, UncheckedInteger, MissingRowRead, CulturalText, FloatArithmetic,
        UnsupportedExpression, UnsupportedQuery, ViewDeclaration, SourceDeclaration, UnsupportedType, WindowLength, EntityKey,
        JoinKey, FeatureAssignment, FailureBeforeVisibility, ShortOnlineTtl, NullIntoFeature, UnprovenValue,
        EngineRefuses, UnknownEngine,
    ];
}
