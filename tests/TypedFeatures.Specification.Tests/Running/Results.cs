using System.Collections.Concurrent;
using TypedFeatures.Parity;

namespace TypedFeatures.Specification.Tests;

/// <summary>What came of every example in every column; each is run once.</summary>
internal static class Results
{
    private static readonly ConcurrentDictionary<(Column, string), Lazy<Task<IReadOnlyList<string>>>> Runs = new();

    /// <summary>Whether a column says something of an example at all.</summary>
    public static bool Has(Column column, Example example) => example switch
    {
        RefusedCode or SqlFragment => false,
        // Nothing is served with hindsight, and labels are not served.
        ViewExample view => column != Column.Online || view.Checks.Any(c => c.Knowledge == Knowledge.Recorded),
        LabelExample => column != Column.Online,
        _ => true,
    };

    /// <summary>Why the engine of a column cannot be run here; null where it can.</summary>
    public static string? MissingReason(Column column) => column switch
    {
        Column.ClickHouse or Column.Postgres when !Engines.All.Contains(Kind(column)) => "The engine is not installed.",
        _ => null,
    };

    /// <summary>What differs.</summary>
    public static Task<IReadOnlyList<string>> OfAsync(Column column, Example example) =>
        Runs.GetOrAdd((column, example.ToString()), _ => new(() => RunAsync(column, example))).Value;

    private static async Task<IReadOnlyList<string>> RunAsync(Column column, Example example)
    {
        try
        {
            return example switch
            {
                ViewExample view when column == Column.Reference => await ReferenceRun.RunAsync(view),
                ViewExample view => await Engine(column).RunAsync(view),
                RefusedRows rows when column == Column.Reference => ReferenceRun.Run(rows),
                RefusedRows rows => await Engine(column).RunAsync(rows),
                LabelExample label => await LabelRun.RunAsync(column, label),
                ServiceExample service => await ServiceRun.RunAsync(column, service),
                _ => throw new ArgumentException("Nothing of this is run.", nameof(example)),
            };
        }
        catch (Exception failure)
        {
            return [$"{column}: {failure}"];
        }
    }

    /// <summary>The engine of a column; states are built from SQLite, whose feed is compared with every other's elsewhere.</summary>
    public static EngineRun Engine(Column column) => new(Kind(column), statesToo: column == Column.Online);

    public static EngineKind Kind(Column column) => column switch
    {
        Column.DuckDb => Engines.DuckDb,
        Column.Postgres => Engines.Postgres,
        Column.ClickHouse => Engines.ClickHouse,
        _ => Engines.Sqlite,
    };
}
