namespace TypedFeatures.Online;

/// <summary>The partial aggregates of the rows of one tile; generated per view.</summary>
/// <typeparam name="TSelf">The struct itself.</typeparam>
/// <typeparam name="TRow">The generated row.</typeparam>
public interface ITile<TSelf, TRow>
    where TSelf : struct, ITile<TSelf, TRow>
    where TRow : struct
{
    /// <summary>Takes a row.</summary>
    void Add(in TRow row);

    /// <summary>Takes in what another accumulated of other rows.</summary>
    void Merge(in TSelf other);

    /// <summary>Writes what was accumulated.</summary>
    void Write(ref StateWriter writer);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such tile.</exception>
    static abstract TSelf Read(ref StateReader reader);
}
