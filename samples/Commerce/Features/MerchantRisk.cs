using TypedFeatures;

namespace Commerce.Features;

/// <summary>How risky a merchant is, as a model elsewhere scores it each night. A score older than thirty days counts no more.</summary>
[FeatureTable("merchant_risk", Version = 1, Owner = "risk-ml", MaxAge = "30d")]
public sealed partial record MerchantRisk
{
    [EntityKey]
    public long MerchantId { get; init; }

    /// <summary>Of when the score is.</summary>
    [EventTime]
    public DateTime ComputedAt { get; init; }

    /// <summary>When the night's batch was written.</summary>
    [IngestTime]
    public DateTime WrittenAt { get; init; }

    /// <summary>The risk, from 0 to 1; null where the model abstains.</summary>
    public double? Score { get; init; }

    /// <summary>Complaints the model knew of.</summary>
    public long Complaints { get; init; } = 0;

    /// <summary>A to D, or that there is no score.</summary>
    public string Grade { get; init; } = "unrated";

    /// <summary>Whether somebody looks at every payment.</summary>
    public bool IsReviewed { get; init; } = true;
}
