namespace Commerce.Data;

/// <summary>What random numbers are drawn for: each purpose has numbers of its own, so that drawing more for one changes no other.</summary>
internal enum Purpose : ulong
{
    Basket = 1,
    Delivery,
    UserTaste,
    Merchant,
    LabelledMoment,
    ParityKeys,
    MerchantRisk,
    ParityAmount,
}

/// <summary>
/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014), seeded by purpose and index, so that
/// purchase 7,654,321 is made without the ones before it. Written here because <see cref="Random"/> may change between frameworks.
/// </summary>
internal struct RandomStream(ulong seed, Purpose purpose, long index)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong state = unchecked(Mix(Mix(seed + Step) ^ ((ulong)purpose * Step)) + ((ulong)index * 0xD1B54A32D192ED03));

    public ulong Next()
    {
        state = unchecked(state + Step);
        return Mix(state);
    }

    /// <summary>At least 0, less than 1, a multiple of 2⁻⁵³.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>At least 0, less than <paramref name="exclusiveMaximum"/>.</summary>
    public long NextInt64(long exclusiveMaximum) => (long)Math.BigMul(Next(), (ulong)exclusiveMaximum, out _);

    /// <summary>At least 0, less than <paramref name="exclusiveMaximum"/>.</summary>
    public int NextInt32(int exclusiveMaximum) => (int)NextInt64(exclusiveMaximum);

    public bool NextChance(double probability) => NextDouble() < probability;

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
