namespace TypedFeatures.Online;

/// <summary>Percentiles of sorted values.</summary>
internal static class Interpolated
{
    /// <summary>The value at <paramref name="p"/> · (n − 1), between two of them linearly.</summary>
    /// <param name="sorted">At least one finite value, in ascending order.</param>
    /// <param name="p">From 0 to 1.</param>
    public static double At(ReadOnlySpan<double> sorted, double p)
    {
        var place = p * (sorted.Length - 1);
        var low = (int)Math.Floor(place);
        var part = place - low;
        if (part == 0)
        {
            return sorted[low];
        }

        // Not low + part · (high − low): the difference of two doubles may be infinite. The bounds keep rounding inside.
        var (from, to) = (sorted[low], sorted[low + 1]);
        return Math.Clamp((from * (1 - part)) + (to * part), from, to);
    }
}
