namespace TypedFeatures.Specification.Tests;

/// <summary>Something the page says and a test runs.</summary>
public abstract record Example
{
    /// <summary>The heading it stands under.</summary>
    public required string Section { get; init; }

    /// <summary>Where it stands.</summary>
    public required int Line { get; init; }

    /// <summary>The constructs that a comment says it shows, beyond those that its text calls.</summary>
    public IReadOnlyList<string> Shows { get; init; } = [];

    /// <summary>Its number in the section, which names it while lines move.</summary>
    public required int Number { get; init; }

    public sealed override string ToString() => $"{Section} {Number} (line {Line})";
}

/// <summary>Values of a view, worked out by hand.</summary>
public record ViewExample : Example
{
    /// <summary>The rows of each source it is computed over, in order of arrival.</summary>
    public required IReadOnlyDictionary<string, PageTable> Rows { get; init; }

    /// <summary>What is to be seen.</summary>
    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>How many rows ingestion puts aside.</summary>
    public int Quarantined { get; init; }

    /// <summary>The text its constructs are in: a method by the name of the type and its own.</summary>
    public required IReadOnlyList<string> Views { get; init; }
}

/// <summary>Values of expressions, one line each: of a row, or of the history of an entity.</summary>
public sealed record ExpressionExample : ViewExample
{
    /// <summary>The expressions and where each lies: the view and the feature.</summary>
    public required IReadOnlyList<PageExpression> Expressions { get; init; }
}

/// <summary>An expression of a table.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Text">The C#.</param>
/// <param name="View">The view it is a feature of.</param>
/// <param name="Feature">The feature.</param>
public sealed record PageExpression(int Line, string Text, string View, string Feature);

/// <summary>What one entity of a view has at one instant.</summary>
/// <param name="View">The record's name.</param>
/// <param name="Key">The parts of the key, as the page has them.</param>
/// <param name="AsOf">The as-of instant, as the page has it.</param>
/// <param name="KnownBy">The knowledge instant, where it is another; such a check is of the reference and of online states alone.</param>
/// <param name="Knowledge">When rows count as known.</param>
/// <param name="Values">The cells by feature; empty where there is a failure.</param>
public sealed record Check(string View, IReadOnlyList<string> Key, string AsOf, string? KnownBy, Knowledge Knowledge, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Why there is no value.</summary>
    public Failure Failure { get; init; }

    /// <summary>Whether the entity is found; null where the page does not say.</summary>
    public bool? Found { get; init; }

    public override string ToString() => $"{View} of {string.Join(", ", Key)} at {AsOf}";
}

/// <summary>Why there is no value.</summary>
public enum Failure
{
    None,

    /// <summary><c>fails</c>: a result does not fit, an instant is beyond what .NET can say, a feature that cannot be null is not finite.</summary>
    Fails,

    /// <summary><c>refused</c>: the question itself is refused.</summary>
    Refused,
}

/// <summary>A label, worked out by hand.</summary>
public sealed record LabelExample : Example
{
    /// <summary>The rows of each source.</summary>
    public required IReadOnlyDictionary<string, PageTable> Rows { get; init; }

    /// <summary>The label's record.</summary>
    public required string Label { get; init; }

    /// <summary>The view it is joined to: one of the same entity key.</summary>
    public required string View { get; init; }

    /// <summary>Key, as-of, watermark and values.</summary>
    public required PageTable Table { get; init; }
}

/// <summary>A service, worked out by hand.</summary>
public sealed record ServiceExample : Example
{
    /// <summary>The rows of each source.</summary>
    public required IReadOnlyDictionary<string, PageTable> Rows { get; init; }

    /// <summary>The service's record.</summary>
    public required string Service { get; init; }

    /// <summary>The request, the as-of instant, and the on-demand features.</summary>
    public required PageTable Table { get; init; }
}

/// <summary>Rows that ingestion refuses.</summary>
public sealed record RefusedRows : Example
{
    /// <summary>The row type.</summary>
    public required string Source { get; init; }

    /// <summary>The rows; the last column says a part of the reason.</summary>
    public required PageTable Table { get; init; }
}

/// <summary>Code that the compiler refuses.</summary>
public sealed record RefusedCode : Example
{
    /// <summary>The diagnostic.</summary>
    public required string Id { get; init; }

    /// <summary>An expression over a row <c>r</c>, or declarations.</summary>
    public required string Code { get; init; }

    /// <summary>The row type of an expression; null where the code is declarations.</summary>
    public string? RowType { get; init; }

    /// <summary>The constructs it is.</summary>
    public required IReadOnlyList<string> Constructs { get; init; }

    /// <summary>The columns it is refused in.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }
}

/// <summary>SQL that the plan of an engine contains.</summary>
public sealed record SqlFragment : Example
{
    /// <summary>The engine.</summary>
    public required string Engine { get; init; }

    /// <summary>The view whose plan it is.</summary>
    public required string View { get; init; }

    public required string Text { get; init; }
}
