namespace Commerce.Data;

/// <summary>What is sold, for how much.</summary>
internal static class Assortment
{
    /// <summary>Mixed spellings on purpose: text is compared by code point.</summary>
    public static readonly string[] Categories = ["Groceries", "books", "Café", "electronics", "Gift cards", "gift wrap", "travel", "ZOO tickets"];

    private static readonly int[] TypicalPence = [2_400, 1_300, 650, 18_000, 5_000, 450, 32_000, 2_900];

    /// <summary>An amount of something or other.</summary>
    public static double Amount(ref RandomStream random) => Pence(random.NextInt32(Categories.Length), random.NextDouble()) / 100.0;

    /// <summary>An amount around a third of what is typical, with a long tail up to five times it.</summary>
    public static long Pence(int category, double uniform) =>
        (long)(TypicalPence[category] * (0.1 + (0.6 * uniform) + (4.3 * uniform * uniform * uniform * uniform * uniform)));
}
