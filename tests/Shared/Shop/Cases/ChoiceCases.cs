using static Shop.Cases.HandRows;

namespace Shop.Cases;

internal static class ChoiceCases
{
    private static readonly CourierChoices None = new() { Courier = "ada" };

    /// <summary>One small parcel of one item that says nothing else: 1 &amp; 6 is 0, ^ 1 is 1, | ~−9 (8) is 9.</summary>
    private static readonly CourierChoices Plain = None with
    {
        ScoreBand = "unscored",
        Handling = "bag",
        SizeNumber = 1,
        FragileAndMany = false,
        OddBits = 9,
        Load = "one",
    };

    public static readonly HandParagraph All = new("Choices")
    {
        { "Without rows nothing is chosen but by counts", Rows(Array.Empty<Parcel>()), None },
        { "Null and false is false; null or false, null exclusive-or false, and not null are null", Rows(Scan(1, T)), Plain },
        {
            "Null or true is true; null and true, null exclusive-or true are null",
            Rows(Scan(1, T) with { Items = 4 }),
            Plain with { Handling = "ask", FragileAndMany = null, FragileOrMany = true, UnknownBoth = 1, OddBits = 4 ^ 1 | 8 }
        },
        {
            "True and true, true exclusive-or true",
            Rows(Scan(1, T) with { Items = 4, IsFragile = true }),
            Plain with { Handling = "crate", FragileAndMany = true, FragileOrMany = true, FragileXorMany = false, NotFragile = false, OddBits = 13 }
        },
        {
            "False and true, false exclusive-or true",
            Rows(Scan(1, T) with { Items = 4, IsFragile = false }),
            Plain with { FragileAndMany = false, FragileOrMany = true, FragileXorMany = true, NotFragile = true, OddBits = 13 }
        },
        {
            "True and false: the second arm's wildcard takes what the first refused",
            Rows(Scan(1, T) with { IsFragile = true }),
            Plain with { Handling = "box", FragileAndMany = false, FragileOrMany = true, FragileXorMany = true, NotFragile = false }
        },
        { "Arms are tried in order: below zero", Rows(Scan(1, T) with { Score = -1 }), Plain with { ScoreBand = "bad" } },
        { "Arms are tried in order: zero is not below itself", Rows(Scan(1, T) with { Score = 0 }), Plain with { ScoreBand = "fair" } },
        { "Arms are tried in order: a constant after a range that ends before it", Rows(Scan(1, T) with { Score = 5 }), Plain with { ScoreBand = "good" } },
        { "Arms are tried in order: what is left", Rows(Scan(1, T) with { Score = 5.5 }), Plain with { ScoreBand = "best" } },
        { "The number behind an enum is its value, not its place", Rows(Scan(1, T) with { Size = ParcelSize.Large }), Plain with { SizeNumber = 3 } },
        { "A shift to the right floors below zero", Rows(Scan(1, T) with { Cents = -5 }), Plain with { CentsShifted = -2 } },
        { "A shift keeps the sign of the smallest long", Rows(Scan(1, T) with { Cents = long.MinValue }), Plain with { CentsShifted = -2_305_843_009_213_693_952 } },
        { "Bits of a negative number", Rows(Scan(1, T) with { Items = -1 }), Plain with { OddBits = 15 } },
        {
            "A guard decides between arms: two are few, four are many",
            Rows(Scan(1, T), Scan(2, T), Scan(3, T), Scan(4, T)),
            Plain with { Load = "many" }
        },
        { "A guard holds for the arm it stands in", Rows(Scan(1, T), Scan(2, T)), Plain with { Load = "few" } },
    };
}
