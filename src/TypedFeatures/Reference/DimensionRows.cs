using System.Diagnostics.CodeAnalysis;

namespace TypedFeatures.Reference;

/// <summary>The rows of a dimension, found by key.</summary>
internal abstract class DimensionRows<T>
    where T : class
{
    public abstract DimensionLookup<T, TKey> IndexBy<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TKey>(Func<T, TKey> key);
}

/// <summary>Finds the row of a dimension that an event meets.</summary>
internal abstract class DimensionLookup<T, TKey>
    where T : class
{
    /// <summary>The row that held at the event time, among those known when the event was known; null for none.</summary>
    public abstract T? Find<TEvent>(TKey key, EventRow<TEvent> row, Knowledge knowledge);
}
