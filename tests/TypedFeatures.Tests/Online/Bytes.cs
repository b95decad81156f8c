using System.Buffers;
using TypedFeatures.Online;

namespace TypedFeatures.Tests.Online;

/// <summary>Writes and reads the binary forms of the online state.</summary>
internal static class Bytes
{
    public delegate void Writing(ref StateWriter writer);

    public delegate T Reading<out T>(ref StateReader reader);

    public static byte[] Of(Writing write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new StateWriter(buffer);
        write(ref writer);
        return buffer.WrittenSpan.ToArray();
    }

    public static T Read<T>(byte[] bytes, Reading<T> read)
    {
        var reader = new StateReader(bytes);
        var value = read(ref reader);
        reader.ExpectEnd();
        return value;
    }

    public static byte[] Of<T>(T accumulator)
        where T : struct, IAccumulator<T> =>
        Of((ref StateWriter writer) => accumulator.Write(ref writer));

    public static T RoundTrip<T>(T accumulator)
        where T : struct, IAccumulator<T> =>
        Read(Of(accumulator), (ref StateReader reader) => T.Read(ref reader));

    /// <summary>Every order of a few items.</summary>
    public static IEnumerable<T[]> Permutations<T>(T[] items) =>
        items.Length <= 1
            ? [items]
            : items.SelectMany((item, i) => Permutations([.. items[..i], .. items[(i + 1)..]]).Select(rest => (T[])[item, .. rest]));
}
