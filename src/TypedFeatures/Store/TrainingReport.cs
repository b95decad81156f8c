namespace TypedFeatures;

/// <summary>What became of the spine's rows in an enumeration of a training set, or in writing it to a file.</summary>
/// <param name="Rows">Rows of the set.</param>
/// <param name="Censored">Rows left out because the horizon of their label is not over at the watermark.</param>
/// <param name="OtherSide">Rows that are on the other side of a split.</param>
/// <param name="InGap">Rows in the gap of a split by time, which are on neither side.</param>
/// <param name="Watermark">The watermark labels were censored by, the least over their sources; null without a label, or where a source has none and all rows are censored.</param>
/// <param name="IsComplete">Whether it came to the end of the spine.</param>
public sealed record TrainingReport(long Rows, long Censored, long OtherSide, long InGap, DateTime? Watermark, bool IsComplete);

/// <summary>A training set in two, which share no row. Each computes its own rows only, when it is enumerated or written.</summary>
/// <typeparam name="TSet">The kind of set.</typeparam>
/// <param name="Train">The rows to learn from.</param>
/// <param name="Test">The rows to judge by.</param>
public sealed record TrainingSplit<TSet>(TSet Train, TSet Test);

/// <summary>Counts what becomes of the spine's rows while a set is enumerated.</summary>
internal sealed class TrainingTally
{
    private readonly long[] counts = new long[Enum.GetValues<RowFate>().Length];

    public long? Watermark { get; set; }

    public long Returned { get; set; }

    public bool IsComplete { get; set; }

    public void Add(RowFate fate) => counts[(int)fate]++;

    public TrainingReport ToReport() => new(
        Returned,
        counts[(int)RowFate.Censored],
        counts[(int)RowFate.OtherSide],
        counts[(int)RowFate.InGap],
        Watermark is { } instant ? Instant.ToDateTime(instant) : null,
        IsComplete);
}
