using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Tests;

public enum Level
{
    // Values run against the names' order, so that ordering by name is caught.
    Zeta = 1,
    Alpha = 2,
    Mid = 7,
}

/// <summary>Every type, nullable.</summary>
public sealed record Everything(string Id, DateTime At)
{
    public bool? Flag { get; init; }

    public int? Small { get; init; }

    public long? Large { get; init; }

    public float? Single { get; init; }

    public double? Double { get; init; }

    public string? Text { get; init; }

    public Guid? Guid { get; init; }

    public DateTime? Instant { get; init; }

    public DateOnly? Date { get; init; }

    public TimeSpan? Span { get; init; }

    public Level? Level { get; init; }
}

public sealed class EverythingSource() : SourceDescriptor<Everything>(Definition)
{
    public static readonly SourceSchema Definition = new("everything", SourceKind.Event, "Everything", EquatableArray.Of(
        TestTypes.Column("Id", ScalarKind.String, ColumnRole.EventId),
        TestTypes.Column("At", ScalarKind.DateTime, ColumnRole.EventTime),
        TestTypes.Nullable("Flag", ScalarKind.Boolean),
        TestTypes.Nullable("Small", ScalarKind.Int32),
        TestTypes.Nullable("Large", ScalarKind.Int64),
        TestTypes.Nullable("Single", ScalarKind.Single),
        TestTypes.Nullable("Double", ScalarKind.Double),
        TestTypes.Nullable("Text", ScalarKind.String),
        TestTypes.Nullable("Guid", ScalarKind.Guid),
        TestTypes.Nullable("Instant", ScalarKind.DateTime),
        TestTypes.Nullable("Date", ScalarKind.Date),
        TestTypes.Nullable("Span", ScalarKind.TimeSpan),
        new SourceColumn("Level", "level", new(ScalarKind.Enum, true, TestTypes.Level))));

    public override void Write(Everything row, RowWriter writer)
    {
        writer.Write(row.Id, isRequired: true);
        writer.Write(row.At);
        writer.Write(row.Flag);
        writer.Write(row.Small);
        writer.Write(row.Large);
        writer.Write(row.Single);
        writer.Write(row.Double);
        writer.Write(row.Text, isRequired: false);
        writer.Write(row.Guid);
        writer.Write(row.Instant);
        writer.Write(row.Date);
        writer.Write(row.Span);
        writer.WriteEnum(row.Level is null, row.Level?.ToString());
    }
}

/// <summary>An event; ids, times and values from small domains, so that rows collide.</summary>
public sealed record Trade(string Id, int At, int? Known, int? Amount, Level? Level, bool? Settled);

/// <summary>Writes trades; which of the columns have a role decides which rules apply.</summary>
public sealed class TradeSource(SourceSchema schema) : SourceDescriptor<Trade>(schema)
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>With ingest time and a column known after the outcome.</summary>
    public static readonly TradeSource Versioned = new(Define("versioned", ColumnRole.IngestTime, settledLater: true));

    /// <summary>With ingest time, without versions.</summary>
    public static readonly TradeSource Timed = new(Define("timed", ColumnRole.IngestTime, settledLater: false));

    /// <summary>Without ingest time.</summary>
    public static readonly TradeSource Plain = new(Define("plain", ColumnRole.Value, settledLater: false));

    public override void Write(Trade row, RowWriter writer)
    {
        writer.Write(row.Id, isRequired: true);
        writer.Write(Start.AddHours(row.At));
        writer.Write(row.Known is { } hours ? Start.AddHours(hours) : (DateTime?)null);
        writer.Write(row.Amount);
        writer.WriteEnum(row.Level is null, row.Level?.ToString());
        writer.Write(row.Settled);
    }

    private static SourceSchema Define(string name, ColumnRole known, bool settledLater) => new(name, SourceKind.Event, "Trade", EquatableArray.Of(
        TestTypes.Column("Id", ScalarKind.String, ColumnRole.EventId),
        TestTypes.Column("At", ScalarKind.DateTime, ColumnRole.EventTime),
        new SourceColumn("Known", "known", new(ScalarKind.DateTime, true), known),
        TestTypes.Nullable("Amount", ScalarKind.Int32),
        new SourceColumn("Level", "level", new(ScalarKind.Enum, true, TestTypes.Level)),
        new SourceColumn("Settled", "settled", new(ScalarKind.Boolean, true), IsKnownAfterOutcome: settledLater)));
}

/// <summary>A change of a dimension.</summary>
public sealed record Rate(long Currency, DateTime From, double? Value);

public sealed class RateSource() : SourceDescriptor<Rate>(Definition)
{
    public static readonly SourceSchema Definition = new("rates", SourceKind.Dimension, "Rate", EquatableArray.Of(
        TestTypes.Column("Currency", ScalarKind.Int64, ColumnRole.EntityKey),
        TestTypes.Column("From", ScalarKind.DateTime, ColumnRole.ValidFrom),
        TestTypes.Nullable("Value", ScalarKind.Double)));

    public override void Write(Rate row, RowWriter writer)
    {
        writer.Write(row.Currency);
        writer.Write(row.From);
        writer.Write(row.Value);
    }
}

internal static class TestTypes
{
    public static readonly EnumType Level = new(
        "Level", EquatableArray.Of(new EnumMember("Zeta", 1), new EnumMember("Alpha", 2), new EnumMember("Mid", 7)));

    public static SourceColumn Column(string property, ScalarKind kind, ColumnRole role = ColumnRole.Value) =>
        new(property, property.ToLowerInvariant(), new(kind), role);

    public static SourceColumn Nullable(string property, ScalarKind kind) => new(property, property.ToLowerInvariant(), new(kind, true));
}
