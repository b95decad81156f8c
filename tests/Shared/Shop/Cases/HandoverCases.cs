using TypedFeatures;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

/// <summary>Enums stored as numbers, months and years, parts of texts, encodings.</summary>
internal static class HandoverCases
{
    private static readonly DepotHandovers None = new() { Depot = "north", UsualMarks = ParcelMarks.Upright };

    /// <summary>One handover that says nothing but how many months.</summary>
    private static readonly DepotHandovers Plain = None with
    {
        Marks = ParcelMarks.None,
        Others = (ParcelMarks)253,
        UsualMarks = ParcelMarks.None,
        Unmarked = 1,
        Combinations = 1,
        Number = 0,
        Carrier = Carrier.Own,
        OwnOrAbroad = 1,
        ByMarks = ByMarks((ParcelMarks.None, 1)),
        Size = [1, 0, 0],
    };

    public static readonly HandParagraph All = Build();

    private static HandParagraph Build()
    {
        var cases = new HandParagraph("Handovers")
        {
            { "A handover that says nothing has no flags, no month, no bucket", Rows(Hand(1)), Plain },
            { "A depot without handovers has the empty value: vectors of zeros, no bucket", Rows(Hand(1) with { Depot = "south" }), None },
            {
                "Flags are combined and taken apart; what is no member has its number",
                Rows(Hand(1) with { Marks = ParcelMarks.Fragile | ParcelMarks.Heavy | ParcelMarks.Upright, Asked = ParcelMarks.Heavy | ParcelMarks.Cold, Carrier = Carrier.Abroad }),
                Plain with
                {
                    Marks = (ParcelMarks)133, Both = ParcelMarks.Heavy, Others = (ParcelMarks)120, UsualMarks = (ParcelMarks)133, FragileOrHeavy = 1, AskedCold = 1,
                    Number = 133, Carrier = Carrier.Abroad, ByMarks = ByMarks(((ParcelMarks)133, 1)),
                }
            },
            {
                "Flags have the order of their numbers: of equally frequent ones the smallest is the mode",
                Rows(Hand(1) with { Marks = (ParcelMarks)96 }, Hand(2) with { Marks = ParcelMarks.Cold, Carrier = Carrier.Unknown }),
                Plain with
                {
                    Marks = ParcelMarks.Cold, Others = (ParcelMarks)255, UsualMarks = ParcelMarks.Cold, Unmarked = 0, Combinations = 2, Number = 2, Carrier = Carrier.Unknown,
                    ByMarks = ByMarks((ParcelMarks.Cold, 1), ((ParcelMarks)96, 1)),
                }
            },
            {
                "A month that is too short ends on its last day; 29 February is 28 February in a common year",
                Rows(Hand(1) with { PromisedAt = Utc(2024, 1, 31, 10) + Microsecond, DueOn = new DateOnly(2024, 2, 29) }),
                Plain with
                {
                    Later = Utc(2024, 2, 29, 10) + Microsecond, NextYear = Utc(2025, 1, 31, 10) + Microsecond, Finer = Utc(2024, 1, 31, 10),
                    DueLater = new DateOnly(2024, 3, 29), DueLastYear = new DateOnly(2023, 2, 28), DueStart = Utc(2024, 2, 29, 0), DueMorning = Utc(2024, 2, 29, 8) + Minutes(30),
                }
            },
            {
                "Months go back over the turn of the year and before 1970",
                Rows(Hand(1) with { PromisedAt = Utc(1970, 1, 1, 0) - Microsecond, DueOn = new DateOnly(1970, 8, 31), Months = -10 }),
                Plain with
                {
                    Size = [0, 0, 0], Later = Utc(1969, 3, 1, 0) - Microsecond, NextYear = Utc(1971, 1, 1, 0) - Microsecond, Finer = Utc(1970, 1, 1, 0) - Microseconds(13),
                    DueLater = new DateOnly(1969, 10, 31), DueLastYear = new DateOnly(1969, 8, 31), DueStart = Utc(1970, 8, 31, 0), DueMorning = Utc(1970, 8, 31, 8) + Minutes(30),
                }
            },
            {
                "Months reach the last month of the year 9999",
                Rows(Hand(1) with { PromisedAt = Utc(2300, 1, 1, 0) - Microsecond, DueOn = new DateOnly(2299, 12, 31), Months = 92_400 }),
                Plain with
                {
                    Size = [0, 0, 0], Later = new DateTime(9999, 12, 31, 23, 59, 59, 999, 999, DateTimeKind.Utc), NextYear = Utc(2301, 1, 1, 0) - Microsecond,
                    Finer = Utc(2300, 1, 1, 0) + Microseconds(92_397), DueLater = new DateOnly(9999, 12, 31), DueLastYear = new DateOnly(2298, 12, 31),
                    DueStart = Utc(2299, 12, 31, 0), DueMorning = Utc(2299, 12, 31, 8) + Minutes(30),
                }
            },
            {
                "Months reach the first month of the year 1",
                Rows(Hand(1) with { PromisedAt = Utc(1900, 3, 30, 1), DueOn = new DateOnly(1900, 3, 31), Months = -22_790 }),
                Plain with
                {
                    Size = [0, 0, 0], Later = Utc(1, 1, 30, 1), NextYear = Utc(1901, 3, 30, 1), Finer = Utc(1900, 3, 30, 1) - Microseconds(22_792),
                    DueLater = new DateOnly(1, 1, 31), DueLastYear = new DateOnly(1899, 3, 31), DueStart = Utc(1900, 3, 31, 0), DueMorning = Utc(1900, 3, 31, 8) + Minutes(30),
                }
            },
            {
                "Parts of texts and hashes are of code points, which are never cut",
                Rows(Hand(1) with { Note = "Z\u00FCrich\U0001F600" }),
                Plain with { Start = "Z\u00FCr", End = "h\U0001F600", Bucket = 722, MonthsBucket = 14 }
            },
            {
                "A known category is a one in its place; -1 and 12 are categories of integers",
                Rows(Hand(1) with { Note = "web", Months = 12 }),
                Plain with { Start = "web", End = "eb", Bucket = 451, MonthsBucket = 1, Channel = [1, 0], Size = [0, 0, 1] }
            },
            {
                "The empty text has a bucket, and parts that are empty",
                Rows(Hand(1) with { Note = "", Months = -3 }),
                Plain with { Start = "", End = "", Bucket = 353, MonthsBucket = 8, Size = [0, 0, 0] }
            },
            {
                "A key that is an enum's number holds numbers beyond int",
                Rows(Hand(1) with { Carrier = Carrier.Abroad, Marks = ParcelMarks.Heavy }, Hand(2) with { Carrier = Carrier.Abroad, Marks = (ParcelMarks)96 }, Hand(3)),
                new CarrierLoads { Carrier = Carrier.Abroad, Handovers = 2, GreatestMarks = (ParcelMarks)96, LastMarks = [(ParcelMarks)96, ParcelMarks.Heavy] }
            },
            {
                "Two names of one number are one entity",
                Rows(Hand(1) with { Carrier = Carrier.House }, Hand(2) with { Carrier = Carrier.Own, Marks = ParcelMarks.Cold }),
                new CarrierLoads { Carrier = Carrier.Own, Handovers = 2, GreatestMarks = ParcelMarks.Cold, LastMarks = [ParcelMarks.Cold, ParcelMarks.None] }
            },
        };
        AddFault(cases, "A month after the year 9999 fails", Hand(1) with { PromisedAt = Utc(2300, 1, 1, 0) - Microsecond, Months = 92_401 });
        AddFault(cases, "A month before the year 1 fails", Hand(1) with { PromisedAt = Utc(1900, 3, 30, 1), Months = -22_791 });
        AddFault(cases, "A date's month after the year 9999 fails", Hand(1) with { DueOn = new DateOnly(2299, 12, 31), Months = 92_401 });
        AddFault(cases, "Months beyond all years fail", Hand(1) with { PromisedAt = T, Months = int.MaxValue });
        AddFault(cases, "Months before all years fail", Hand(1) with { DueOn = new DateOnly(2024, 1, 1), Months = int.MinValue });
        return cases;
    }

    private static void AddFault(HandParagraph cases, string law, Handover handover) =>
        cases.AddFault<DepotHandovers>(law, Rows(handover), HandFault.OutOfTime, "north");

    private static ShopRows Rows(params Handover[] handovers) => new() { Handovers = handovers };

    private static Handover Hand(int id) => new() { HandoverId = id, HandedAt = T - Hours(10) + Minutes(id), Depot = "north", Carrier = Carrier.Own, Months = 1 };

    private static FeatureMap<ParcelMarks, long> ByMarks(params (ParcelMarks Marks, long Count)[] counts) =>
        FeatureMap.Create<ParcelMarks, long>([.. counts.Select(c => new KeyValuePair<ParcelMarks, long>(c.Marks, c.Count))]);

    private static DateTime Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);
}
