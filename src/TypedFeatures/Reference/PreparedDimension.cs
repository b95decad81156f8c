using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace TypedFeatures.Reference;

/// <summary>The rows of a dimension, their values as they would be stored, in order: valid-from, ingest time, columns as declared.</summary>
/// <param name="rows">The rows, in order.</param>
internal sealed class PreparedDimension<T>(SourceRow<T>[] rows) : DimensionRows<T>, IEnumerable<T>
    where T : class
{
    // The compiler makes one delegate of a lambda that captures nothing, so a definition that runs again finds its index here.
    private readonly ConditionalWeakTable<Delegate, object> indexes = [];

    public override DimensionLookup<T, TKey> IndexBy<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TKey>(
        Func<T, TKey> key) =>
        (DimensionIndex<T, TKey>)indexes.GetValue(key, _ => new DimensionIndex<T, TKey>(rows, key, KeyParts.HasNull));

    public IEnumerator<T> GetEnumerator() => rows.Select(static row => row.Row).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Prepares dimensions.</summary>
internal static class PreparedDimension
{
    public static PreparedDimension<T> Create<[DynamicallyAccessedMembers(SourceModel.Members)] T>(IEnumerable<T> rows)
        where T : class
    {
        if (rows is PreparedDimension<T> prepared)
        {
            return prepared;
        }

        var model = SourceModel<T>.OfDimension;
        var sorted = rows.Select((row, position) => model.Read(row, position)).ToArray();
        Array.Sort(sorted, model.Compare);
        return new PreparedDimension<T>(sorted);
    }
}
