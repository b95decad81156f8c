using System.Diagnostics.CodeAnalysis;
using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>Groups events by a key that is a value: <c>group p by p.UserId into g</c>. Constraints choose among this class and its two siblings.</summary>
public static class EventGrouping
{
    /// <summary>The history of every entity.</summary>
    /// <typeparam name="T">The row.</typeparam>
    /// <typeparam name="TKey">The entity key: a scalar or a value tuple of scalars.</typeparam>
    /// <param name="events">The events.</param>
    /// <param name="key">The key of a row.</param>
    public static FeatureGroups<TKey, T> GroupBy<T, [DynamicallyAccessedMembers(KeyParts.Members)] TKey>(
        this Events<T> events, Func<T, TKey> key)
        where TKey : struct =>
        events.GroupBy(key, static row => row);

    /// <summary>The history of every entity, of what an element selector makes of the rows.</summary>
    /// <typeparam name="T">The row.</typeparam>
    /// <typeparam name="TKey">The entity key: a scalar or a value tuple of scalars.</typeparam>
    /// <typeparam name="TElement">What windows see of a row.</typeparam>
    /// <param name="events">The events.</param>
    /// <param name="key">The key of a row.</param>
    /// <param name="element">What windows see of a row; runs for rows inside a window only.</param>
    public static FeatureGroups<TKey, TElement> GroupBy<
        T, [DynamicallyAccessedMembers(KeyParts.Members)] TKey, TElement>(
        this Events<T> events, Func<T, TKey> key, Func<T, TElement> element)
        where TKey : struct
    {
        ArgumentNullException.ThrowIfNull(key);
        return ReferenceGroups.Create<T, TKey, TElement>(events, TryGetKey, element);

        bool TryGetKey(T row, out TKey value)
        {
            value = key(row);
            return true;
        }
    }
}

/// <summary>Groups events by a key that is a nullable value: rows where it is null belong to no entity, and <see cref="History{TKey, T}.Key"/> is never null.</summary>
public static class EventGroupingByNullable
{
    /// <summary>The history of every entity.</summary>
    /// <typeparam name="T">The row.</typeparam>
    /// <typeparam name="TKey">The entity key without null.</typeparam>
    /// <param name="events">The events.</param>
    /// <param name="key">The key of a row; null for none.</param>
    public static FeatureGroups<TKey, T> GroupBy<T, [DynamicallyAccessedMembers(KeyParts.Members)] TKey>(
        this Events<T> events, Func<T, TKey?> key)
        where TKey : struct =>
        events.GroupBy(key, static row => row);

    /// <summary>The history of every entity, of what an element selector makes of the rows.</summary>
    /// <typeparam name="T">The row.</typeparam>
    /// <typeparam name="TKey">The entity key without null.</typeparam>
    /// <typeparam name="TElement">What windows see of a row.</typeparam>
    /// <param name="events">The events.</param>
    /// <param name="key">The key of a row; null for none.</param>
    /// <param name="element">What windows see of a row; runs for rows inside a window only.</param>
    public static FeatureGroups<TKey, TElement> GroupBy<
        T, [DynamicallyAccessedMembers(KeyParts.Members)] TKey, TElement>(
        this Events<T> events, Func<T, TKey?> key, Func<T, TElement> element)
        where TKey : struct
    {
        ArgumentNullException.ThrowIfNull(key);
        return ReferenceGroups.Create<T, TKey, TElement>(events, TryGetKey, element);

        bool TryGetKey(T row, out TKey value)
        {
            var found = key(row);
            value = found.GetValueOrDefault();
            return found.HasValue;
        }
    }
}

/// <summary>Groups events by a key that is an object: text, or an anonymous type of several parts. A null in any part belongs to no entity.</summary>
public static class EventGroupingByReference
{
    /// <summary>The history of every entity.</summary>
    /// <typeparam name="T">The row.</typeparam>
    /// <typeparam name="TKey">The entity key: text or an anonymous type.</typeparam>
    /// <param name="events">The events.</param>
    /// <param name="key">The key of a row; null for none.</param>
    public static FeatureGroups<TKey, T> GroupBy<T, [DynamicallyAccessedMembers(KeyParts.Members)] TKey>(
        this Events<T> events, Func<T, TKey?> key)
        where TKey : class =>
        events.GroupBy(key, static row => row);

    /// <summary>The history of every entity, of what an element selector makes of the rows.</summary>
    /// <typeparam name="T">The row.</typeparam>
    /// <typeparam name="TKey">The entity key: text or an anonymous type.</typeparam>
    /// <typeparam name="TElement">What windows see of a row.</typeparam>
    /// <param name="events">The events.</param>
    /// <param name="key">The key of a row; null for none.</param>
    /// <param name="element">What windows see of a row; runs for rows inside a window only.</param>
    public static FeatureGroups<TKey, TElement> GroupBy<
        T, [DynamicallyAccessedMembers(KeyParts.Members)] TKey, TElement>(
        this Events<T> events, Func<T, TKey?> key, Func<T, TElement> element)
        where TKey : class
    {
        ArgumentNullException.ThrowIfNull(key);
        return ReferenceGroups.Create<T, TKey, TElement>(events, TryGetKey, element);

        bool TryGetKey(T row, [MaybeNullWhen(false)] out TKey value)
        {
            value = key(row);
            return value is not null;
        }
    }
}
