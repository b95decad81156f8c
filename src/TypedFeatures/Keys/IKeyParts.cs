using System.ComponentModel;
using TypedFeatures.Online;

namespace TypedFeatures.Keys;

/// <summary>An entity key as its parts: what a view says of its key once, so that the library reads, writes and encodes it; for generated code.</summary>
/// <typeparam name="TKey">The key.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKeyParts<TKey>
    where TKey : notnull
{
    /// <summary>Shows every part, in the order of the columns, and makes a key of what the visitor returns for them.</summary>
    /// <param name="key">The key; of what visitors that only make parts are shown, nothing matters.</param>
    /// <param name="parts">What is done with them.</param>
    static abstract TKey Visit<TVisitor>(TKey key, ref TVisitor parts)
        where TVisitor : struct, IKeyVisitor, allows ref struct;
}

/// <summary>What is done with the parts of a key, one after the other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKeyVisitor
{
    /// <summary>A part.</summary>
    T Part<T, TKind>(T value)
        where T : notnull
        where TKind : IValueKind<T>;

    /// <summary>A part that is stored as units.</summary>
    /// <param name="value">The part.</param>
    /// <param name="precision">How many digits in all.</param>
    /// <param name="scale">How many of them after the point.</param>
    /// <param name="property">The key property, for messages.</param>
    decimal Decimal(decimal value, int precision, int scale, string property);
}

/// <summary>A key of one part.</summary>
/// <typeparam name="T">Its type.</typeparam>
/// <typeparam name="TKind">Its kind.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SinglePart<T, TKind> : IKeyParts<T>
    where T : notnull
    where TKind : IValueKind<T>
{
    /// <inheritdoc/>
    public static T Visit<TVisitor>(T key, ref TVisitor parts)
        where TVisitor : struct, IKeyVisitor, allows ref struct => parts.Part<T, TKind>(key);
}
