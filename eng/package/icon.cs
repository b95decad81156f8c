// Draws icon.png, the icon of the packages: `dotnet run eng/package/icon.cs`.
// A history of rows along a line, an instant, and what comes after it: filled is what a feature may see.
using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;

const int Size = 128;
const int Samples = 4;

// What is drawn first lies on top.
(Func<double, double, bool> Covers, byte Color)[] shapes =
[
    (Disc(22, 64, 10), Palette.Known),
    (Disc(50, 64, 10), Palette.Known),
    (Rounded(74, 24, 80, 104, 3), Palette.Instant),
    (Disc(104, 64, 6.5), Palette.Ground),
    (Disc(104, 64, 10), Palette.Later),
    (Rounded(12, 62, 116, 66, 2), Palette.Line),
    (Rounded(0, 0, Size, Size, 24), Palette.Ground),
];

var pixels = new byte[Size * (1 + (Size * 4))];
for (var y = 0; y < Size; y++)
{
    for (var x = 0; x < Size; x++)
    {
        Color(x, y).CopyTo(pixels.AsSpan((y * (1 + (Size * 4))) + 1 + (x * 4)));
    }
}

File.WriteAllBytes(Path.Combine(Folder(), "icon.png"), Png(pixels));

static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

static Func<double, double, bool> Disc(double centerX, double centerY, double radius) =>
    (x, y) => ((x - centerX) * (x - centerX)) + ((y - centerY) * (y - centerY)) <= radius * radius;

static Func<double, double, bool> Rounded(double left, double top, double right, double bottom, double radius) =>
    (x, y) => Disc(Math.Clamp(x, left + radius, right - radius), Math.Clamp(y, top + radius, bottom - radius), radius)(x, y);

// The mean of a grid of samples within the pixel, so that edges are smooth; where nothing covers a sample it is transparent.
byte[] Color(int x, int y)
{
    Span<int> sums = stackalloc int[4];
    for (var i = 0; i < Samples * Samples; i++)
    {
        var sampleX = x + (((i % Samples) + 0.5) / Samples);
        var sampleY = y + (((i / Samples) + 0.5) / Samples);
        var shape = Array.FindIndex(shapes, s => s.Covers(sampleX, sampleY));
        if (shape >= 0)
        {
            var color = Palette.Colors[shapes[shape].Color];
            sums[0] += color.Red;
            sums[1] += color.Green;
            sums[2] += color.Blue;
            sums[3]++;
        }
    }

    var covered = Math.Max(1, sums[3]);
    return [(byte)(sums[0] / covered), (byte)(sums[1] / covered), (byte)(sums[2] / covered), (byte)(sums[3] * 255 / (Samples * Samples))];
}

static byte[] Png(byte[] pixels)
{
    var header = new byte[13];
    BinaryPrimitives.WriteInt32BigEndian(header, Size);
    BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Size);
    header[8] = 8; // bits per channel
    header[9] = 6; // red, green, blue and opacity
    var deflated = new MemoryStream();
    using (var zlib = new ZLibStream(deflated, CompressionLevel.SmallestSize))
    {
        zlib.Write(pixels);
    }

    return [137, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, deflated.ToArray()), .. Chunk("IEND"u8, [])];
}

static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
{
    var chunk = new byte[12 + data.Length];
    BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
    type.CopyTo(chunk.AsSpan(4));
    data.CopyTo(chunk, 8);
    BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Checksum(chunk.AsSpan(4, 4 + data.Length)));
    return chunk;
}

// CRC-32 as PNG has it (ISO 3309), bit by bit.
static uint Checksum(ReadOnlySpan<byte> bytes)
{
    var checksum = uint.MaxValue;
    foreach (var b in bytes)
    {
        checksum ^= b;
        for (var bit = 0; bit < 8; bit++)
        {
            checksum = (checksum >> 1) ^ ((checksum & 1) * 0xEDB88320);
        }
    }

    return ~checksum;
}

internal static class Palette
{
    public const byte Ground = 0;
    public const byte Line = 1;
    public const byte Known = 2;
    public const byte Instant = 3;
    public const byte Later = 4;

    public static readonly (byte Red, byte Green, byte Blue)[] Colors = [(32, 27, 66), (106, 98, 160), (120, 220, 170), (255, 255, 255), (236, 118, 108)];
}
