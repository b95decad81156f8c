using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Binding;

namespace TypedFeatures.Compiler.Leakage;

/// <summary>Labels where features are made: a label looks ahead, and nothing that a model is fed may be made of it.</summary>
internal static class LabelUse
{
    /// <summary>The label that a symbol is, or is a member of; null where it is none.</summary>
    public static INamedTypeSymbol? Of(ISymbol symbol) =>
        (symbol as INamedTypeSymbol ?? symbol.ContainingType) is { } type && Attributes.Has(type, "Label") ? type : null;

    /// <summary>What to say of code that uses one.</summary>
    public static string Message(string code, INamedTypeSymbol label) =>
        $"'{code}' uses the label '{label.Name}', which looks ahead: a model that is fed it knows its answers. Read what is known by then, a feature view; train with store.Training(…).WithLabel({label.Name}.Label).";
}
