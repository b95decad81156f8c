using System.Globalization;
using System.Linq;
using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

/// <summary>What a courier's last parcel says through members of text, numbers and time, helpers and computed properties.</summary>
[FeatureView("courier_members")]
public sealed partial record CourierMembers
{
    private static readonly string[] Known = ["a", "b"];

    [EntityKey] public string Courier { get; init; } = "";
    public int? PlaceOfA { get; init; }
    public string? Replaced { get; init; }
    public string? Trimmed { get; init; }
    public string? Shown { get; init; }
    public int? AgainstWide { get; init; }
    public long KnownLabels { get; init; }
    public double? Truncated { get; init; }
    public int? Sign { get; init; }
    public double? Clamped { get; init; }
    public double? Root { get; init; }
    public int? Microsecond { get; init; }
    public DateOnly? DueNext { get; init; }
    public int? DueNumber { get; init; }
    public DateOnly? PickUpDay { get; init; }
    public DateTime? PickUpLater { get; init; }
    public TimeSpan? OfHours { get; init; }
    public double? TransitHours { get; init; }
    public TimeSpan? Transit { get; init; }
    public int? TransitRest { get; init; }
    public DateTime? Arrives { get; init; }
    public string? Grade { get; init; }
    public double? Value { get; init; }

    static FeatureQuery<CourierMembers> Define(Events<Parcel> parcels) =>
        from p in parcels
        group p by p.Courier into g
        let all = g.All
        select new CourierMembers
        {
            Courier = g.Key,
            PlaceOfA = all.Latest(p => p.Label?.IndexOf("a", StringComparison.Ordinal)),
            Replaced = all.Latest(p => p.Label?.Replace("aa", "b")),
            Trimmed = all.Latest(p => Text.TrimAscii(p.Label)),
            Shown = all.Latest(p => p.Label == null ? null : $"{p.Label}:{p.Size}/" + p.Items.ToString(CultureInfo.InvariantCulture)),
            AgainstWide = all.Latest(p => p.Label == null ? (int?)null : Text.Compare(p.Label, "\uFF5E")),
            KnownLabels = all.Count(p => p.Label != null && Known.Contains(p.Label)),
            Truncated = all.Latest(p => p.Score is { } score ? Math.Truncate(score) : (double?)null),
            Sign = all.Latest(p => p.Score is { } score ? Math.Sign(score) : (int?)null),
            Clamped = all.Latest(p => p.Score is { } score ? Math.Clamp(score, -1, 1.5) : (double?)null),
            Root = all.Latest(p => Numeric.Sqrt(p.Score)),
            Microsecond = all.Latest(p => p.PickedUpAt?.Microsecond),
            DueNext = all.Latest(p => p.DueOn?.AddDays(p.Items)),
            DueNumber = all.Latest(p => p.DueOn?.DayNumber),
            PickUpDay = all.Latest(p => p.PickedUpAt is { } at ? DateOnly.FromDateTime(at) : (DateOnly?)null),
            PickUpLater = all.Latest(p => p.PickedUpAt?.AddDays(p.Items).AddSeconds(-1.5)),
            OfHours = all.Latest(p => p.Transit == null ? (TimeSpan?)null : TimeSpan.FromHours(p.Items)),
            TransitHours = all.Latest(p => p.Transit / Hours(1)),
            Transit = all.Latest(p => p.Transit + p.Transit),
            TransitRest = all.Latest(p => p.Transit?.Milliseconds),
            Arrives = all.Latest(p => p.PickedUpAt + p.Transit),
            Grade = all.Latest(p => GradeOf(p.Score)),
            Value = all.Latest(p => p.Value),
        };

    private static string? GradeOf(double? score) => score switch { null => null, < 0 => "low", _ => "high" };
}
