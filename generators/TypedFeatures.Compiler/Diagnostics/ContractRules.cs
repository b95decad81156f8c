using Microsoft.CodeAnalysis;

namespace TypedFeatures.Compiler.Diagnostics;

/// <summary>
/// The diagnostics of changes of definitions that others rely on: TF300x the lock file, TF301x what needs a new version, TF302x what is breaking, TF3030 personal data.
/// </summary>
public static class ContractRules
{
    /// <summary>The category of them all.</summary>
    public const string Category = "TypedFeatures.Contract";

    /// <summary>A lock file that cannot be read.</summary>
    public static readonly DiagnosticDescriptor UnreadableLockFile = new(
        "TF3001", "Lock file cannot be read", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3001.md", customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>An entry of the lock file that is missing or out of date.</summary>
    public static readonly DiagnosticDescriptor EntryOutOfDate = new(
        "TF3002", "Lock file does not have what the code says", "{0}", Category, DiagnosticSeverity.Warning, true,
        helpLinkUri: RulePages.Folder + "TF3002.md");

    /// <summary>An entry of the lock file whose record is gone, and that nobody relies on.</summary>
    public static readonly DiagnosticDescriptor EntryWithoutRecord = new(
        "TF3003", "Lock file has an entry that the code has not", "{0}", Category, DiagnosticSeverity.Warning, true,
        helpLinkUri: RulePages.Folder + "TF3003.md", customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>An attribute of the contract that will not do.</summary>
    public static readonly DiagnosticDescriptor ContractAttribute = new(
        "TF3004", "Attribute of the contract will not do", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3004.md");

    /// <summary>A vector that gained values, which moves those behind them.</summary>
    public static readonly DiagnosticDescriptor VectorGrowth = new(
        "TF3005", "Vector of a released service grows", "{0}", Category, DiagnosticSeverity.Warning, true,
        helpLinkUri: RulePages.Folder + "TF3005.md");

    /// <summary>Two records that are one version of a definition.</summary>
    public static readonly DiagnosticDescriptor SameVersion = new(
        "TF3006", "Two records are one version of a definition", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3006.md", customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>A released feature that computes something else.</summary>
    public static readonly DiagnosticDescriptor Transform = new(
        "TF3010", "Released feature is computed in another way", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3010.md");

    /// <summary>A released definition that reads something else.</summary>
    public static readonly DiagnosticDescriptor Source = new(
        "TF3011", "Released definition reads other rows", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3011.md");

    /// <summary>A released feature of a wider type, or one that can no longer be null.</summary>
    public static readonly DiagnosticDescriptor TypeWidened = new(
        "TF3012", "Released feature has a wider type or is no longer null", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3012.md");

    /// <summary>An enum that is stored in another way or has a member more.</summary>
    public static readonly DiagnosticDescriptor EnumGrown = new(
        "TF3013", "Enum of a released definition is stored otherwise or has another member", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3013.md");

    /// <summary>A feature that is never null and states no default, added to what is released.</summary>
    public static readonly DiagnosticDescriptor FeatureWithoutDefault = new(
        "TF3014", "Feature without a default is added to a released definition", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3014.md");

    /// <summary>An online store that forgets sooner.</summary>
    public static readonly DiagnosticDescriptor OnlineTtlShortened = new(
        "TF3015", "Online TTL of a released definition is shortened", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3015.md");

    /// <summary>A vector in another order, or of another view.</summary>
    public static readonly DiagnosticDescriptor VectorOrder = new(
        "TF3016", "Released service reads its views or orders its vector otherwise", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3016.md");

    /// <summary>A released feature that is gone.</summary>
    public static readonly DiagnosticDescriptor FeatureRemoved = new(
        "TF3020", "Released feature is removed or renamed", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3020.md");

    /// <summary>A released feature whose type holds fewer values, or others.</summary>
    public static readonly DiagnosticDescriptor TypeChanged = new(
        "TF3021", "Released feature has a narrower or another type", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3021.md");

    /// <summary>Another entity key.</summary>
    public static readonly DiagnosticDescriptor KeysChanged = new(
        "TF3022", "Entity key of a released definition is changed", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3022.md");

    /// <summary>An enum with a member less.</summary>
    public static readonly DiagnosticDescriptor EnumMemberRemoved = new(
        "TF3023", "Enum of a released definition lost a member", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3023.md");

    /// <summary>A released version whose record is gone.</summary>
    public static readonly DiagnosticDescriptor DefinitionRemoved = new(
        "TF3024", "Released version is gone", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3024.md", customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Personal data that is no longer marked so.</summary>
    public static readonly DiagnosticDescriptor PiiRemoved = new(
        "TF3030", "Released feature is no longer marked as personal data", "{0}", Category, DiagnosticSeverity.Error, true,
        helpLinkUri: RulePages.Folder + "TF3030.md");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        UnreadableLockFile, EntryOutOfDate, EntryWithoutRecord, ContractAttribute, VectorGrowth, SameVersion,
        Transform, Source, TypeWidened, EnumGrown, FeatureWithoutDefault, OnlineTtlShortened, VectorOrder,
        FeatureRemoved, TypeChanged, KeysChanged, EnumMemberRemoved, DefinitionRemoved,
        PiiRemoved,
    ];
}
