namespace TypedFeatures.Online;

/// <summary>A running aggregate: a small mutable struct that begins empty (<c>default</c>).</summary>
/// <typeparam name="TSelf">The struct itself.</typeparam>
public interface IAccumulator<TSelf>
    where TSelf : struct, IAccumulator<TSelf>
{
    /// <summary>A copy that can go on without changing this one.</summary>
    TSelf Copy();

    /// <summary>Writes what was accumulated, the same bytes for the same values in any order (floating sums aside).</summary>
    void Write(ref StateWriter writer);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such aggregate.</exception>
    static abstract TSelf Read(ref StateReader reader);
}
