using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Members;

/// <summary>Handlers that many members share.</summary>
internal static class Functions
{
    /// <summary>A function of the receiver and the arguments; its type is the member's, null where an operand is.</summary>
    public static MemberHandler Of(ScalarFunction function) => use =>
        use.Operands() is { } operands ? Build.Call(KindOf(use), function, operands) : null;

    /// <summary>The same with a given result, for members whose C# type is not what is computed.</summary>
    public static MemberHandler Of(ScalarFunction function, ScalarKind result) => use =>
        use.Operands() is { } operands ? Build.Call(result, function, operands) : null;

    private static ScalarKind KindOf(MemberUse use)
    {
        var type = use.Member is IPropertySymbol property ? property.Type : ((IMethodSymbol)use.Member).ReturnType;
        return (ScalarTypes.TryMap(type) ?? throw new InvalidOperationException($"'{use.Member}' is registered as a function but has no scalar type.")).Kind;
    }
}
