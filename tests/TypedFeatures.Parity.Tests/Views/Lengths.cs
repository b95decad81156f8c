namespace TypedFeatures.Parity.Tests;

/// <summary>The window lengths of the views here, so that histories can put events exactly on their ends.</summary>
internal static class Lengths
{
    public static readonly TimeSpan[] All =
    [
        TimeSpan.FromMicroseconds(1),
        TimeSpan.FromMilliseconds(1500),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(36),
        TimeSpan.FromDays(1),
        TimeSpan.FromDays(7),
        TimeSpan.FromDays(30),
        TimeSpan.FromDays(90),
    ];

    /// <summary>The lengths of tiles, which are also the gaps of sessions.</summary>
    public static readonly TimeSpan[] Tiles = [TimeSpan.FromHours(1), TimeSpan.FromDays(1)];
}
