using System.Buffers;
using System.Globalization;
using System.Text;
using TypedFeatures.Online;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>Writes a CSV file (RFC 4180) beside its final place and moves it there when it is complete.</summary>
internal sealed class CsvTableWriter : ITableWriter
{
    private const int BufferBytes = 1 << 16;
    private readonly string path;
    private readonly string temporaryPath;
    private readonly FileStream file;
    private readonly StreamWriter text;
    private bool isClosed;

    private CsvTableWriter(string path, string temporaryPath)
    {
        this.path = path;
        this.temporaryPath = temporaryPath;
        file = new FileStream(temporaryPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1);
        text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferBytes);
        Rows = new CsvRowWriter(text);
    }

    public RowWriter Rows { get; }

    public static CsvTableWriter Create(string path, IReadOnlyList<FieldSchema> columns)
    {
        var fullPath = Path.GetFullPath(path);
        var writer = new CsvTableWriter(fullPath, $"{fullPath}.{Guid.NewGuid():N}.tmp");
        foreach (var column in columns)
        {
            writer.Rows.Write(column.Name, isRequired: true);
        }

        writer.Rows.EndRow();
        return writer;
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken = default)
    {
        await text.FlushAsync(cancellationToken).ConfigureAwait(false);

        // On the disk before the name is: after a crash the name never leads to half a file.
        file.Flush(flushToDisk: true);
        await CloseAsync().ConfigureAwait(false);
        File.Move(temporaryPath, path, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await CloseAsync().ConfigureAwait(false);
        }
        finally
        {
            // Gone already where the file was completed.
            File.Delete(temporaryPath);
        }
    }

    private async ValueTask CloseAsync()
    {
        if (!isClosed)
        {
            isClosed = true;
            await text.DisposeAsync().ConfigureAwait(false);
        }
    }

    private sealed class CsvRowWriter(TextWriter output) : RowWriter
    {
        private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\",\r\n");
        private readonly char[] scratch = new char[64];

        protected override void PutNull() => Separate();

        protected override void PutBoolean(bool value)
        {
            Separate();
            output.Write(value ? "true" : "false");
        }

        protected override void PutInt32(int value) => PutFormatted(value);

        protected override void PutInt64(long value) => PutFormatted(value);

        protected override void PutDecimal(long units, int scale) => PutFormatted(DecimalValue.Of(units, scale));

        protected override void PutSingle(float value) => PutFormatted(value);

        protected override void PutDouble(double value) => PutFormatted(value);

        protected override void PutInstant(long microseconds) =>
            PutFormatted(Instant.ToDateTime(microseconds), "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'");

        protected override void PutDate(int days) => PutFormatted(Instant.ToDate(days), "yyyy-MM-dd");

        protected override void PutTimeSpan(long microseconds) => PutFormatted(microseconds);

        protected override void PutString(string value)
        {
            Separate();
            if (value.Length > 0 && !value.AsSpan().ContainsAny(NeedQuotes))
            {
                output.Write(value);
                return;
            }

            output.Write('"');
            output.Write(value.Replace("\"", "\"\"", StringComparison.Ordinal));
            output.Write('"');
        }

        protected override void PutVector(ReadOnlySpan<float> value)
        {
            var json = new StringBuilder("[");
            foreach (var number in value)
            {
                json.Append(json.Length == 1 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{number}");
            }

            PutString(json.Append(']').ToString());
        }

        protected override void PutEndRow() => output.Write("\r\n");

        private void PutFormatted<T>(T value, ReadOnlySpan<char> format = default)
            where T : ISpanFormattable
        {
            Separate();
            if (!value.TryFormat(scratch, out var length, format, CultureInfo.InvariantCulture))
            {
                throw new InvalidOperationException($"A {typeof(T).Name} is longer than {scratch.Length} characters.");
            }

            output.Write(scratch, 0, length);
        }

        private void Separate()
        {
            if (Column > 0)
            {
                output.Write(',');
            }
        }
    }
}
