using System.Text.Json;

namespace TypedFeatures.Lookahead;

/// <summary>Compares lists and maps as files have them; numbers, which may be sums, as doubles.</summary>
internal static class JsonComparison
{
    /// <summary>Whether both say the same; null, which is a map that holds what is not finite, is the same as null alone.</summary>
    public static bool IsSame(string? left, string? right, Func<double, double, bool> isClose)
    {
        if (left == right || left is null || right is null)
        {
            return left == right;
        }

        using var one = JsonDocument.Parse(left);
        using var other = JsonDocument.Parse(right);
        return IsSame(one.RootElement, other.RootElement, isClose);
    }

    private static bool IsSame(JsonElement left, JsonElement right, Func<double, double, bool> isClose) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.Array, JsonValueKind.Array) =>
            left.GetArrayLength() == right.GetArrayLength() && left.EnumerateArray().Zip(right.EnumerateArray()).All(p => IsSame(p.First, p.Second, isClose)),
        (JsonValueKind.Object, JsonValueKind.Object) =>
            left.EnumerateObject().Select(p => p.Name).SequenceEqual(right.EnumerateObject().Select(p => p.Name))
            && left.EnumerateObject().Zip(right.EnumerateObject()).All(p => IsSame(p.First.Value, p.Second.Value, isClose)),
        (JsonValueKind.Number, JsonValueKind.Number) => left.GetRawText() == right.GetRawText() || isClose(left.GetDouble(), right.GetDouble()),
        _ => left.ValueKind == right.ValueKind && left.GetRawText() == right.GetRawText(),
    };
}
