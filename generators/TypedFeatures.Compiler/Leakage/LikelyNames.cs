using System.Text.RegularExpressions;

namespace TypedFeatures.Compiler.Leakage;

/// <summary>What properties most likely are by their names: guesses, which are said as information and never as an error.</summary>
internal static class LikelyNames
{
    private static readonly Regex IngestTime = new(
        "^(Ingest|Ingested|Ingestion|Load|Loaded|Insert|Inserted|Import|Imported|Sync|Synced|Etl|Processed|Stored|Warehoused?)(Time|Timestamp|Date|At|On|Utc)*$",
        RegexOptions.CultureInvariant);

    private static readonly Regex Outcome = new(
        "^(Is|Was|Has|Did)?(Fraud|Fraudulent|Fraudster|ChargedBack|Chargeback|Churned|Churn|Defaulted|Converted|Outcome|Label|Target|GroundTruth|TrueLabel|Y)$|(Outcome|Label)$",
        RegexOptions.CultureInvariant);

    /// <summary>Whether a time is called like the time of a load.</summary>
    public static bool IsIngestTime(string property) => IngestTime.IsMatch(property);

    /// <summary>Whether a column is called like what models predict.</summary>
    public static bool IsOutcome(string property) => Outcome.IsMatch(property);
}
