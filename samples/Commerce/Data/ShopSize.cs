namespace Commerce.Data;

/// <summary>How large a shop to make, and from which seed.</summary>
internal sealed record ShopSize
{
    public int Users { get; init; } = 20_000;

    public int Merchants { get; init; } = 500;

    /// <summary>Different events; about a hundredth of them is delivered twice.</summary>
    public long Purchases { get; init; } = 1_000_000;

    public int Labels { get; init; } = 50_000;

    public ulong Seed { get; init; } = 1;
}
