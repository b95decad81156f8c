using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TypedFeatures;

/// <summary>Categories as numbers that a model takes, the same in memory, online and on every engine.</summary>
public static class Encode
{
    /// <summary>
    /// The bucket of a text: the first 60 bits of the SHA-256 of its UTF-8 bytes, as a whole number, modulo the number of buckets. It depends on no seed, machine or version,
    /// and never changes. Null stays null; give it a bucket of its own with <c>?? -1</c>.
    /// </summary>
    /// <param name="value">The category.</param>
    /// <param name="buckets">How many buckets, from 1; in a definition a constant.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no buckets.</exception>
    public static int? Hash(string? value, int buckets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(buckets, 1);
        return value is null ? null : HashUtf8(Encoding.UTF8.GetBytes(value), buckets);
    }

    /// <summary>The bucket of an integer: that of its invariant text, as <c>Hash("42", buckets)</c>.</summary>
    /// <inheritdoc cref="Hash(string?, int)"/>
    public static int? Hash(long? value, int buckets) => Hash(value?.ToString(CultureInfo.InvariantCulture), buckets);

    /// <summary>The bucket of a GUID: that of its lower-case text with hyphens.</summary>
    /// <inheritdoc cref="Hash(string?, int)"/>
    public static int? Hash(Guid? value, int buckets) => Hash(value?.ToString(), buckets);

    /// <summary>
    /// A vector with a one at the category that the value is, and zeros elsewhere; zeros alone where it is none of them, or null. As a feature it is a
    /// <c>float[]</c> with <c>[Vector(n)]</c> of as many numbers as there are categories.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="categories">The categories in the order of their places, each once; in a definition constants.</param>
    public static float[] OneHot(string? value, params string[] categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        return Unit(categories.Length, value is null ? -1 : Array.FindIndex(categories, c => string.Equals(c, value, StringComparison.Ordinal)));
    }

    /// <summary>The same of integers.</summary>
    /// <inheritdoc cref="OneHot(string?, string[])"/>
    public static float[] OneHot(long? value, params long[] categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        return Unit(categories.Length, value is { } number ? Array.IndexOf(categories, number) : -1);
    }

    /// <summary>The same of an enum that is stored by name: its members are the categories, in the order of their values.</summary>
    /// <inheritdoc cref="OneHot(string?, string[])"/>
    /// <typeparam name="TEnum">The enum.</typeparam>
    public static float[] OneHot<TEnum>(TEnum? value)
        where TEnum : struct, Enum
    {
        // Enum.GetValues orders by the bits, which puts negative members last.
        var members = Enum.GetValues<TEnum>();
        Array.Sort(members);
        return Unit(members.Length, value is { } member ? Array.IndexOf(members, member) : -1);
    }

    /// <inheritdoc cref="OneHot{TEnum}(TEnum?)"/>
    public static float[] OneHot<TEnum>(TEnum value)
        where TEnum : struct, Enum => OneHot((TEnum?)value);

    /// <summary>The bucket of a text that is at hand as its UTF-8 bytes, as <see cref="Hash(string?, int)"/> has it. Definitions cannot use it: they have texts.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="buckets">How many buckets, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no buckets.</exception>
    public static int HashUtf8(ReadOnlySpan<byte> utf8, int buckets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(buckets, 1);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8, hash);
        return (int)((BinaryPrimitives.ReadUInt64BigEndian(hash) >> 4) % (ulong)buckets);
    }

    private static float[] Unit(int length, int place)
    {
        var vector = new float[length];
        if (place >= 0)
        {
            vector[place] = 1;
        }

        return vector;
    }
}
