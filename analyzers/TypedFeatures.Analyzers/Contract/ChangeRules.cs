using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Analyzers.Contract;

/// <summary>Which rule speaks of which change.</summary>
internal static class ChangeRules
{
    /// <summary>The rule of a change that is not compatible.</summary>
    public static DiagnosticDescriptor Of(ContractChangeKind kind) => kind switch
    {
        ContractChangeKind.Window or ContractChangeKind.Aggregate or ContractChangeKind.Transform or ContractChangeKind.Query or ContractChangeKind.Default => ContractRules.Transform,
        ContractChangeKind.Source or ContractChangeKind.EventTime or ContractChangeKind.EventId or ContractChangeKind.MaxAge or ContractChangeKind.Horizon => ContractRules.Source,
        ContractChangeKind.TypeWidened or ContractChangeKind.BecameNonNull => ContractRules.TypeWidened,
        ContractChangeKind.EnumStorage or ContractChangeKind.EnumMemberAdded or ContractChangeKind.EnumMembersReordered => ContractRules.EnumGrown,
        ContractChangeKind.EnumMemberRemoved => ContractRules.EnumMemberRemoved,
        ContractChangeKind.FeatureAdded => ContractRules.FeatureWithoutDefault,
        ContractChangeKind.OnlineTtlShortened => ContractRules.OnlineTtlShortened,
        ContractChangeKind.ServiceView or ContractChangeKind.VectorOrder => ContractRules.VectorOrder,
        ContractChangeKind.FeatureRemoved => ContractRules.FeatureRemoved,
        ContractChangeKind.TypeChanged or ContractChangeKind.VectorLength or ContractChangeKind.BecameNullable => ContractRules.TypeChanged,
        ContractChangeKind.Keys => ContractRules.KeysChanged,
        ContractChangeKind.DefinitionRemoved => ContractRules.DefinitionRemoved,
        ContractChangeKind.PiiRemoved => ContractRules.PiiRemoved,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Such a change is always compatible."),
    };
}
