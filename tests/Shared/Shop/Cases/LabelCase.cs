using TypedFeatures;
using static Shop.Cases.HandRows;

namespace Shop.Cases;

/// <summary>A label worked out by hand: of one entity at <see cref="HandRows.T"/>.</summary>
public sealed record LabelCase
{
    /// <summary>The law it shows, as a sentence.</summary>
    public required string Law { get; init; }

    public required ShopRows Rows { get; init; }

    /// <summary>Up to when the store is told that purchases and merchants are complete; null where it is told nothing.</summary>
    public DateTime? Told { get; init; }

    /// <summary>The recorded watermark: the least over the label's sources; null where one has none.</summary>
    public DateTime? Watermark { get; init; }

    /// <summary>The label's type.</summary>
    public required Type Label { get; init; }

    /// <summary>The label; null where it is censored.</summary>
    public object? Expected { get; init; }

    public override string ToString() => Law;
}

/// <summary>Collects the label cases.</summary>
internal sealed class LabelParagraph : List<LabelCase>
{
    /// <summary>A case of user 1 whose sixty days are over, because the store is told so.</summary>
    public void Add(string law, bool expected, params Purchase[] purchases) => Add(new LabelCase
    {
        Law = law,
        Rows = new ShopRows { Purchases = purchases },
        Told = Later,
        Watermark = Later,
        Label = typeof(ChargedBack60d),
        Expected = new ChargedBack60d { UserId = 1, Value = expected },
    });

    /// <summary>A case of user 1 about the watermark.</summary>
    public void Add(string law, DateTime? told, DateTime? watermark, bool? expected, params Purchase[] purchases) => Add(new LabelCase
    {
        Law = law,
        Rows = new ShopRows { Purchases = purchases },
        Told = told,
        Watermark = watermark,
        Label = typeof(ChargedBack60d),
        Expected = expected is { } value ? new ChargedBack60d { UserId = 1, Value = value } : null,
    });

    /// <summary>A case of user 1 and books.</summary>
    public void Add(string law, ShopRows rows, DateTime? told, DateTime? watermark, CategoryOutcomes? expected) => Add(new LabelCase
    {
        Law = law, Rows = rows, Told = told, Watermark = watermark, Label = typeof(CategoryOutcomes), Expected = expected,
    });

    public static readonly DateTime Later = T.AddDays(100);
}
