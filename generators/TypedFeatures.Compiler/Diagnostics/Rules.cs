using Microsoft.CodeAnalysis;

namespace TypedFeatures.Compiler.Diagnostics;

/// <summary>
/// The diagnostics of what definitions mean: TF1001 to TF1009 values that engines would compute differently, TF2xxx shapes that have no plan. What leaks, or is
/// not determined, is in <see cref="LeakageRules"/>; changes of released definitions are in <see cref="ContractRules"/>.
/// </summary>
public static class Rules
{
    private const string Meaning = "TypedFeatures.Meaning";
    private const string Shape = "TypedFeatures.Shape";

    /// <summary>The tag of errors that leave the plan as it is, so that a suppressed one leaves a feature that works.</summary>
    public const string PlanStands = "PlanStands";

    /// <summary>A divisor that may be zero.</summary>
    public static readonly DiagnosticDescriptor UnguardedDivision = new(
        "TF1001", "Division by a value that may be zero", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF1001.md");

    /// <summary>Integer arithmetic that wraps silently.</summary>
    public static readonly DiagnosticDescriptor UncheckedInteger = new(
        "TF1002", "Integer arithmetic is not checked", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF1002.md");

    /// <summary>A row that may be missing is read.</summary>
    public static readonly DiagnosticDescriptor MissingRowRead = new(
        "TF1003", "Left-joined row is read without a null check", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF1003.md");

    /// <summary>A text operation with another meaning on every engine.</summary>
    public static readonly DiagnosticDescriptor CulturalText = new(
        "TF1004", "Text operation differs between engines", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF1004.md");

    /// <summary>Arithmetic on <see cref="float"/>.</summary>
    public static readonly DiagnosticDescriptor FloatArithmetic = new(
        "TF1005", "Arithmetic on float", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF1005.md");

    /// <summary>An expression without a plan.</summary>
    public static readonly DiagnosticDescriptor UnsupportedExpression = new(
        "TF2001", "Expression is not supported in a feature", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2001.md");

    /// <summary>A query operator without a plan.</summary>
    public static readonly DiagnosticDescriptor UnsupportedQuery = new(
        "TF2002", "Query shape is not supported", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2002.md");

    /// <summary>A feature view whose declaration does not fit.</summary>
    public static readonly DiagnosticDescriptor ViewDeclaration = new(
        "TF2003", "Feature view is not declared as one", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2003.md");

    /// <summary>A source whose declaration does not fit.</summary>
    public static readonly DiagnosticDescriptor SourceDeclaration = new(
        "TF2004", "Source is not declared as one", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2004.md");

    /// <summary>A decimal of no known digits, or digits on what is no decimal.</summary>
    public static readonly DiagnosticDescriptor DecimalDigits = new(
        "TF2090", "Decimal without a precision", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2090.md");

    /// <summary>Something other than + − and comparison on decimals.</summary>
    public static readonly DiagnosticDescriptor DecimalOperation = new(
        "TF2091", "Operation on decimals wants a cast", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2091.md");

    /// <summary>Decimals whose scales do not meet.</summary>
    public static readonly DiagnosticDescriptor DecimalScale = new(
        "TF2092", "Scales of decimals differ", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2092.md");

    /// <summary>Decimals that may need more digits than there are.</summary>
    public static readonly DiagnosticDescriptor DecimalRange = new(
        "TF2093", "Decimal may have too many digits", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2093.md");

    /// <summary>A type that cannot be stored.</summary>
    public static readonly DiagnosticDescriptor UnsupportedType = new(
        "TF2005", "Type cannot be stored", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2005.md");

    /// <summary>A window whose length is unknown or not positive.</summary>
    public static readonly DiagnosticDescriptor WindowLength = new(
        "TF2006", "Window length is not a positive constant", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2006.md");

    /// <summary>An entity key that is not the group key.</summary>
    public static readonly DiagnosticDescriptor EntityKey = new(
        "TF2007", "Entity key is not the key of the group", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2007.md");

    /// <summary>A join on something else than the dimension's key.</summary>
    public static readonly DiagnosticDescriptor JoinKey = new(
        "TF2008", "Join is not on the dimension's key", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2008.md");

    /// <summary>A feature without a definition.</summary>
    public static readonly DiagnosticDescriptor FeatureAssignment = new(
        "TF2009", "Feature is never assigned", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2009.md");

    /// <summary>Arithmetic that may fail on rows the as-of cannot see.</summary>
    public static readonly DiagnosticDescriptor FailureBeforeVisibility = new(
        "TF2010", "Arithmetic may fail before rows are known to be visible", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2010.md");

    /// <summary>The online store forgets what a window still needs.</summary>
    public static readonly DiagnosticDescriptor ShortOnlineTtl = new(
        "TF2011", "OnlineTtl is shorter than the longest look-back", "{0}", Meaning, DiagnosticSeverity.Warning, true,
        helpLinkUri: RulePages.Folder + "TF2011.md");

    /// <summary>A value that may be null in a feature that cannot be.</summary>
    public static readonly DiagnosticDescriptor NullIntoFeature = new(
        "TF2012", "Value that may be null in a feature that cannot be null", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2012.md");

    /// <summary>The value of something that may be null.</summary>
    public static readonly DiagnosticDescriptor UnprovenValue = new(
        "TF2013", "Value of something that may be null", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2013.md");

    /// <summary>A switch expression that fails where no arm matches.</summary>
    public static readonly DiagnosticDescriptor NonExhaustiveSwitch = new(
        "TF2020", "Switch expression without an arm for every value", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2020.md");

    /// <summary>Something that jumps where an approximate value hardly changes.</summary>
    public static readonly DiagnosticDescriptor ApproximateStep = new(
        "TF2021", "Step over a value whose last bits differ", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2021.md");

    /// <summary>A window with an offset and a tile.</summary>
    public static readonly DiagnosticDescriptor OffsetAndTile = new(
        "TF2030", "Window has an offset and a tile", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2030.md");

    /// <summary>A parameter of an aggregate that is not constant or will not do.</summary>
    public static readonly DiagnosticDescriptor AggregateParameter = new(
        "TF2031", "Parameter of an aggregate will not do", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2031.md");

    /// <summary>A state that grows with the events of a busy entity.</summary>
    public static readonly DiagnosticDescriptor UnboundedState = new(
        "TF2032", "State of a busy entity grows with its events", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2032.md");

    /// <summary>A vector without a length that fits, or a length on what is no vector.</summary>
    public static readonly DiagnosticDescriptor VectorLength = new(
        "TF2040", "Vector without a length", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2040.md");

    /// <summary>A vector, list or map where a scalar is needed.</summary>
    public static readonly DiagnosticDescriptor CompositeUse = new(
        "TF2041", "Vector, list or map is used like a scalar", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2041.md");

    /// <summary>A list or map as a column of a source.</summary>
    public static readonly DiagnosticDescriptor CompositeColumn = new(
        "TF2042", "List or map as a column of a source", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2042.md");

    /// <summary>A list whose length is unknown or out of bounds.</summary>
    public static readonly DiagnosticDescriptor ListLength = new(
        "TF2043", "Length of a list is not a constant from 1 to 1000", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2043.md");

    /// <summary>A feature of a table that does not say what it is without a row.</summary>
    public static readonly DiagnosticDescriptor TableDefault = new(
        "TF2050", "Feature of a table has no value where there is no row", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2050.md");

    /// <summary>Streams that do not make one.</summary>
    public static readonly DiagnosticDescriptor UnmergeableStreams = new(
        "TF2051", "Streams cannot be merged", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2051.md");

    /// <summary>A label whose declaration does not fit.</summary>
    public static readonly DiagnosticDescriptor LabelDeclaration = new(
        "TF2060", "Label is not declared as one", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2060.md");

    /// <summary>A label that never looks ahead.</summary>
    public static readonly DiagnosticDescriptor LabelWithoutFuture = new(
        "TF2061", "Label does not look ahead", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2061.md");

    /// <summary>A feature that looks ahead.</summary>
    public static readonly DiagnosticDescriptor OutcomesInFeature = new(
        "TF2062", "Feature view sees outcomes", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2062.md");

    /// <summary>A label that looks back.</summary>
    public static readonly DiagnosticDescriptor EventsInLabel = new(
        "TF2063", "Label sees events of the past", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2063.md");

    /// <summary>A feature service whose declaration does not fit.</summary>
    public static readonly DiagnosticDescriptor ServiceDeclaration = new(
        "TF2070", "Feature service is not declared as one", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2070.md");

    /// <summary>Views of a service whose entity keys cannot be told apart, or cannot be one.</summary>
    public static readonly DiagnosticDescriptor ServiceKey = new(
        "TF2071", "Entity keys of a service contradict each other", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2071.md");

    /// <summary>A targeted engine cannot express something.</summary>
    public static readonly DiagnosticDescriptor EngineRefuses = new(
        "TF2080", "Targeted engine cannot compute it", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2080.md");

    /// <summary>A targeted engine that there is not.</summary>
    public static readonly DiagnosticDescriptor UnknownEngine = new(
        "TF2081", "Targeted engine is unknown", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2081.md", customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Another view that cannot be read as one.</summary>
    public static readonly DiagnosticDescriptor ViewParameter = new(
        "TF2100", "No view to read", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2100.md");

    /// <summary>A grid of snapshots that will not do.</summary>
    public static readonly DiagnosticDescriptor SnapshotGrid = new(
        "TF2101", "Grid of snapshots will not do", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2101.md");

    /// <summary>A view that may fail, joined by another.</summary>
    public static readonly DiagnosticDescriptor FailingView = new(
        "TF2102", "View that is joined may fail", "{0}", Meaning, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2102.md");

    /// <summary>A list, map or vector of a joined view.</summary>
    public static readonly DiagnosticDescriptor ViewComposite = new(
        "TF2103", "List, map or vector of a joined view", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2103.md");

    /// <summary>Categories or buckets that are not what they must be.</summary>
    public static readonly DiagnosticDescriptor EncodingArguments = new(
        "TF2110", "Categories or buckets of an encoding are not fixed", "{0}", Shape, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF2110.md");

    /// <summary>Every diagnostic of the product, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = new DiagnosticDescriptor[]
    {
        UnguardedDivision, UncheckedInteger, MissingRowRead, CulturalText, FloatArithmetic,
        UnsupportedExpression, UnsupportedQuery, ViewDeclaration, SourceDeclaration, UnsupportedType, WindowLength, EntityKey,
        JoinKey, FeatureAssignment, FailureBeforeVisibility, ShortOnlineTtl, NullIntoFeature, UnprovenValue,
        NonExhaustiveSwitch, ApproximateStep,
        OffsetAndTile, AggregateParameter, UnboundedState,
        VectorLength, CompositeUse, CompositeColumn, ListLength,
        TableDefault, UnmergeableStreams,
        LabelDeclaration, LabelWithoutFuture, OutcomesInFeature, EventsInLabel,
        ServiceDeclaration, ServiceKey,
        EngineRefuses, UnknownEngine,
        DecimalDigits, DecimalOperation, DecimalScale, DecimalRange,
        ViewParameter, SnapshotGrid, FailingView, ViewComposite,
        EncodingArguments,
    }.Concat(LeakageRules.All).Concat(ContractRules.All).OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
}
