using System.Globalization;
using Commerce.Domain;

namespace Commerce.Data;

/// <summary>
/// The shop's purchases, in order of event time, made one by one from their index: any part of the stream can be made again without the rest, and none of it is ever held in memory.
/// </summary>
internal sealed class PurchaseStream(ShopSize size)
{
    /// <summary>How many purchases back a refund or a repeated delivery may lie.</summary>
    private const int Reach = 5_000;

    private const double RefundShare = 0.04;
    private const double SplitShare = 0.01;
    private const double AgainShare = 0.01;
    private const double PendingShare = 0.03;
    private const double NullAmountShare = 0.02;
    private const double LateShare = 0.03;
    private const double AheadShare = 0.002;
    private const int Favourites = 3;
    private const double FavouriteShare = 0.97;

    private readonly PowerLaw users = new(size.Users, root: 5);
    private readonly PowerLaw merchants = new(size.Merchants, root: 2);

    private enum Kind
    {
        Purchase,

        /// <summary>The money of an earlier purchase goes back: a row of its own.</summary>
        Refund,

        /// <summary>A second row of the basket before, at the same instant.</summary>
        Split,
    }

    public ShopSize Size => size;

    /// <summary>The whole stream: every purchase, and after some of them an earlier one again.</summary>
    public IEnumerable<Delivery> Deliveries() => Deliveries(0, size.Purchases);

    /// <summary>A part of the stream.</summary>
    public IEnumerable<Delivery> Deliveries(long start, long end)
    {
        for (var i = start; i < end; i++)
        {
            yield return new Delivery(i, isAgain: false);
            if (new RandomStream(size.Seed, Purpose.Delivery, i).NextChance(AgainShare))
            {
                yield return new Delivery(i, isAgain: true);
            }
        }
    }

    /// <summary>Who a row is about, without making the row.</summary>
    public (long UserId, long MerchantId) KeysOf(Delivery delivery)
    {
        var basket = BasketOf(Source(PurchaseIndexOf(delivery)).Basket);
        return (basket.UserId, basket.MerchantId);
    }

    /// <summary>The purchase a row speaks of: its own, or the earlier one that it repeats.</summary>
    public long PurchaseIndexOf(Delivery delivery)
    {
        if (!delivery.IsAgain)
        {
            return delivery.Index;
        }

        var random = AgainRandom(delivery.Index);
        return delivery.Index - random.NextInt64(Math.Min(delivery.Index + 1, Reach));
    }

    /// <summary>Makes a row.</summary>
    public Purchase Row(Delivery delivery)
    {
        var purchase = First(PurchaseIndexOf(delivery));
        if (!delivery.IsAgain)
        {
            return purchase;
        }

        var random = AgainRandom(delivery.Index);
        random.Next();
        var later = purchase.IngestedAt.AddSeconds(1 + random.NextInt32(20 * 86_400));
        return random.NextInt32(4) switch
        {
            0 => purchase,
            1 => purchase with { IngestedAt = later },
            _ => purchase with { IngestedAt = later, ChargedBack = true },
        };
    }

    /// <summary>A user's id picked as buyers are.</summary>
    public long UserAt(double uniform) => users.At(uniform);

    /// <summary>A merchant that a user may go to: mostly one of few favourites, sometimes any.</summary>
    public long MerchantFor(long userId, ref RandomStream random)
    {
        var any = merchants.At(random.NextDouble());
        var isFavourite = random.NextChance(FavouriteShare);
        var favourite = random.NextInt32(Favourites);
        if (!isFavourite)
        {
            return any;
        }

        var taste = new RandomStream(size.Seed, Purpose.UserTaste, (userId * Favourites) + favourite);
        return merchants.At(taste.NextDouble());
    }

    private RandomStream AgainRandom(long index)
    {
        var random = new RandomStream(size.Seed, Purpose.Delivery, index);
        random.Next();
        return random;
    }

    /// <summary>What sort of row a purchase is, and whose basket it is about.</summary>
    private (Kind Kind, long Basket) Source(long index)
    {
        var random = new RandomStream(size.Seed, Purpose.Basket, index);
        var kind = random.NextDouble();
        return index == 0 || kind >= RefundShare + SplitShare ? (Kind.Purchase, index)
            : kind < RefundShare ? (Kind.Refund, index - 1 - random.NextInt64(Math.Min(index, Reach)))
            : (Kind.Split, index - 1);
    }

    private Basket BasketOf(long index)
    {
        var random = new RandomStream(size.Seed, Purpose.Basket, index);
        random.Next();
        random.Next();
        var user = users.At(random.NextDouble());
        var merchant = MerchantFor(user, ref random);
        var isUsual = random.NextChance(0.6);
        var any = random.NextInt32(Assortment.Categories.Length);
        var category = isUsual ? (int)(merchant % Assortment.Categories.Length) : any;
        return new Basket(user, merchant, category, Assortment.Pence(category, random.NextDouble()));
    }

    private DateTime TimeOf(long index)
    {
        var jitter = new RandomStream(size.Seed, Purpose.Basket, ~index).NextDouble();
        return ShopCalendar.At((index + jitter) / size.Purchases);
    }

    /// <summary>A purchase as first delivered.</summary>
    private Purchase First(long index)
    {
        var (kind, basketIndex) = Source(index);
        var basket = BasketOf(basketIndex);
        var item = kind == Kind.Split ? BasketOf(index) : basket;
        var occurred = TimeOf(kind == Kind.Split ? basketIndex : index);
        var random = new RandomStream(size.Seed, Purpose.Delivery, ~index);
        var isPending = random.NextChance(PendingShare);
        var hasAmount = !random.NextChance(NullAmountShare);
        return new Purchase
        {
            EventId = string.Create(CultureInfo.InvariantCulture, $"P{index:D9}"),
            OccurredAt = occurred,
            IngestedAt = occurred + Delay(ref random),
            UserId = basket.UserId,
            MerchantId = basket.MerchantId,
            Amount = hasAmount ? item.Pence / 100.0 : null,
            Category = Assortment.Categories[item.Category],
            Status = kind == Kind.Refund ? OrderStatus.Refunded : isPending ? OrderStatus.Pending : OrderStatus.Completed,
            Email = EmailOf(basket.UserId, random.NextInt32(10)),
        };
    }

    /// <summary>From event to ingestion: seconds as a rule, up to two days for a few, and a very few are booked ahead of their time.</summary>
    private static TimeSpan Delay(ref RandomStream random)
    {
        var kind = random.NextDouble();
        var size = random.NextDouble();
        return kind < LateShare ? TimeSpan.FromMilliseconds(60_000 + (long)(size * size * (2 * 86_400_000 - 60_000)))
            : kind < LateShare + AheadShare ? TimeSpan.FromMilliseconds(-(long)(size * 86_400_000))
            : TimeSpan.FromMilliseconds(200 + (long)(size * size * 30_000));
    }

    private static string? EmailOf(long userId, int choice) => choice switch
    {
        < 2 => null,
        9 when userId % 7 == 0 => string.Create(CultureInfo.InvariantCulture, $"buyer{userId}@corp.example"),
        _ => string.Create(CultureInfo.InvariantCulture, $"user{userId}@example.com"),
    };
}
