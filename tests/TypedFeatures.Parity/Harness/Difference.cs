namespace TypedFeatures.Parity;

/// <summary>Two ways to compute a value that did not agree.</summary>
/// <param name="View">The view.</param>
/// <param name="Path">The way that differs from the reference: an engine's training set, snapshot, online state …</param>
/// <param name="What">The feature, or what else differs.</param>
/// <param name="Key">The entity.</param>
/// <param name="AsOf">The as-of instant.</param>
/// <param name="KnownBy">The knowledge instant.</param>
/// <param name="Expected">What the reference says.</param>
/// <param name="Actual">What the path says.</param>
/// <param name="Scope">The histories the entity's rows are in.</param>
public sealed record Difference(
    string View,
    string Path,
    string What,
    object? Key,
    DateTime? AsOf,
    DateTime? KnownBy,
    string Expected,
    string Actual,
    IReadOnlyCollection<History> Scope)
{
    public override string ToString() =>
        $"{View} · {Path} · {What} · key {Key} · as of {HistoryText.Literal(AsOf)} · known by {HistoryText.Literal(KnownBy)}: expected {Expected}, was {Actual}";
}
