using TypedFeatures;

namespace Shop.Cases;

/// <summary>The rows of all sources a case speaks of, in order of arrival.</summary>
public sealed record ShopRows
{
    public IReadOnlyList<Purchase> Purchases { get; init; } = [];

    public IReadOnlyList<Merchant> Merchants { get; init; } = [];

    public IReadOnlyList<Parcel> Parcels { get; init; } = [];

    public IReadOnlyList<Courier> Couriers { get; init; } = [];

    public IReadOnlyList<Depot> Depots { get; init; } = [];

    public IReadOnlyList<CourierRisk> Risks { get; init; } = [];

    public IReadOnlyList<Handover> Handovers { get; init; } = [];

    public IReadOnlyList<Payment> Payments { get; init; } = [];

    public IReadOnlyList<PriceBand> PriceBands { get; init; } = [];
}

/// <summary>Why a case has no value.</summary>
public enum HandFault
{
    None,

    /// <summary>An integer result does not fit.</summary>
    Overflow,

    /// <summary>A computed instant, date or length of time is beyond what .NET can say.</summary>
    OutOfTime,

    /// <summary>A feature that cannot be null is not finite.</summary>
    NonFinite,
}

/// <summary>A worked-out value: the features of one entity at one moment, computed by hand. Every way of computing features must agree with it.</summary>
public sealed record HandCase
{
    /// <summary>The paragraph of the meaning it illustrates.</summary>
    public required string Paragraph { get; init; }

    /// <summary>The law it shows, as a sentence.</summary>
    public required string Law { get; init; }

    public required ShopRows Rows { get; init; }

    /// <summary>The view's type.</summary>
    public required Type View { get; init; }

    /// <summary>The entity key, part by part in the order of the <c>group … by</c> clause.</summary>
    public required object[] Key { get; init; }

    public required DateTime AsOf { get; init; }

    /// <summary>The knowledge instant where it is before <see cref="AsOf"/>: such a case can be read online only.</summary>
    public DateTime? KnownBy { get; init; }

    public Knowledge Knowledge { get; init; }

    /// <summary>The feature record; null where there is a fault.</summary>
    public object? Expected { get; init; }

    public HandFault Fault { get; init; }

    public override string ToString() => $"{Paragraph}: {Law}";
}
