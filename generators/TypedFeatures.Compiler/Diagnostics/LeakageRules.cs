using Microsoft.CodeAnalysis;

namespace TypedFeatures.Compiler.Diagnostics;

/// <summary>The diagnostics of what lets a model see in training what serving cannot know, and of what is not determined by a history: TF1010 and up.</summary>
public static class LeakageRules
{
    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [];
}
