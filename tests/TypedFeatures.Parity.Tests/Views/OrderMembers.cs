using System.Globalization;
using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>Members of text, numbers and time: everything that is a function on an engine.</summary>
[FeatureView("order_members")]
public sealed partial record OrderMembers
{
    [EntityKey] public long OutletId { get; init; }
    public bool Seen { get; init; }
    public int? PlaceOfA { get; init; }
    public int? PlaceOfCategory { get; init; }
    public int? PlaceOfNothing { get; init; }
    public string? Replaced { get; init; }
    public string? Removed { get; init; }
    public string? Joined { get; init; }
    public string? Interpolated { get; init; }
    public string? Numbers { get; init; }
    public string? Trimmed { get; init; }
    public string? Labels { get; init; }
    public long NoteFirst { get; init; }
    public int? Order { get; init; }
    public double? Truncated { get; init; }
    public int? SignOfAmount { get; init; }
    public int? SignOfPrice { get; init; }
    public double? Clamped { get; init; }
    public long? ClampedPrice { get; init; }
    public double? Root { get; init; }
    public double? RootOfProduct { get; init; }
    public double? LogOfAmount { get; init; }
    public double? LogOfAmountMagnitude { get; init; }
    public double? Log2OfPrice { get; init; }
    public double? Log2OfPriceMagnitude { get; init; }
    public double Log10OfPrices { get; init; }
    public double Log10OfPricesMagnitude { get; init; }
    public double? ExpOfAmount { get; init; }
    public double? ExpOfAmountMagnitude { get; init; }
    public double? PowerOfAmount { get; init; }
    public double? PowerOfAmountMagnitude { get; init; }
    public double? LeastOfNothing { get; init; }
    public double? GreatestOfNothing { get; init; }
    public int? Microsecond { get; init; }
    public DateOnly? LastDay { get; init; }
    public int? LastDayNumber { get; init; }
    public DateOnly? DueLater { get; init; }
    public int? DaysToDue { get; init; }
    public DateTime? InDays { get; init; }
    public DateTime? InHours { get; init; }
    public DateTime? InHalfAMinute { get; init; }
    public DateTime? BackAgain { get; init; }
    public TimeSpan? OfMilliseconds { get; init; }
    public TimeSpan? OfMinutes { get; init; }
    public double? Shares { get; init; }
    public double? SharesOfWait { get; init; }
    public TimeSpan? Longest { get; init; }
    public TimeSpan? Opposite { get; init; }
    public TimeSpan? Twice { get; init; }
    public int? RestMilliseconds { get; init; }
    public int? RestMicroseconds { get; init; }
    public double? TotalMicroseconds { get; init; }
    public double? TotalMilliseconds { get; init; }
    public DateTime? Ends { get; init; }
    public long EndsLate { get; init; }
    public string Said { get; init; } = "";
    public DateTime NextWeek { get; init; }
    public DateOnly AsOfDay { get; init; }

    private static FeatureQuery<OrderMembers> Define(Events<Order> orders) =>
        from o in orders
        group o by o.OutletId into g
        let month = g.Last(Days(30))
        let day = g.Last(Days(1))
        select new OrderMembers
        {
            OutletId = g.Key,
            Seen = month.Any(),
            PlaceOfA = month.Max(x => x.Note?.IndexOf("a", StringComparison.Ordinal)),
            PlaceOfCategory = month.Latest(x => x.Note?.IndexOf(x.Category, StringComparison.Ordinal)),
            PlaceOfNothing = month.Latest(x => x.Category.IndexOf("", StringComparison.Ordinal)),
            Replaced = month.Latest(x => x.Note?.Replace("a", "\U0001F600")),
            Removed = month.Max(x => x.Note?.Replace("bc", null, StringComparison.Ordinal)),
            Joined = month.Latest(x => x.Category + "/" + x.Note + x.Region),
            Interpolated = month.Max(x => $"{x.Status}:{x.Channel} {x.Note}{{{x.Basket}}}"),
            Numbers = month.Latest(x => x.Quantity.ToString(CultureInfo.InvariantCulture) + "," + x.Price.ToString(CultureInfo.InvariantCulture)),
            Trimmed = month.Latest(x => Text.TrimAscii(" \t\n" + x.Note + "\r ")),
            Labels = month.Mode(x => x.Status.ToString() + string.Concat(x.Region, "-", x.Note)),
            NoteFirst = month.Count(x => x.Note != null && Text.Compare(x.Note, x.Category) < 0),
            Order = month.Latest(x => Text.Compare(x.Note ?? "", x.Category)),
            Truncated = month.Latest(x => x.Amount is { } a ? Math.Truncate(a) : 0),
            SignOfAmount = month.Latest(x => Math.Sign(x.Discount)),
            SignOfPrice = month.Min(x => Math.Sign(x.Price)),
            Clamped = month.Latest(x => Math.Clamp(x.Discount * 2, -1, 2.5)),
            ClampedPrice = month.Max(x => Math.Clamp(x.Price, 0, 1000)),
            Root = month.Latest(x => Numeric.Sqrt(x.Amount)),
            RootOfProduct = month.Max(x => Numeric.Sqrt(x.Amount * x.Discount) ?? -1),
            LogOfAmount = month.Latest(x => Numeric.Log(x.Amount)),
            LogOfAmountMagnitude = month.Latest(x => Numeric.Log(x.Amount) is { } log ? Math.Abs(log) : (double?)null),
            Log2OfPrice = month.Max(x => Numeric.Log2(x.Price)),
            Log2OfPriceMagnitude = month.Sum(x => Numeric.Log2(x.Price) is { } log ? Math.Abs(log) : 0),
            Log10OfPrices = month.Sum(x => Numeric.Log10(x.Price) ?? 0),
            Log10OfPricesMagnitude = month.Sum(x => Math.Abs(Numeric.Log10(x.Price) ?? 0)),
            ExpOfAmount = month.Latest(x => Numeric.Exp(x.Amount)),
            ExpOfAmountMagnitude = month.Latest(x => Numeric.Exp(x.Amount)),
            PowerOfAmount = month.Latest(x => Numeric.Pow(x.Amount, x.Discount)),
            PowerOfAmountMagnitude = month.Latest(x => Numeric.Pow(x.Amount, x.Discount) is { } power ? Math.Abs(power) : (double?)null),
            LeastOfNothing = month.Latest(x => Math.Min((x.Discount * 1e308 * 10) - (x.Discount * 1e308 * 10), 3)),
            GreatestOfNothing = month.Latest(x => Math.Max(3, (x.Discount * 1e308 * 10) - (x.Discount * 1e308 * 10))),
            Microsecond = month.Max(x => x.OccurredAt.Microsecond),
            LastDay = month.Latest(x => DateOnly.FromDateTime(x.OccurredAt)),
            LastDayNumber = month.Max(x => DateOnly.FromDateTime(x.OccurredAt).DayNumber),
            DueLater = month.Max(x => x.DueOn?.AddDays(x.Quantity)),
            DaysToDue = month.Min(x => checked(x.DueOn?.DayNumber - DateOnly.FromDateTime(x.OccurredAt).DayNumber)),
            InDays = month.Max(x => x.OccurredAt.AddDays(x.Quantity)),
            InHours = month.Min(x => x.PromisedAt?.AddHours(x.Points ?? 0)),
            InHalfAMinute = month.Latest(x => x.OccurredAt.AddMinutes(0.5).AddSeconds(-1.5)),
            BackAgain = month.Max(x => x.OccurredAt.Subtract(Hours(3)).Add(TimeSpan.FromHours(3))),
            OfMilliseconds = day.Max(x => TimeSpan.FromMilliseconds(x.Price)),
            OfMinutes = day.Latest(x => TimeSpan.FromMinutes(x.Quantity) - TimeSpan.FromDays(x.Quantity)),
            Shares = month.Latest(x => x.Duration / Hours(1)),
            SharesOfWait = month.Max(x => x.PromisedAt != x.OccurredAt && x.PromisedAt - x.OccurredAt != TimeSpan.Zero ? x.Duration / (x.PromisedAt - x.OccurredAt) : null),
            Longest = month.Max(x => x.Duration?.Duration()),
            Opposite = month.Min(x => x.Duration?.Negate()),
            Twice = day.Max(x => x.Duration + x.Duration),
            RestMilliseconds = month.Latest(x => x.Duration?.Milliseconds),
            RestMicroseconds = month.Latest(x => x.Duration?.Microseconds),
            TotalMicroseconds = month.Max(x => x.Duration?.TotalMicroseconds),
            TotalMilliseconds = month.Max(x => (x.Duration ?? TimeSpan.Zero).TotalMilliseconds),
            Ends = day.Max(x => x.OccurredAt + x.Duration),
            EndsLate = day.Count(x => x.OccurredAt - x.Duration > x.PromisedAt),
            Said = "said " + month.Latest(x => x.Note) + " " + month.Count().ToString(CultureInfo.InvariantCulture),
            NextWeek = g.AsOf.AddDays(7).Date,
            AsOfDay = DateOnly.FromDateTime(g.AsOf).AddDays(-1),
        };
}
