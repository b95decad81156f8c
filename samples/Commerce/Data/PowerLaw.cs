namespace Commerce.Data;

/// <summary>
/// Picks ids 1, 2, … with a Zipf-like weight of id^−(1 − 1/root): the inverse of the continuous distribution is then a whole power,
/// so that the four basic operations suffice, which every machine rounds alike (<see cref="Math.Pow"/> it does not).
/// </summary>
internal sealed class PowerLaw
{
    private readonly int root;
    private readonly double span;

    /// <param name="count">How many ids there are.</param>
    /// <param name="root">2 for the exponent 0.5, 5 for 0.8.</param>
    public PowerLaw(int count, int root)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(root, 2);
        Count = count;
        this.root = root;
        span = Root(count + 1.0, root) - 1;
    }

    public int Count { get; }

    /// <summary>The id at a uniform number of 0 up to 1.</summary>
    public long At(double uniform) => Math.Min(Count, (long)Power(1 + (uniform * span), root));

    private static double Power(double value, int exponent)
    {
        var power = value;
        for (var i = 1; i < exponent; i++)
        {
            power *= value;
        }

        return power;
    }

    /// <summary>Newton's iteration from above, which falls until rounding stops it.</summary>
    private static double Root(double value, int root)
    {
        var guess = value;
        while (true)
        {
            var next = (((root - 1) * guess) + (value / Power(guess, root - 1))) / root;
            if (next >= guess)
            {
                return guess;
            }

            guess = next;
        }
    }
}
