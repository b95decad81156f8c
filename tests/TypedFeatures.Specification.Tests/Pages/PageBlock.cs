namespace TypedFeatures.Specification.Tests;

/// <summary>A part of the page that a test reads.</summary>
/// <param name="Line">Where it begins, from 1.</param>
public abstract record PageBlock(int Line);

/// <summary>A heading of the second level: an area of the language.</summary>
public sealed record PageHeading(int Line, string Title) : PageBlock(Line);

/// <summary>A comment that says which constructs the next example shows, beyond those its text calls.</summary>
public sealed record PageComment(int Line, string Text) : PageBlock(Line);

/// <summary>Fenced code: <c>csharp view</c>, <c>sql duckdb</c> and the like.</summary>
/// <param name="Info">What follows the fence.</param>
/// <param name="Text">The lines between the fences.</param>
public sealed record PageCode(int Line, string Info, string Text) : PageBlock(Line);

/// <summary>A table.</summary>
/// <param name="Head">The cells of the head.</param>
/// <param name="Rows">The cells of the rows.</param>
public sealed record PageTable(int Line, IReadOnlyList<string> Head, IReadOnlyList<PageRow> Rows) : PageBlock(Line);

/// <summary>A row of a table.</summary>
public sealed record PageRow(int Line, IReadOnlyList<string> Cells);
