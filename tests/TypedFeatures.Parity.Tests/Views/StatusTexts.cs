using static TypedFeatures.Duration;

#pragma warning disable TF1020 // what features see of an outcome must agree on every engine

namespace TypedFeatures.Parity.Tests;

/// <summary>A composite key of a text and an enum; everything there is to do with text.</summary>
[FeatureView("status_texts")]
public sealed partial record StatusTexts
{
    [EntityKey] public required string Place { get; init; }
    [EntityKey] public OrderStatus Status { get; init; }
    public bool Seen { get; init; }
    public long Empty { get; init; }
    public long NoNote { get; init; }
    public long WithA { get; init; }
    public long StartsWithA { get; init; }
    public long EndsWithPercent { get; init; }
    public long SaysCategory { get; init; }
    public long IsCategory { get; init; }
    public long IsNotCategory { get; init; }
    public long IsAbc { get; init; }
    public long LowerAbc { get; init; }
    public long LongNotes { get; init; }
    public int? LongestNote { get; init; }
    public long LengthTotal { get; init; }
    public string? FavouriteLower { get; init; }
    public string? LeastLower { get; init; }
    public string? GreatestUpper { get; init; }
    public long LowerNotes { get; init; }
    public string? Last { get; init; }
    public string? LastOrCategory { get; init; }
    public string Shown { get; init; } = "";
    public bool LastIsFirst { get; init; }
    public int LastLength { get; init; }
    public bool LastStartsWithA { get; init; }
    public string? EverFirst { get; init; }
    public string? Band { get; init; }

    private static FeatureQuery<StatusTexts> Define(Events<Order> orders) =>
        from o in orders
        where o.Region is not null
        group o by new { o.Region, o.Status } into g
        let all = g.All
        let notes = g.Last(Days(30))
        select new StatusTexts
        {
            Place = g.Key.Region!,
            Status = g.Key.Status,
            Seen = all.Any(),
            Empty = notes.Count(x => x.Note == ""),
            NoNote = notes.Count(x => x.Note is null),
            WithA = notes.Count(x => x.Note != null && x.Note.Contains("a", StringComparison.Ordinal)),
            StartsWithA = notes.Count(x => x.Note?.StartsWith("A", StringComparison.Ordinal) == true),
            EndsWithPercent = notes.Count(x => x.Note?.EndsWith("%", StringComparison.Ordinal) ?? false),
            SaysCategory = notes.Count(x => x.Note != null && x.Note.Contains(x.Category, StringComparison.Ordinal)),
            IsCategory = notes.Count(x => x.Note == x.Category),
            IsNotCategory = notes.Count(x => x.Note != x.Category),
            IsAbc = notes.Count(x => x.Note is "abc" or "Abc"),
            LowerAbc = notes.Count(x => Text.LowerAscii(x.Note) == "abc"),
            LongNotes = notes.Count(x => x.Note?.Length > 2),
            LongestNote = notes.Max(x => x.Note?.Length),
            LengthTotal = notes.Sum(x => x.Category.Length),
            FavouriteLower = notes.Mode(x => Text.LowerAscii(x.Note)),
            LeastLower = notes.Min(x => Text.LowerAscii(x.Note)),
            GreatestUpper = notes.Max(x => Text.UpperAscii(x.Category)),
            LowerNotes = all.CountDistinct(x => Text.LowerAscii(x.Note)),
            Last = all.Latest(x => x.Note),
            LastOrCategory = notes.Latest(x => x.Note ?? x.Category),
            Shown = notes.Latest(x => x.Note) ?? all.First(x => x.Category) ?? "",
            LastIsFirst = all.Latest(x => x.Note) == all.First(x => x.Note),
            LastLength = all.Latest(x => x.Note)?.Length ?? -1,
            LastStartsWithA = all.Latest(x => x.Note)?.StartsWith("A", StringComparison.Ordinal) ?? false,
            EverFirst = all.First(x => x.ReturnReason),
            Band = notes.Latest(x => x.Quantity > 3 ? "many" : x.Quantity > 0 ? "few" : null),
        };
}
