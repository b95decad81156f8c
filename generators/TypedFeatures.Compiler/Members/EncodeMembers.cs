using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Members;

/// <summary>The language's <c>Encode</c>: categories as numbers.</summary>
internal static class EncodeMembers
{
    private const string Encode = "M:TypedFeatures.Encode.";
    private const int LongestVector = 4096;

    public static Dictionary<string, MemberHandler> All { get; } = new()
    {
        [Encode + "Hash(System.String,System.Int32)"] = Hash,
        [Encode + "Hash(System.Nullable{System.Int64},System.Int32)"] = Hash,
        [Encode + "Hash(System.Nullable{System.Guid},System.Int32)"] = Hash,
        [Encode + "OneHot(System.String,System.String[])"] = OneHot,
        [Encode + "OneHot(System.Nullable{System.Int64},System.Int64[])"] = OneHot,
        [Encode + "OneHot``1(System.Nullable{``0})"] = OneHotOfEnum,
        [Encode + "OneHot``1(``0)"] = OneHotOfEnum,
    };

    private static Scalar? Hash(MemberUse use)
    {
        if (use.Argument(0) is not { } value)
        {
            return null;
        }

        return use.Binder.EvaluateConstant(use.Arguments[1]) is int and > 0 and var buckets
            ? Build.Call(ScalarKind.Int32, ScalarFunction.HashBucket, value.Type.Kind == ScalarKind.String ? value : Build.Call(ScalarKind.String, ScalarFunction.TextOf, value), new Constant(ScalarType.Int32, buckets))
            : Fail(use, use.Arguments[1], "hashes into a number of buckets that is no constant above zero. Write one, or name a const: the model's vector is as wide.");
    }

    private static Scalar? OneHot(MemberUse use)
    {
        if (use.Argument(0) is not { } value)
        {
            return null;
        }

        var categories = use.Binder.ConstantsOf(use.Arguments[1]);
        return categories is null ? Fail(use, use.Arguments[1], "has categories that are no constants. Write them one by one, or name a static readonly array of them.")
            : categories.Count is 0 or > LongestVector ? Fail(use, use.Arguments[1], $"has {categories.Count} categories; a vector has 1 to {LongestVector} numbers.")
            : categories.Distinct().Count() < categories.Count ? Fail(use, use.Arguments[1], "names a category twice, and the second place would always be zero. Name each once.")
            : Vector(value, categories);
    }

    private static Scalar? OneHotOfEnum(MemberUse use)
    {
        if (use.Argument(0) is not { } value)
        {
            return null;
        }

        return value.Type.Enum is { } type
            ? Vector(value, type.Members.Select(m => new Constant(value.Type.NonNullable, m.Name)).ToList())
            : Fail(use, use.Arguments[0], "is over an enum that is not stored by name. Cast it to long and name the numbers: Encode.OneHot((long?)x, 1, 2, 4).");
    }

    private static Scalar Vector(Scalar value, IReadOnlyList<Constant> categories) =>
        new Call(ScalarType.VectorOf(categories.Count), ScalarFunction.OneHot, new[] { value }.Concat(categories).ToEquatableArray());

    private static Scalar? Fail(MemberUse use, IOperation place, string message) =>
        use.Binder.FailScalar(Rules.EncodingArguments, place, $"'{ExpressionBinder.TextOf(use.Operation)}' {message}");
}
