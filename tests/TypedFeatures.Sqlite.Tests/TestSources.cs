using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Sqlite.Tests;

/// <summary>An enum whose order by value is not the order of its names.</summary>
public enum Status
{
    Pending = -1,
    Completed = 5,
    Archived = 7,
}

internal static class TestSources
{
    public static readonly EnumType StatusType = new(
        "TypedFeatures.Sqlite.Tests.Status",
        EquatableArray.Of(new EnumMember("Pending", -1), new EnumMember("Completed", 5), new EnumMember("Archived", 7)));

    public static ScalarType Of(ScalarKind kind, bool isNullable = false) => new(kind, isNullable, kind == ScalarKind.Enum ? StatusType : null);
}

/// <summary>An event with versions.</summary>
public sealed record Purchase(string EventId, DateTime OccurredAt, DateTime IngestedAt, long UserId, double? Amount, bool ChargedBack);

public sealed class PurchaseSource() : SourceDescriptor<Purchase>(new(
    "purchases",
    SourceKind.Event,
    typeof(Purchase).FullName!,
    EquatableArray.Of(
        new SourceColumn("EventId", "event_id", ScalarType.String, ColumnRole.EventId),
        new SourceColumn("OccurredAt", "occurred_at", ScalarType.DateTime, ColumnRole.EventTime),
        new SourceColumn("IngestedAt", "ingested_at", ScalarType.DateTime, ColumnRole.IngestTime),
        new SourceColumn("UserId", "user_id", ScalarType.Int64),
        new SourceColumn("Amount", "amount", ScalarType.Double.Nullable),
        new SourceColumn("ChargedBack", "charged_back", ScalarType.Boolean, IsKnownAfterOutcome: true))))
{
    public static readonly PurchaseSource Instance = new();

    public override void Write(Purchase row, RowWriter writer)
    {
        writer.Write(row.EventId, isRequired: true);
        writer.Write(row.OccurredAt);
        writer.Write(row.IngestedAt);
        writer.Write(row.UserId);
        writer.Write(row.Amount);
        writer.Write(row.ChargedBack);
    }
}

/// <summary>An event without ingest time and without versions, with a whole number as id.</summary>
public sealed record Click(long ClickId, DateTime At, Status? Status, string? Page);

public sealed class ClickSource() : SourceDescriptor<Click>(new(
    "order", // a reserved word
    SourceKind.Event,
    typeof(Click).FullName!,
    EquatableArray.Of(
        new SourceColumn("Status", "group", new(ScalarKind.Enum, true, TestSources.StatusType)),
        new SourceColumn("Page", "Page \"x\"", ScalarType.String.Nullable),
        new SourceColumn("ClickId", "click_id", ScalarType.Int64, ColumnRole.EventId),
        new SourceColumn("At", "at", ScalarType.DateTime, ColumnRole.EventTime))))
{
    public static readonly ClickSource Instance = new();

    public override void Write(Click row, RowWriter writer)
    {
        writer.WriteEnum(row.Status is null, row.Status?.ToString());
        writer.Write(row.Page, isRequired: false);
        writer.Write(row.ClickId);
        writer.Write(row.At);
    }
}

/// <summary>An event with an ingest time but without versions.</summary>
public sealed record Visit(string VisitId, DateTime At, DateTime IngestedAt, int? Pages);

public sealed class VisitSource() : SourceDescriptor<Visit>(new(
    "visits",
    SourceKind.Event,
    typeof(Visit).FullName!,
    EquatableArray.Of(
        new SourceColumn("VisitId", "visit_id", ScalarType.String, ColumnRole.EventId),
        new SourceColumn("At", "at", ScalarType.DateTime, ColumnRole.EventTime),
        new SourceColumn("IngestedAt", "ingested_at", ScalarType.DateTime, ColumnRole.IngestTime),
        new SourceColumn("Pages", "pages", ScalarType.Int32.Nullable))))
{
    public static readonly VisitSource Instance = new();

    public override void Write(Visit row, RowWriter writer)
    {
        writer.Write(row.VisitId, isRequired: true);
        writer.Write(row.At);
        writer.Write(row.IngestedAt);
        writer.Write(row.Pages);
    }
}

/// <summary>A dimension with a composite key, a part of which may be null.</summary>
public sealed record Merchant(long MerchantId, string? Region, DateTime UpdatedAt, string Country, double? FxRate);

public sealed class MerchantSource() : SourceDescriptor<Merchant>(new(
    "merchants",
    SourceKind.Dimension,
    typeof(Merchant).FullName!,
    EquatableArray.Of(
        new SourceColumn("MerchantId", "merchant_id", ScalarType.Int64, ColumnRole.EntityKey),
        new SourceColumn("Region", "region", ScalarType.String.Nullable, ColumnRole.EntityKey),
        new SourceColumn("UpdatedAt", "updated_at", ScalarType.DateTime, ColumnRole.ValidFrom),
        new SourceColumn("Country", "country", ScalarType.String),
        new SourceColumn("FxRate", "fx_rate", ScalarType.Double.Nullable))))
{
    public static readonly MerchantSource Instance = new();

    public override void Write(Merchant row, RowWriter writer)
    {
        writer.Write(row.MerchantId);
        writer.Write(row.Region, isRequired: false);
        writer.Write(row.UpdatedAt);
        writer.Write(row.Country, isRequired: true);
        writer.Write(row.FxRate);
    }
}
