using System.Buffers;
using TypedFeatures.Online;

namespace TypedFeatures;

/// <summary>
/// What the online store knows of a view as a whole; kept under the empty key.
/// </summary>
/// <param name="Contract">The contract hash of the view.</param>
/// <param name="Watermark">The knowledge instant of the last full materialization that ended; <see cref="NeverWatermark"/> before the first.</param>
/// <param name="Generation">Its number; 0 before the first. A state with a smaller number is stale: its entity had no row when the view was materialized last.</param>
/// <param name="HighestWatermark">No state's watermark is later, those of partial or broken-off materializations included.</param>
/// <param name="LastGeneration">The greatest number ever given out, so that one that broke off shares its number with none.</param>
internal sealed record ViewHeader(ulong Contract, long Watermark, long Generation, long HighestWatermark, long LastGeneration)
{
    public const long NeverWatermark = long.MinValue;

    /// <summary>Whether all entities were written at least once, so that one without a state is known to have no rows.</summary>
    public bool IsComplete => Generation > 0;

    /// <summary>The header of a view without states, under this contract.</summary>
    /// <param name="contract">The contract hash.</param>
    /// <param name="lastGeneration">What another contract's header gave out last: its states are still there and must stay older.</param>
    public static ViewHeader Empty(ulong contract, long lastGeneration) =>
        new(contract, NeverWatermark, 0, NeverWatermark, lastGeneration);

    public byte[] Encode()
    {
        var output = new ArrayBufferWriter<byte>(StateHeader.Length + 20);
        new StateHeader(Contract, Watermark, Generation).Write(output);
        var writer = new StateWriter(output);
        writer.WriteVarInt64(HighestWatermark);
        writer.WriteVarInt64(LastGeneration);
        return output.WrittenSpan.ToArray();
    }

    /// <returns>Null where the entry is in another version's format.</returns>
    /// <exception cref="InvalidDataException">The entry is damaged.</exception>
    public static ViewHeader? Decode(ReadOnlySpan<byte> entry)
    {
        if (!StateHeader.TryRead(entry, out var header))
        {
            return null;
        }

        var reader = new StateReader(entry[StateHeader.Length..]);
        return new ViewHeader(header.Contract, header.Watermark, header.Generation, reader.ReadVarInt64(), reader.ReadVarInt64());
    }
}
