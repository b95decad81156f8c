namespace TypedFeatures.Fuzzing.Model;

/// <summary>What an expression is, as far as the grammar cares.</summary>
public enum Kind
{
    Bool,
    Int,
    Long,
    Float,
    Double,

    /// <summary>A decimal of 12 digits, two of them after the point.</summary>
    Decimal,

    /// <summary>A decimal of 18 digits, four of them after the point: its totals need not fit.</summary>
    Big,
    String,
    Guid,
    Instant,
    Date,
    Span,

    /// <summary>An enum whose declaration, names and values are in three different orders.</summary>
    Hue,

    /// <summary>An enum of longs.</summary>
    Zone,

    /// <summary>Flags, stored as their numbers: combined ones and ones without a name too.</summary>
    Mark,

    /// <summary>Three floats, as columns and sums of them alone.</summary>
    Vector,

    /// <summary>A double that comes out of sums of doubles: right within the tolerance of the parity law, so nothing may branch on it.</summary>
    Approx,

    /// <summary>A list or a map of several values, which is a feature as it stands.</summary>
    Composite,

    /// <summary>A window of a history.</summary>
    Window,
}

/// <summary>Where an expression stands: among the columns of a row, or among the windows of an entity.</summary>
public enum Level
{
    Row,
    Group,
    Both,
}

/// <summary>A type of C#.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsNullable">Whether it may be null.</param>
public readonly record struct FuzzType(Kind Kind, bool IsNullable)
{
    /// <summary>Kinds that columns and features may have.</summary>
    public static readonly Kind[] Scalars =
    [
        Kind.Bool, Kind.Int, Kind.Long, Kind.Float, Kind.Double, Kind.Decimal, Kind.Big, Kind.String, Kind.Guid, Kind.Instant, Kind.Date, Kind.Span, Kind.Hue, Kind.Zone, Kind.Mark,
    ];

    /// <summary>Its name in C#.</summary>
    public string Text => NameOf(Kind) + (IsNullable ? "?" : "");

    /// <summary>What columns, and keys of their values, are marked with; empty but for decimals and vectors.</summary>
    public string Digits => Kind switch
    {
        Kind.Decimal => "[Decimal(12, 2)] ",
        Kind.Big => "[Decimal(18, 4)] ",
        Kind.Vector => "[Vector(3)] ",
        _ => "",
    };

    /// <summary>The name of a kind that no other has.</summary>
    public static string LabelOf(Kind kind) => kind is Kind.Big ? "big" : NameOf(kind);

    /// <summary>The name of the type that is not nullable.</summary>
    public static string NameOf(Kind kind) => kind switch
    {
        Kind.Bool => "bool",
        Kind.Int => "int",
        Kind.Long => "long",
        Kind.Float => "float",
        Kind.Double or Kind.Approx => "double",
        Kind.Decimal or Kind.Big => "decimal",
        Kind.String => "string",
        Kind.Instant => "DateTime",
        Kind.Date => "DateOnly",
        Kind.Span => "TimeSpan",
        Kind.Vector => "float[]",
        _ => kind.ToString(),
    };
}
