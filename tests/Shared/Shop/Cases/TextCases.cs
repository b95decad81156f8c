using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class TextCases
{
    public static readonly HandParagraph All = new("Text")
    {
        {
            "Order is by code point: surrogate pairs come after U+FF5E",
            Rows(Labelled(1, "\U0001F600"), Labelled(2, "\uFF5E")),
            PlainLabels with
            {
                FirstLabel = "\U0001F600",
                LatestLabel = "\uFF5E",
                LeastLabel = "\uFF5E",
                GreatestLabel = "\U0001F600",
                UsualLabel = "\uFF5E",
                Labels = 2,
                ShoutedLabel = "\uFF5E",
                LatestLabelLength = 1,
            }
        },
        {
            "Equality is by code point: case and composition make a difference",
            Rows(Labelled(1, "\u00E9"), Labelled(2, "e\u0301"), Labelled(3, "\u00C9")),
            PlainLabels with
            {
                FirstLabel = "\u00E9",
                LatestLabel = "\u00C9",
                LeastLabel = "e\u0301",
                GreatestLabel = "\u00E9",
                UsualLabel = "e\u0301",
                Labels = 3,
                ShoutedLabel = "\u00C9",
                LatestLabelLength = 1,
            }
        },
        {
            "Length is in UTF-16 units and case is ASCII's",
            Rows(Labelled(1, "\u00E9a\U0001F600z[`{")),
            PlainLabels with
            {
                FirstLabel = "\u00E9a\U0001F600z[`{",
                LatestLabel = "\u00E9a\U0001F600z[`{",
                LeastLabel = "\u00E9a\U0001F600z[`{",
                GreatestLabel = "\u00E9a\U0001F600z[`{",
                UsualLabel = "\u00E9a\U0001F600z[`{",
                Labels = 1,
                ShoutedLabel = "\u00E9A\U0001F600Z[`{",
                LatestLabelLength = 8,
            }
        },
        {
            "Empty text is a value",
            Rows(Labelled(1, "")),
            PlainLabels with { FirstLabel = "", LatestLabel = "", LeastLabel = "", GreatestLabel = "", UsualLabel = "", Labels = 1, ShoutedLabel = "", LatestLabelLength = 0 }
        },
    };

    private static Parcel Labelled(int id, string label) => Scan(id, T - Days(8)) with { Label = label };
}
