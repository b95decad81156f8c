using System.Globalization;
using System.Text;

namespace TypedFeatures.Compiler.Benchmarks.Shop;

/// <summary>
/// Writes feature views like those of the sample: five to eight features each over two to four windows, half of them over joined rows, some over sessions or
/// the whole past, no two the same. The same number gives the same view on every machine.
/// </summary>
internal static class ShopViews
{
    private static readonly string[] Windows =
        ["g.Last(Hours(1))", "g.Last(Hours(24))", "g.Last(Days(7))", "g.Last(Days(14))", "g.Last(Days(30))", "g.Last(Days(90))", "g.All", "g.CurrentSession(Hours(4), max: Days(2))"];

    private static readonly string[] WindowNames = ["hour", "day", "week", "fortnight", "month", "quarter", "everything", "session"];

    public static string NameOf(int index) => "View" + index.ToString("000", CultureInfo.InvariantCulture);

    /// <summary>The file of one view.</summary>
    public static string File(int index)
    {
        var random = new Random(index);
        var source = ShopSources.Events[index % ShopSources.Events.Count];
        var join = JoinOf(index);
        var key = KeyOf(index);
        var windows = Enumerable.Range(0, 6).Concat(index % 5 == 1 ? [6] : []).Concat(index % 20 == 3 ? [7] : [])
            .OrderBy(_ => random.Next()).Take(2 + (index % 3)).ToArray();
        var features = FeaturesOf(join, random, 5 + (index % 4), windows);
        var name = NameOf(index);
        var row = join == JoinKind.None ? "p" : "x.p";
        var text = new StringBuilder();
        text.Append($$"""
            using System;
            using TypedFeatures;
            using static TypedFeatures.Duration;

            namespace {{ShopSources.Namespace}};

            /// <summary>View number {{index}} over {{source.ToLowerInvariant()}}s.</summary>
            [FeatureView("{{name.ToLowerInvariant()}}", Version = 1, Owner = "growth-ml", Freshness = "1h")]
            public sealed partial record {{name}}
            {

            """);
        foreach (var part in key)
        {
            text.Append(CultureInfo.InvariantCulture, $"    [EntityKey]\n    public long {part} {{ get; init; }}\n\n");
        }

        foreach (var feature in features)
        {
            text.Append(CultureInfo.InvariantCulture, $"    /// <summary>{feature.Summary}.</summary>\n    public {feature.Type} {feature.Name} {{ get; init; }}{(feature.Type == "string" ? " = \"\";" : "")}\n\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"    private static FeatureQuery<{name}> Define({Parameters(source, join)}) =>\n        from p in rows\n{JoinText(join)}");
        if (index % 3 != 0)
        {
            text.Append(index % 3 == 1 ? "        where p.Status == Status.Completed && p.Amount > 0\n" : "        where p.Quantity > 0\n");
        }

        var keyText = key.Length == 1 ? $"p.{key[0]}" : $"new {{ {string.Join(", ", key.Select(k => "p." + k))} }}";
        text.Append(CultureInfo.InvariantCulture, $"        group {(join == JoinKind.None ? "p" : join == JoinKind.Both ? "new { p, m, i }" : "new { p, m }")} by {keyText} into g\n");
        foreach (var window in windows)
        {
            text.Append(CultureInfo.InvariantCulture, $"        let {WindowNames[window]} = {Windows[window]}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"        select new {name}\n        {{\n");
        foreach (var part in key)
        {
            text.Append(CultureInfo.InvariantCulture, $"            {part} = g.Key{(key.Length == 1 ? "" : "." + part)},\n");
        }

        foreach (var feature in features)
        {
            text.Append(CultureInfo.InvariantCulture, $"            {feature.Name} = {feature.Value.Replace("ROW", row).Replace("LAMBDA", row[..1])},\n");
        }

        return text.Append("        };\n}\n").ToString();
    }

    private static JoinKind JoinOf(int index) => (index % 8) switch
    {
        0 or 3 => JoinKind.Inner,
        2 => JoinKind.Left,
        5 => JoinKind.Both,
        _ => JoinKind.None,
    };

    private static string[] KeyOf(int index) => (index % 7) switch
    {
        0 or 1 or 2 => ["UserId"],
        3 or 4 => ["MerchantId"],
        5 => ["ItemId"],
        _ => ["UserId", "MerchantId"],
    };

    private static string Parameters(string source, JoinKind join) => $"Events<{source}> rows"
        + (join == JoinKind.None ? "" : ", Dimension<Merchant> merchants")
        + (join == JoinKind.Both ? ", Dimension<Item> items" : "");

    private static string JoinText(JoinKind join) => join switch
    {
        JoinKind.None => "",
        JoinKind.Left => "        join m in merchants on p.MerchantId equals m.MerchantId into known\n        from m in known.DefaultIfEmpty()\n",
        JoinKind.Inner => "        join m in merchants on p.MerchantId equals m.MerchantId\n",
        _ => "        join m in merchants on p.MerchantId equals m.MerchantId\n        join i in items on p.ItemId equals i.ItemId\n",
    };

    private static List<Feature> FeaturesOf(JoinKind join, Random random, int count, int[] windows)
    {
        var pool = Pool.Select(f => f).Concat(join switch
        {
            JoinKind.None => [],
            JoinKind.Left => LeftJoined,
            JoinKind.Inner => Joined,
            _ => Joined.Concat(JoinedTwice),
        });
        var chosen = pool.OrderBy(_ => random.Next()).Take(count).ToList();

        // Every window is read, or it would be no window.
        return [.. chosen.Select((f, i) => f with { Name = f.Name + i.ToString(CultureInfo.InvariantCulture), Value = f.Value.Replace("WINDOW", WindowNames[windows[i % windows.Length]]) })];
    }

    private static readonly Feature[] Pool =
    [
        new("Orders", "long", "WINDOW.Count()", "How many rows there are"),
        new("AverageAmount", "double?", "WINDOW.Average(LAMBDA => ROW.Amount)", "The mean amount"),
        new("Spend", "double", "WINDOW.Sum(LAMBDA => ROW.Amount)", "What was spent"),
        new("Largest", "double", "WINDOW.Max(LAMBDA => ROW.Amount) ?? 0", "The greatest amount"),
        new("Categories", "long", "WINDOW.CountDistinct(LAMBDA => ROW.Category)", "Different categories"),
        new("Favourite", "string?", "WINDOW.Mode(LAMBDA => ROW.Category)", "The most frequent category"),
        new("HasRefused", "bool", "WINDOW.Any(LAMBDA => ROW.Status == Status.Refused)", "Whether any was refused"),
        new("RefusedShare", "double?", "Numeric.Ratio(WINDOW.Count(LAMBDA => ROW.Status == Status.Refused), WINDOW.Count())", "The share that was refused"),
        new("DaysSince", "double?", "(g.AsOf - WINDOW.Max(LAMBDA => ROW.OccurredAt))?.TotalDays", "Days since the last row"),
        new("Nightly", "long", "WINDOW.Count(LAMBDA => ROW.OccurredAt.Hour < 6)", "Rows between midnight and six"),
        new("Several", "long", "WINDOW.Where(LAMBDA => ROW.Quantity > 1).Count()", "Rows of more than one piece"),
        new("Spread", "double", "(WINDOW.Max(LAMBDA => ROW.Amount) - WINDOW.Min(LAMBDA => ROW.Amount)) ?? 0", "The distance of the greatest and the smallest amount"),
        new("LastAmount", "double?", "WINDOW.Latest(LAMBDA => ROW.Amount)", "The last amount that was said"),
        new("Pieces", "int", "WINDOW.Max(LAMBDA => ROW.Quantity) ?? 0", "The most pieces of one row"),
        new("Deviation", "double?", "WINDOW.StandardDeviation(LAMBDA => ROW.Score)", "How far scores are from their mean"),
        new("Segment", "string", "WINDOW.Count() >= 100 ? \"loyal\" : WINDOW.Count() >= 10 ? \"regular\" : \"new\"", "How loyal"),
        new("HasBusinessEmail", "bool", "WINDOW.Any(LAMBDA => ROW.Email != null && ROW.Email.Contains(\"@corp.\", StringComparison.Ordinal))", "Whether a business address was used"),
        new("Weekend", "long", "WINDOW.Count(LAMBDA => ROW.OccurredAt.DayOfWeek == DayOfWeek.Saturday || ROW.OccurredAt.DayOfWeek == DayOfWeek.Sunday)", "Rows on Saturdays and Sundays"),
    ];

    private static readonly Feature[] Joined =
    [
        new("SpendGbp", "double", "WINDOW.Sum(x => x.p.Amount * x.m.Rate)", "What was spent, in pounds"),
        new("Countries", "long", "WINDOW.CountDistinct(x => x.m.Country)", "Different countries"),
        new("Abroad", "long", "WINDOW.Count(x => x.m.Country != \"GB\")", "Rows from abroad"),
    ];

    private static readonly Feature[] JoinedTwice =
    [
        new("Brands", "long", "WINDOW.CountDistinct(x => x.i.Brand)", "Different brands"),
        new("Margin", "double?", "WINDOW.Average(x => x.p.Amount - x.i.Price)", "What is paid above the price"),
    ];

    private static readonly Feature[] LeftJoined =
    [
        new("LastCountry", "string", "WINDOW.Latest(x => x.m?.Country) ?? \"unknown\"", "The last country"),
        new("Unknown", "long", "WINDOW.Count(x => x.m == null)", "Rows of unknown merchants"),
        new("SpendGbp", "double", "WINDOW.Sum(x => x.p.Amount * (x.m != null ? x.m.Rate : 1))", "What was spent, in pounds"),
    ];

    private enum JoinKind
    {
        None,
        Inner,
        Left,
        Both,
    }

    private sealed record Feature(string Name, string Type, string Value, string Summary);
}
