using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Members;

/// <summary>The members of nullable values.</summary>
internal static class NullableMembers
{
    public static Dictionary<string, MemberHandler> All { get; } = new()
    {
        ["P:System.Nullable`1.HasValue"] = use => Build.Not(Build.IsNull(use.Receiver!)),
        ["P:System.Nullable`1.Value"] = Value,
        ["M:System.Nullable`1.GetValueOrDefault"] = use => use.Binder.OrDefault(use.Operation, use.Receiver!),
        ["M:System.Nullable`1.GetValueOrDefault(`0)"] = OrGiven,
    };

    private static Scalar? Value(MemberUse use) =>
        use.Binder.Facts.IsNotNull(use.Receiver!)
            ? Build.Value(use.Receiver!)
            : use.Fail(
                Rules.UnprovenValue,
                $"'{ExpressionBinder.TextOf(use.Operation)}' fails where the value is null. Test it first (HasValue, is not null), or give a default with ??.");

    // What may fail is refused, as C# computes an argument whether or not there is a value; what ?? says is computed only where it is needed.
    private static Scalar? OrGiven(MemberUse use) => use.Argument(0) is not { } other ? null
        : Laziness.MayFail(other) ? use.Binder.Unsupported(
            use.Operation, $"'{ExpressionBinder.TextOf(use.Arguments[0])}' may fail, and C# computes it though there may be a value; write ?? instead")
        : use.Receiver!.Type.IsNullable ? use.Binder.OrElse(use.Operation, use.Receiver!, other)
        : use.Receiver;
}
