using System.Buffers.Binary;
using System.Text;
using TypedFeatures.ClickHouse.Http;
using TypedFeatures.Offline;

namespace TypedFeatures.ClickHouse.Format;

/// <summary>
/// Reads RowBinaryWithNamesAndTypes row by row from a stream. A server that fails in the midst of a result appends its words to the rows and breaks the
/// transfer: so a row is handed out only when <see cref="Guard"/> more bytes have come after it, or the stream has ended as it should.
/// </summary>
/// <param name="stream">The response's body.</param>
/// <param name="sql">The statement, for messages.</param>
/// <param name="exceptionTag">What marks an appended failure, where the server said so.</param>
internal sealed class RowBinaryReader(Stream stream, string sql, string? exceptionTag)
{
    /// <summary>The server's words about a failure are at most 16 KiB, with their marks.</summary>
    public const int Guard = 32 * 1024;

    private static ReadOnlySpan<byte> Marker => "__exception__"u8;

    private byte[] buffer = new byte[4 * Guard];
    private int start;
    private int end;
    private bool hasEnded;

    /// <summary>The columns' names.</summary>
    public string[] Names { get; private set; } = [];

    /// <summary>The columns' types.</summary>
    public WireType[] Types { get; private set; } = [];

    /// <summary>Where each value of the row at hand begins in <see cref="Row"/>; -1 where it is null.</summary>
    public int[] Offsets { get; private set; } = [];

    /// <summary>The bytes that <see cref="Offsets"/> speaks of.</summary>
    public ReadOnlySpan<byte> Row => buffer;

    /// <summary>Whether the last row was read and the server was done.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Reads names and types.</summary>
    public async ValueTask ReadHeaderAsync(CancellationToken cancellationToken)
    {
        while (!TryReadHeader())
        {
            if (hasEnded)
            {
                throw ClickHouseFault.BrokenOff(null, sql, null);
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        Offsets = new int[Types.Length];
    }

    /// <summary>Moves to the next row.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var limit = hasEnded ? end : end - Guard;
            if (limit > start && TryReadRow(limit))
            {
                return true;
            }

            if (hasEnded)
            {
                IsAtEnd = true;
                return start == end ? false : throw ClickHouseFault.BrokenOff(null, sql, null);
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The length of a text and where it begins.</summary>
    public ReadOnlySpan<byte> TextAt(int offset)
    {
        TryReadLength(ref offset, end, out var length);
        return buffer.AsSpan(offset, length);
    }

    private bool TryReadHeader()
    {
        var at = start;
        var limit = end;
        if (!TryReadLength(ref at, limit, out var count))
        {
            return false;
        }

        var texts = new string[count * 2];
        for (var i = 0; i < texts.Length; i++)
        {
            if (!TryReadLength(ref at, limit, out var length) || limit - at < length)
            {
                return false;
            }

            texts[i] = Encoding.UTF8.GetString(buffer, at, length);
            at += length;
        }

        Names = texts[..count];
        Types = [.. texts[count..].Select((type, i) => WireType.Parse(type) ?? throw Unknown(Names[i], type))];
        start = at;
        return true;
    }

    private bool TryReadRow(int limit)
    {
        var at = start;
        for (var i = 0; i < Types.Length; i++)
        {
            var type = Types[i];
            if (type.IsNullable)
            {
                if (at >= limit)
                {
                    return false;
                }

                if (buffer[at++] != 0)
                {
                    Offsets[i] = -1;
                    continue;
                }
            }

            Offsets[i] = at;
            var size = type.Size;
            if (type.Wire == Wire.Text)
            {
                if (!TryReadLength(ref at, limit, out size))
                {
                    return false;
                }
            }

            if (limit - at < size)
            {
                return false;
            }

            at += size;
        }

        start = at;
        return true;
    }

    /// <summary>A number in as many bytes as it needs, seven bits each.</summary>
    private bool TryReadLength(ref int at, int limit, out int length)
    {
        var value = 0UL;
        for (var shift = 0; shift < 64 && at < limit; shift += 7)
        {
            var next = buffer[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                length = value <= int.MaxValue ? (int)value : throw ClickHouseFault.BrokenOff(null, sql, null);
                return true;
            }
        }

        length = 0;
        return false;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        try
        {
            var count = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
            end += count;
            hasEnded = count == 0;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidDataException)
        {
            throw ClickHouseFault.BrokenOff(AppendedWords(), sql, e);
        }

        if (hasEnded && AppendedWords() is { } words)
        {
            throw ClickHouseFault.BrokenOff(words, sql, null);
        }
    }

    private void MakeRoom()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (buffer.Length - end < Guard)
        {
            Array.Resize(ref buffer, checked(buffer.Length * 2));
        }
    }

    /// <summary>
    /// What the server appended to the rows about a failure; null where nothing. Newer servers frame it: mark, tag, words, their length, tag, mark. Older ones
    /// append the words alone and close them with their version in parentheses.
    /// </summary>
    private string? AppendedWords()
    {
        var tail = buffer.AsSpan(start, end - start);
        if (exceptionTag is not null)
        {
            var frame = tail.LastIndexOf(Encoding.ASCII.GetBytes($"__exception__\r\n{exceptionTag}"));
            if (frame < 0)
            {
                return null;
            }

            var text = Encoding.UTF8.GetString(tail[(frame + Marker.Length + 2 + exceptionTag.Length)..]);
            var close = text.LastIndexOf(exceptionTag, StringComparison.Ordinal);
            var framed = (close < 0 ? text : text[..close]).Trim();
            return framed.LastIndexOf('\n') is > 0 and var line ? framed[..line] : framed;
        }

        var words = tail.LastIndexOf("Code: "u8);
        return words >= 0 && tail[words..].IndexOf("DB::"u8) >= 0 && tail.TrimEnd("\r\n"u8).EndsWith(")"u8) ? Encoding.UTF8.GetString(tail[words..]) : null;
    }

    private static OfflineEngineException Unknown(string name, string type) =>
        new($"ClickHouse: column '{name}' has type {type}, which cannot be read. Cast it to a number, Bool or String.");

    /// <summary>An integer of any size.</summary>
    public Int128 IntegerAt(int column)
    {
        var at = buffer.AsSpan(Offsets[column]);
        return Types[column].Wire switch
        {
            Wire.UInt8 => at[0],
            Wire.Int8 => (sbyte)at[0],
            Wire.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(at),
            Wire.Int16 => BinaryPrimitives.ReadInt16LittleEndian(at),
            Wire.UInt32 => BinaryPrimitives.ReadUInt32LittleEndian(at),
            Wire.Int32 => BinaryPrimitives.ReadInt32LittleEndian(at),
            Wire.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(at),
            Wire.Int64 => BinaryPrimitives.ReadInt64LittleEndian(at),
            _ => BinaryPrimitives.ReadInt128LittleEndian(at),
        };
    }
}
