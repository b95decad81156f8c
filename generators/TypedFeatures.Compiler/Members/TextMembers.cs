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
        ["M:System.String.IndexOf" + WithComparison] = Ordinal(ScalarFunction.IndexOf, ScalarKind.Int32),
        ["M:System.String.Replace(System.String,System.String)"] = Replace,
        ["M:System.String.Replace(System.String,System.String,System.StringComparison)"] = use => IsOrdinal(use, 2) ? Replace(use) : null,
        ["M:System.String.Concat(System.String,System.String)"] = Concat,
        ["M:System.String.Concat(System.String,System.String,System.String)"] = Concat,
        ["M:System.String.Concat(System.String,System.String,System.String,System.String)"] = Concat,
        ["M:System.Int32.ToString(System.IFormatProvider)"] = InvariantText,
        ["M:System.Int64.ToString(System.IFormatProvider)"] = InvariantText,
        ["M:System.Guid.ToString"] = Functions.Of(ScalarFunction.TextOf),
        ["M:System.Enum.ToString"] = EnumName,
        ["M:System.Enum.HasFlag(System.Enum)"] = HasFlag,
        ["M:TypedFeatures.Text.TrimAscii(System.String)"] = Functions.Of(ScalarFunction.TrimAscii),
        ["M:TypedFeatures.Text.Left(System.String,System.Int32)"] = Part(ScalarFunction.Left),
        ["M:TypedFeatures.Text.Right(System.String,System.Int32)"] = Part(ScalarFunction.Right),
        ["M:TypedFeatures.Text.Compare(System.String,System.String)"] = Functions.Of(ScalarFunction.CompareText),
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
        "Trim" or "TrimStart" or "TrimEnd" or "IsNullOrWhiteSpace" => "Engines take other characters for blank than .NET. Write Text.TrimAscii(…).",
        "Compare" or "CompareTo" or "CompareOrdinal" => "The order of UTF-16 units or of a culture is no engine's. Write Text.Compare(a, b), which orders by code point.",
        "Substring" or "Remove" or "Insert" or "get_Chars" or "this[]" => "Cut between two surrogates the text could not be stored. Write Text.Left(text, n) or Text.Right(text, n), which count code points, or test with StartsWith, EndsWith and Contains.",
        _ => null,
    };

    private static MemberHandler Ordinal(ScalarFunction function, ScalarKind result = ScalarKind.Boolean) => use =>
    {
        if (!IsOrdinal(use, 1))
        {
            return null;
        }

        var receiver = use.PresentReceiver();
        var part = use.Argument(0);
        return receiver is null || part is null ? null : Build.Call(result, function, receiver, part);
    };

    private static Scalar? Replace(MemberUse use)
    {
        if (use.PresentReceiver() is not { } text || use.Argument(0) is not { } part || use.Argument(1) is not { } by)
        {
            return null;
        }

        return part is Constant { Value: string { Length: > 0 } }
            ? Build.Call(ScalarKind.String, ScalarFunction.Replace, text, part, ExpressionBinder.OrEmpty(by))
            : use.Fail(Rules.UnsupportedExpression, $"The text replaced in '{ExpressionBinder.TextOf(use.Operation)}' must be a constant that is not empty: .NET fails for the empty text, engines do not.");
    }

    /// <summary>So many code points of a text.</summary>
    private static MemberHandler Part(ScalarFunction function) => use =>
        use.Operands() is not { } operands ? null
        : operands[1] is Constant { Value: int and > 0 } ? Build.Call(ScalarKind.String, function, operands)
        : use.Fail(Rules.UnsupportedExpression, $"The count in '{ExpressionBinder.TextOf(use.Operation)}' must be a constant from 1: below that it fails in .NET, and engines count from the other end.");

    private static Scalar? Concat(MemberUse use)
    {
        var parts = use.Arguments.Select(use.Binder.BindScalar).ToList();
        return parts.Contains(null) ? null : ExpressionBinder.Joined(parts.OfType<Scalar>());
    }

    private static Scalar? InvariantText(MemberUse use)
    {
        var provider = use.Arguments[0] is IConversionOperation conversion ? conversion.Operand : use.Arguments[0];
        return provider is IPropertyReferenceOperation { Property: { Name: "InvariantCulture", ContainingType.Name: "CultureInfo" } }
            ? use.PresentReceiver() is { } number ? Build.Call(ScalarKind.String, ScalarFunction.TextOf, number) : null
            : use.Fail(Rules.CulturalText, $"'{ExpressionBinder.TextOf(use.Operation)}' depends on culture. Write ToString(CultureInfo.InvariantCulture).");
    }

    /// <summary><c>HasFlag</c>: all bits of the flag are set, so a flag of no bits always is.</summary>
    private static Scalar? HasFlag(MemberUse use)
    {
        var boxed = use.Arguments[0] is IConversionOperation conversion ? conversion.Operand : use.Arguments[0];
        if (use.PresentReceiver() is not { } flags || use.Binder.BindScalar(boxed) is not { } flag)
        {
            return null;
        }

        return flags.Type.NumberOf is null ? use.Fail(Rules.UnsupportedExpression, $"'{ExpressionBinder.TextOf(use.Operation)}' asks for bits of what is stored by name. Compare with ==, or mark the enum [StoredAs(EnumStorage.Number)].")
            : flag.Type != flags.Type ? use.Fail(Rules.UnsupportedExpression, $"'{ExpressionBinder.TextOf(use.Operation)}' fails where the flag is null or of another enum. Ask for a flag of the same enum that cannot be null.")
            : Build.Compare(BinaryOperator.Equal, new Binary(flags.Type, BinaryOperator.BitAnd, flags, flag), flag);
    }

    private static Scalar? EnumName(MemberUse use) => use.PresentReceiver() switch
    {
        null => null,
        { Type.Kind: ScalarKind.Enum } member => Build.Call(ScalarKind.String, ScalarFunction.TextOf, member),
        _ => use.Fail(Rules.UnsupportedExpression, $"'{ExpressionBinder.TextOf(use.Operation)}' names what is a number here; choose the text with a switch expression."),
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
