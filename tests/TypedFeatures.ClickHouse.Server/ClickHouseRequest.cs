using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace TypedFeatures.ClickHouse.Server;

/// <summary>A statement with its settings and parameters, the data behind an insert, and tables that come along with a query.</summary>
internal sealed partial class ClickHouseRequest
{
    private static readonly HashSet<string> NoSettings = ["query", "query_id", "default_format", "enable_http_compression"];

    private readonly Dictionary<string, string> parameters;
    private readonly Dictionary<string, byte[]> tables = [];
    private byte[] body = [];

    private ClickHouseRequest(Dictionary<string, string> parameters) => this.parameters = parameters;

    public static ClickHouseRequest Read(HttpListenerRequest http)
    {
        var query = http.Url!.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        var request = new ClickHouseRequest(query.Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p.ElementAtOrDefault(1) ?? "")));
        using var content = new MemoryStream();
        http.InputStream.CopyTo(content);
        request.body = content.ToArray();
        if (http.ContentType?.StartsWith("multipart/form-data", StringComparison.Ordinal) == true)
        {
            request.ReadForm(MediaTypeHeaderValue.Parse(http.ContentType).Parameters.Single(p => p.Name == "boundary").Value!.Trim('"'));
        }

        return request;
    }

    /// <summary>Runs the statement; the result is in the format that the request asks for.</summary>
    public byte[] Run(ChdbConnection connection)
    {
        // In one statement: one costs half a millisecond or more, however many settings it has, and every request comes with some thirty.
        if (Settings() is { Length: > 0 } settings)
        {
            connection.Query("SET " + settings);
        }

        foreach (var (table, rows) in tables)
        {
            connection.Query($"CREATE TEMPORARY TABLE {table} ({parameters[table + "_structure"]})");
            Insert(connection, table, parameters[table + "_structure"], rows);
        }

        if (InsertRows().Match(parameters.GetValueOrDefault("query", "")) is { Success: true } insert)
        {
            // All columns in their order, as the driver inserts them.
            var columns = Encoding.UTF8.GetString(connection.Query($"DESCRIBE TABLE {insert.Groups[1].Value}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Insert(connection, insert.Groups[1].Value, string.Join(", ", columns.Select(c => c.Split('\t')).Select(c => $"`{c[0]}` {c[1]}")), body);
            return [];
        }

        return connection.Query(Statement(), parameters.GetValueOrDefault("default_format", "TSV"));
    }

    private string Settings() => string.Join(", ", parameters
        .Where(p => !NoSettings.Contains(p.Key) && !tables.Keys.Any(t => p.Key == t + "_format" || p.Key == t + "_structure"))
        .Select(p => $"{p.Key} = {Literal(p.Value)}"));

    // The library takes statements apart at semicolons, also in data behind them: so rows go through a file.
    private static void Insert(ChdbConnection connection, string table, string structure, byte[] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, rows);
            connection.Query($"INSERT INTO {table} SELECT * FROM file({Literal(file)}, 'RowBinary', {Literal(structure)})");
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Queries are found by a comment: the library gives them ids of its own.
    private byte[] Statement()
    {
        var mark = $"/* {parameters.GetValueOrDefault("query_id")} */ ";
        var query = parameters.TryGetValue("query", out var sql) ? sql + "\n" : "";
        var text = Encoding.UTF8.GetBytes(mark + query);
        return Kill().Match(Encoding.UTF8.GetString(body)) is { Success: true } kill
            ? Encoding.UTF8.GetBytes($"KILL QUERY WHERE startsWith(query, '/* {kill.Groups[1].Value} */') ASYNC")
            : [.. text, .. body];
    }

    private void ReadForm(string boundary)
    {
        var separator = Encoding.ASCII.GetBytes("--" + boundary);
        var rest = body.AsSpan();
        body = [];
        rest = rest[(rest.IndexOf(separator) + separator.Length)..];
        while (rest.StartsWith("\r\n"u8))
        {
            var headerEnd = rest.IndexOf("\r\n\r\n"u8);
            var header = Encoding.UTF8.GetString(rest[2..headerEnd]);
            var from = headerEnd + 4;
            var length = rest[from..].IndexOf((byte[])[(byte)'\r', (byte)'\n', .. separator]);
            var value = rest.Slice(from, length).ToArray();
            var name = FieldName().Match(header).Groups[1].Value;
            if (header.Contains("filename=", StringComparison.Ordinal))
            {
                tables[name] = value;
            }
            else if (name == "query")
            {
                body = value;
            }
            else
            {
                parameters[name] = Encoding.UTF8.GetString(value);
            }

            rest = rest[(from + length + 2 + separator.Length)..];
        }
    }

    private static string Literal(string text) => "'" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'";

    [GeneratedRegex(@"\bname=""?([^"";]*)")]
    private static partial Regex FieldName();

    [GeneratedRegex(@"^INSERT INTO (\S+) \(.*\) FORMAT RowBinary$", RegexOptions.Singleline)]
    private static partial Regex InsertRows();

    [GeneratedRegex(@"^KILL QUERY WHERE query_id = '(\w+)' ASYNC")]
    private static partial Regex Kill();
}
