using System.Diagnostics.CodeAnalysis;

namespace TypedFeatures.Reference;

/// <content>Views as other views read them.</content>
public static partial class ReferenceEvaluation
{
    /// <summary>A view whose snapshots another one joins.</summary>
    /// <typeparam name="T">The feature record, marked <see cref="FeatureViewAttribute"/>.</typeparam>
    /// <param name="moment">The moment of the view that reads it.</param>
    /// <param name="lookBacks">Where its windows begin; none where one of them takes the whole past.</param>
    /// <param name="define">Its definition over its sources at a moment.</param>
    public static View<T> View<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        ReferenceMoment moment, IReadOnlyList<LookBack> lookBacks, Func<ReferenceMoment, FeatureQuery<T>> define)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(lookBacks);
        ArgumentNullException.ThrowIfNull(define);
        return new View<T>(moment, at => [.. define(at).FoundWithin(lookBacks).Where(FeatureResult<T>.TryFinish)]);
    }

    /// <summary>A feature table whose snapshots another view joins: of each entity the latest row known, where it is not too old.</summary>
    /// <typeparam name="T">The row type, marked <see cref="FeatureTableAttribute"/>.</typeparam>
    /// <param name="rows">The rows in any order.</param>
    /// <param name="moment">The moment of the view that reads it.</param>
    /// <param name="maxAge">How old a row may be, this age included; null for any age.</param>
    /// <param name="keyOf">The parts of a row's key.</param>
    /// <exception cref="ArgumentException">Ingestion would refuse a row; the message names its position and property.</exception>
    /// <exception cref="InvalidOperationException">The type is not declared as a feature table.</exception>
    public static View<T> Table<[DynamicallyAccessedMembers(SourceModel.Members)] T>(
        IEnumerable<T> rows, ReferenceMoment moment, TimeSpan? maxAge, Func<T, object[]> keyOf)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(moment);
        ArgumentNullException.ThrowIfNull(keyOf);
        var prepared = PreparedTable.Create(rows);
        return new View<T>(moment, at => [.. Latest(prepared.VisibleAt(at, maxAge), keyOf).Values]);
    }

    private static Dictionary<object[], T> Latest<T>(IEnumerable<T> rows, Func<T, object[]> keyOf)
    {
        var latest = new Dictionary<object[], T>(KeyPartsComparer.Instance);
        foreach (var row in rows)
        {
            latest[keyOf(row)] = row;
        }

        return latest;
    }
}
