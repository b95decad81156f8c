namespace TypedFeatures.Reference;

/// <summary>Sums and means of vectors as the language defines them. The sum of no vectors gets its length from the feature that it is assigned to.</summary>
internal static class ReferenceVectors
{
    public static float[] Sum(IEnumerable<float[]?> values) => Totals(values, out _) is { } totals ? Rounded(totals, 1) : [];

    public static float[]? Average(IEnumerable<float[]?> values) => Totals(values, out var count) is { } totals ? Rounded(totals, count) : null;

    private static double[]? Totals(IEnumerable<float[]?> values, out long count)
    {
        double[]? totals = null;
        count = 0;
        foreach (var vector in values)
        {
            totals ??= new double[vector!.Length];
            for (var i = 0; i < totals.Length; i++)
            {
                totals[i] += vector![i];
            }

            count++;
        }

        return totals;
    }

    private static float[] Rounded(double[] totals, long divisor) => Array.ConvertAll(totals, total => (float)(total / divisor) + 0f);
}
