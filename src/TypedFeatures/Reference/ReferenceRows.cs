using System.Diagnostics.CodeAnalysis;

namespace TypedFeatures.Reference;

/// <summary>
/// Prepares rows once for many evaluations: checked, duplicates and versions resolved, in order.
/// <see cref="ReferenceEvaluation"/> recognises what comes out of here.
/// </summary>
public static class ReferenceRows
{
    /// <summary>The events of a source: one row per event id, in order (event time, ingest time, event id).</summary>
    /// <typeparam name="T">The row type.</typeparam>
    /// <param name="rows">The rows in any order, duplicates and versions included.</param>
    /// <exception cref="ArgumentException">Ingestion would refuse a row; the message names its position and property.</exception>
    /// <exception cref="InvalidOperationException">The type is not declared as a source of events.</exception>
    public static IEnumerable<T> Events<[DynamicallyAccessedMembers(SourceModel.Members)] T>(IEnumerable<T> rows)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        return PreparedEvents.Create(rows);
    }

    /// <summary>The outcomes of a source, for labels: of each event its newest known version, in the same order.</summary>
    /// <typeparam name="T">The row type.</typeparam>
    /// <param name="rows">The rows in any order, duplicates and versions included.</param>
    /// <exception cref="ArgumentException">Ingestion would refuse a row; the message names its position and property.</exception>
    /// <exception cref="InvalidOperationException">The type is not declared as a source of events.</exception>
    public static IEnumerable<T> Outcomes<[DynamicallyAccessedMembers(SourceModel.Members)] T>(IEnumerable<T> rows)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        return PreparedOutcomes.Create(rows);
    }

    /// <summary>The rows of a feature table, in order (event time, ingest time, columns as declared).</summary>
    /// <typeparam name="T">The row type, which is the view's.</typeparam>
    /// <param name="rows">The rows in any order.</param>
    /// <exception cref="ArgumentException">Ingestion would refuse a row; the message names its position and property.</exception>
    /// <exception cref="InvalidOperationException">The type is not declared as a feature table.</exception>
    public static IEnumerable<T> Table<[DynamicallyAccessedMembers(SourceModel.Members)] T>(IEnumerable<T> rows)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        return PreparedTable.Create(rows);
    }

    /// <summary>The rows of a dimension, in order (valid-from, ingest time, columns as declared).</summary>
    /// <typeparam name="T">The row type.</typeparam>
    /// <param name="rows">The rows in any order.</param>
    /// <exception cref="ArgumentException">Ingestion would refuse a row; the message names its position and property.</exception>
    /// <exception cref="InvalidOperationException">The type is not declared as a dimension.</exception>
    public static IEnumerable<T> Dimension<[DynamicallyAccessedMembers(SourceModel.Members)] T>(IEnumerable<T> rows)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        return PreparedDimension.Create(rows);
    }
}
