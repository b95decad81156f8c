using Microsoft.CodeAnalysis;

namespace TypedFeatures.Compiler.Diagnostics;

/// <summary>The diagnostics of changes of definitions that others rely on: TF3xxx.</summary>
public static class ContractRules
{
    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [];
}
