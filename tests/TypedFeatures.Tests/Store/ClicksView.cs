using TypedFeatures.Offline;
using TypedFeatures.Online;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Tests.Store;

/// <summary>What a generated view looks like, by hand: clicks and spend of a user in the last 7 days, and the text of the newest click.</summary>
internal sealed record Clicks(long UserId, long Count, double Spend, string? Text)
{
    public static Clicks None(long userId) => new(userId, 0, 0, null);
}

internal sealed record ClicksSpine(long UserId, DateTime AsOf);

/// <summary>An event as the scripted engine keeps it; times in microseconds.</summary>
internal sealed record Click(long UserId, long Time, double Amount, string? Text)
{
    public const long Week = 7L * 24 * 3_600_000_000;

    public static Clicks Evaluate(long userId, long asOf, IEnumerable<Click> clicks, out bool found)
    {
        var window = clicks.Where(c => c.Time > asOf - Week && c.Time <= asOf).OrderBy(c => c.Time).ToList();
        found = window.Count > 0;
        return new(userId, window.Count, window.Sum(c => c.Amount), window.LastOrDefault()?.Text);
    }
}

internal sealed class ClicksView(FeatureViewDescriptor descriptor) : FeatureView<long, Clicks, ClicksSpine>(descriptor)
{
    public static readonly ClicksView View = new(Describe());

    public static FeatureViewDescriptor Describe() => new()
    {
        Name = "clicks",
        Version = 1,
        ContractHash = "00000000000000aa",
        LongestLookback = TimeSpan.FromDays(7),
        Keys = EquatableArray.Of(new FieldSchema("UserId", "user_id", ScalarType.Int64)),
        Features = EquatableArray.Of(
            new FieldSchema("Count", "count", ScalarType.Int64),
            new FieldSchema("Spend", "spend", ScalarType.Double),
            new FieldSchema("Text", "text", ScalarType.String.Nullable)),
        Sources = EquatableArray.Of<SourceSchema>(),
        Plans = EquatableArray.Of(
            new EnginePlans("scripted", "training", "everything", "snapshot", "feed", "feed of keys", EquatableArray.Of("setup"))),
    };

    public static ClicksView With(Func<FeatureViewDescriptor, FeatureViewDescriptor> change) => new(change(Describe()));

    public override long KeyOf(ClicksSpine spine) => spine.UserId;

    public override DateTime AsOfOf(ClicksSpine spine) => spine.AsOf;

    public override long ReadKey(RowCursor row, int firstColumn) => row.GetInt64(firstColumn);

    public override void WriteKey(long key, RowWriter writer) => writer.Write((long?)key);

    public override void EncodeKey(long key, ref StateWriter writer) => writer.WriteVarInt64(key);

    public override Clicks ReadFeatures(long key, RowCursor row, int firstColumn) =>
        new(key, row.GetInt64(firstColumn), row.GetDouble(firstColumn + 1), row.IsNull(firstColumn + 2) ? null : row.GetString(firstColumn + 2));

    public override FeatureState<long, Clicks> CreateState(long watermark) => new ClicksState(watermark);

    public override FeatureState<long, Clicks> DecodeState(long watermark, ref StateReader reader) => new ClicksState(watermark, ref reader);
}

/// <summary>All clicks of a user.</summary>
internal sealed class ClicksState(long watermark) : FeatureState<long, Clicks>(watermark)
{
    private readonly List<Click> clicks = [];

    public ClicksState(long watermark, ref StateReader reader)
        : this(watermark)
    {
        for (var left = reader.ReadCount(); left > 0; left--)
        {
            var (time, amount) = (reader.ReadVarInt64(), reader.ReadDouble());
            clicks.Add(new Click(0, time, amount, reader.ReadBoolean() ? reader.ReadString() : null));
        }
    }

    public override long? LatestEventTime => clicks.Count == 0 ? null : clicks.Max(c => c.Time);

    public override void Add(RowCursor row) =>
        clicks.Add(new Click(row.GetInt64(0), row.GetInt64(1), row.GetDouble(2), row.IsNull(3) ? null : row.GetString(3)));

    public override Clicks Evaluate(long key, long asOf, out bool found) => Click.Evaluate(key, asOf, clicks, out found);

    public override void Encode(ref StateWriter writer)
    {
        writer.WriteVarUInt64((ulong)clicks.Count);
        foreach (var click in clicks)
        {
            writer.WriteVarInt64(click.Time);
            writer.WriteDouble(click.Amount);
            writer.WriteBoolean(click.Text is not null);
            if (click.Text is not null)
            {
                writer.WriteString(click.Text);
            }
        }
    }
}
