using Commerce.Data;

namespace Commerce;

/// <summary>The shop's "now": the end of its 180 days, whenever the sample runs.</summary>
internal sealed class ShopClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => ShopCalendar.End;
}
