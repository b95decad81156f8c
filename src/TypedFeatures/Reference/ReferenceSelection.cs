using System.Diagnostics.CodeAnalysis;

namespace TypedFeatures.Reference;

/// <summary>Aggregates that pick one value, each for values and for references, which C# makes nullable in two ways.</summary>
internal static class ReferenceSelection
{
    public static TValue? MinimumOfValues<TValue>(this IEnumerable<TValue> values)
        where TValue : struct => TryGetLeast(values, ValueOrder<TValue>.Ascending, out var value) ? value : null;

    public static TValue? MinimumOfReferences<TValue>(this IEnumerable<TValue?> values)
        where TValue : class => TryGetLeast(values, ValueOrder<TValue?>.Ascending, out var value) ? value : null;

    public static TValue? MaximumOfValues<TValue>(this IEnumerable<TValue> values)
        where TValue : struct => TryGetLeast(values, ValueOrder<TValue>.Descending, out var value) ? value : null;

    public static TValue? MaximumOfReferences<TValue>(this IEnumerable<TValue?> values)
        where TValue : class => TryGetLeast(values, ValueOrder<TValue?>.Descending, out var value) ? value : null;

    public static TValue? ModeOfValues<TValue>(this IEnumerable<TValue> values)
        where TValue : struct => MostFrequent(values).MinimumOfValues();

    public static TValue? ModeOfReferences<TValue>(this IEnumerable<TValue?> values)
        where TValue : class => MostFrequent(values).MinimumOfReferences();

    public static TValue? LatestOfValues<TValue>(this IEnumerable<TValue> values)
        where TValue : struct
    {
        var all = values.ToArray();
        return all.Length == 0 ? null : all[^1];
    }

    public static TValue? LatestOfReferences<TValue>(this IEnumerable<TValue?> values)
        where TValue : class => values.LastOrDefault();

    public static TValue? FirstOfValues<TValue>(this IEnumerable<TValue> values)
        where TValue : struct
    {
        foreach (var value in values)
        {
            return value;
        }

        return null;
    }

    public static TValue? FirstOfReferences<TValue>(this IEnumerable<TValue?> values)
        where TValue : class => values.FirstOrDefault();

    private static bool TryGetLeast<TValue>(
        IEnumerable<TValue> values, IComparer<TValue> order, [MaybeNullWhen(false)] out TValue least)
    {
        var found = false;
        least = default;
        foreach (var value in values)
        {
            if (!found || order.Compare(value, least) < 0)
            {
                found = true;
                least = value;
            }
        }

        return found;
    }

    private static IEnumerable<TValue> MostFrequent<TValue>(IEnumerable<TValue> values)
    {
        var groups = values.GroupBy(static value => value).Select(static group => (Value: group.Key, Count: group.Count())).ToArray();
        var most = groups.Select(static group => group.Count).DefaultIfEmpty().Max();
        return groups.Where(group => group.Count == most).Select(static group => group.Value);
    }
}
