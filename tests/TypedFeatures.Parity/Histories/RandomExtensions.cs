namespace TypedFeatures.Parity;

public static class RandomExtensions
{
    public static T Pick<T>(this Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    public static bool Chance(this Random random, double probability) => random.NextDouble() < probability;

    public static T? OrNull<T>(this Random random, double probability, Func<T> value)
        where T : struct =>
        random.Chance(probability) ? null : value();

    public static float[]? VectorOrNull(this Random random, double probability, Func<float[]> value) =>
        random.Chance(probability) ? null : value();

    public static string? TextOrNull(this Random random, double probability, Func<string> value) =>
        random.Chance(probability) ? null : value();
}
