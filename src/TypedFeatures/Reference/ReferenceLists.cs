using TypedFeatures.Plans;

namespace TypedFeatures.Reference;

/// <summary>Lists and maps as the language defines them, over the admitted values of a window in order.</summary>
internal static class ReferenceLists
{
    public static FeatureList<TValue> FirstK<TValue>(this IEnumerable<TValue> values, int k)
        where TValue : notnull => Of(values.Take(Checked(k)));

    public static FeatureList<TValue> LatestK<TValue>(this IEnumerable<TValue> values, int k)
        where TValue : notnull => Of(values.Reverse().Take(Checked(k)));

    public static FeatureList<TValue> TopK<TValue>(this IEnumerable<TValue> values, int k)
        where TValue : notnull => MostFrequent(values, k);

    public static FeatureMap<TValue, long> CountBy<TValue>(this IEnumerable<TValue> values)
        where TValue : notnull => Counts(values);

    public static FeatureMap<TValue, long> SumBy<TValue>(this IEnumerable<(TValue Value, long Amount)> pairs)
        where TValue : notnull =>
        FeatureMap.Create(pairs
            .GroupBy(static pair => Plain(pair.Value), static pair => pair.Amount)
            .Select(static group => new KeyValuePair<TValue, long>(group.Key, checked((long)group.Aggregate(Int128.Zero, static (sum, amount) => sum + amount)))));

    public static FeatureMap<TValue, double> SumBy<TValue>(this IEnumerable<(TValue Value, double Amount)> pairs)
        where TValue : notnull =>
        FeatureMap.Create(pairs
            .GroupBy(static pair => Plain(pair.Value), static pair => pair.Amount)
            .Select(static group => new KeyValuePair<TValue, double>(group.Key, group.Sum() + 0d)));

    private static FeatureMap<TValue, long> Counts<TValue>(IEnumerable<TValue> values)
        where TValue : notnull =>
        FeatureMap.Create(values.GroupBy(Plain).Select(static group => new KeyValuePair<TValue, long>(group.Key, group.LongCount())));

    private static FeatureList<TValue> MostFrequent<TValue>(IEnumerable<TValue> values, int k)
        where TValue : notnull =>
        Of(values.GroupBy(static value => value)
            .OrderByDescending(static group => group.LongCount())
            .ThenBy(static group => group.Key, ValueOrder<TValue>.Ascending)
            .Select(static group => group.Key)
            .Take(Checked(k)));

    private static FeatureList<TValue> Of<TValue>(IEnumerable<TValue> values)
        where TValue : notnull => new([.. values.Select(Plain)]);

    /// <summary>−0 is 0.</summary>
    private static TValue Plain<TValue>(TValue value) => value switch
    {
        double number when number == 0 => (TValue)(object)0d,
        float number when number == 0 => (TValue)(object)0f,
        _ => value,
    };

    private static int Checked(int k) => k is >= 1 and <= (int)AggregateTable.LongestList
        ? k
        : throw new ArgumentOutOfRangeException(nameof(k), k, $"The length of a list is from 1 to {AggregateTable.LongestList}.");
}
