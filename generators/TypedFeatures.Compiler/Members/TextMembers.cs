using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Members;

/// <summary>Text.</summary>
internal static class TextMembers
{
    private const string WithComparison = "(System.String,System.StringComparison)";

    public static Dictionary<string, MemberHandler> All { get; } = new()
    {
        ["P:System.String.Length"] = Functions.Of(ScalarFunction.Length),
        ["M:System.String.Contains" + WithComparison] = Ordinal(ScalarFunction.Contains),
        ["M:System.String.StartsWith" + WithComparison] = Ordinal(ScalarFunction.StartsWith),
        ["M:System.String.EndsWith" + WithComparison] = Ordinal(ScalarFunction.EndsWith),
        ["M:System.String.Equals(System.String)"] = InstanceEquals,
        ["M:System.String.Equals" + WithComparison] = InstanceEquals,
        ["M:System.String.Equals(System.String,System.String)"] = StaticEquals,
        ["M:System.String.Equals(System.String,System.String,System.StringComparison)"] = StaticEquals,
        ["M:System.String.IsNullOrEmpty(System.String)"] = IsNullOrEmpty,
        ["M:TypedFeatures.Text.LowerAscii(System.String)"] = Functions.Of(ScalarFunction.LowerAscii),
        ["M:TypedFeatures.Text.UpperAscii(System.String)"] = Functions.Of(ScalarFunction.UpperAscii),
    };

    /// <summary>What to write instead of a method of <see cref="string"/> that depends on culture or on an engine's collation.</summary>
    public static string? Refusal(ISymbol method) => method.Name switch
    {
        "Contains" or "StartsWith" or "EndsWith" or "IndexOf" =>
            $"Without StringComparison.Ordinal the answer depends on culture and engine. Write {method.Name}(\"…\", StringComparison.Ordinal).",
        "ToLower" or "ToLowerInvariant" => "Engines lower other letters than .NET. Write Text.LowerAscii(…).",
        "ToUpper" or "ToUpperInvariant" => "Engines raise other letters than .NET. Write Text.UpperAscii(…).",
        "Compare" or "CompareTo" or "CompareOrdinal" => "Engines collate differently. Compare for equality.",
        _ => null,
    };

    private static MemberHandler Ordinal(ScalarFunction function) => use =>
    {
        if (!IsOrdinal(use, 1))
        {
            return null;
        }

        var receiver = use.PresentReceiver();
        var part = use.Argument(0);
        return receiver is null || part is null ? null : Build.Call(ScalarKind.Boolean, function, receiver, part);
    };

    private static Scalar? InstanceEquals(MemberUse use) =>
        IsOrdinal(use, 1) && use.PresentReceiver() is { } receiver && use.Binder.Bind(use.Arguments[0]) is { } other
            ? use.Binder.BindEquality(use.Operation, new ScalarValue(receiver), other)
            : null;

    private static Scalar? StaticEquals(MemberUse use) =>
        IsOrdinal(use, 2) && use.Binder.Bind(use.Arguments[0]) is { } left && use.Binder.Bind(use.Arguments[1]) is { } right
            ? use.Binder.BindEquality(use.Operation, left, right)
            : null;

    private static Scalar? IsNullOrEmpty(MemberUse use) => use.Argument(0) is { } text
        ? Build.Or(Build.IsNull(text), Build.Compare(BinaryOperator.Equal, text, new Constant(ScalarType.String, "")))
        : null;

    private static bool IsOrdinal(MemberUse use, int index)
    {
        if (index >= use.Arguments.Count || use.Arguments[index] is IFieldReferenceOperation { Field.Name: "Ordinal" })
        {
            return true;
        }

        use.Fail(Rules.CulturalText, $"'{ExpressionBinder.TextOf(use.Operation)}' depends on culture or case tables that engines do not share. Write StringComparison.Ordinal; for case use Text.LowerAscii(…) on both sides.");
        return false;
    }
}
