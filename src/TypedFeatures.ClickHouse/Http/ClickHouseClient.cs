using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TypedFeatures.ClickHouse.Format;
using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.ClickHouse.Http;

/// <summary>Speaks with one server over HTTP: a statement per request, its settings and parameters in the query string, results in RowBinary.</summary>
internal sealed class ClickHouseClient : IDisposable
{
    private const string ExceptionCode = "X-ClickHouse-Exception-Code";
    private const string ExceptionTag = "X-ClickHouse-Exception-Tag";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly TimeSpan LongestKill = TimeSpan.FromSeconds(5);

    private readonly HttpClient http;
    private readonly Uri server;
    private readonly string settings;
    private readonly string? user;
    private readonly string? password;

    public ClickHouseClient(ClickHouseOptions options)
    {
        server = new UriBuilder(options.Server) { UserName = "", Password = "", Query = "", Fragment = "" }.Uri;
        (user, password) = Credentials(options);
        settings = Settings(options);
        var handler = options.CreateHandler?.Invoke()
            ?? new SocketsHttpHandler { AutomaticDecompression = options.CompressResults ? DecompressionMethods.GZip : DecompressionMethods.None };

        // Queries take as long as they take; callers cancel.
        http = new(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Runs a statement without a result.</summary>
    /// <exception cref="OfflineEngineException">The server failed.</exception>
    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken) =>
        await ExecuteUnlessAsync(sql, refusal: null, cancellationToken).ConfigureAwait(false);

    /// <summary>Runs a statement without a result; false where it was refused with one certain code.</summary>
    public async Task<bool> ExecuteUnlessAsync(string sql, int? refusal, CancellationToken cancellationToken)
    {
        using var content = Text(sql);
        using var response = await SendAsync(content, sql, [], NewId(), cancellationToken).ConfigureAwait(false);
        if (refusal is not null && CodeOf(response) == refusal)
        {
            return false;
        }

        await ThrowIfFailedAsync(response, sql, cancellationToken).ConfigureAwait(false);
        await DrainAsync(response, sql, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Inserts rows in RowBinary.</summary>
    public async Task InsertAsync(string sql, ReadOnlyMemory<byte> rows, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(rows);
        content.Headers.ContentType = new("application/octet-stream");
        using var response = await SendAsync(content, sql, [new("query", sql)], NewId(), cancellationToken).ConfigureAwait(false);
        await ThrowIfFailedAsync(response, sql, cancellationToken).ConfigureAwait(false);
        await DrainAsync(response, sql, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts a query; the result streams while it is read.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="asOf">The parameter <c>as_of</c>, where the query has it.</param>
    /// <param name="spine">The table <c>spine</c>, where the query reads it.</param>
    /// <param name="cancellationToken">Stops the query at the server too.</param>
    public async Task<RunningQuery> QueryAsync(string sql, long? asOf, SpinePayload? spine, CancellationToken cancellationToken)
    {
        var id = NewId();
        var parameters = new List<KeyValuePair<string, string>> { new("default_format", "RowBinaryWithNamesAndTypes") };
        if (asOf is { } instant)
        {
            parameters.Add(new("param_as_of", instant.ToString(CultureInfo.InvariantCulture)));
        }

        using HttpContent content = spine is null ? Text(sql) : WithSpine(sql, spine, parameters);
        HttpResponseMessage? response = null;
        try
        {
            response = await SendAsync(content, sql, parameters, id, cancellationToken).ConfigureAwait(false);
            await ThrowIfFailedAsync(response, sql, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var reader = new RowBinaryReader(body, sql, HeaderOf(response, ExceptionTag));
            await reader.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
            return new(this, id, response, reader);
        }
        catch (Exception e)
        {
            response?.Dispose();
            if (e is OperationCanceledException)
            {
                await KillAsync(id).ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <summary>Stops a query. Closing its connection does so too, only later; hence a failure here is none.</summary>
    public async Task KillAsync(string queryId)
    {
        using var timeout = new CancellationTokenSource(LongestKill);
        try
        {
            await ExecuteAsync(ClickHouseStorage.Kill(queryId), timeout.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OfflineEngineException or OperationCanceledException or ObjectDisposedException)
        {
            // The user may not kill, or the server is gone: nothing is left to do.
        }
    }

    public void Dispose() => http.Dispose();

    private static string NewId() => Guid.NewGuid().ToString("N");

    private static StringContent Text(string sql) => new(sql, Utf8, "text/plain");

    private static MultipartFormDataContent WithSpine(string sql, SpinePayload spine, List<KeyValuePair<string, string>> parameters)
    {
        parameters.Add(new(ClickHouseStorage.SpineTable + "_format", "RowBinary"));
        parameters.Add(new(ClickHouseStorage.SpineTable + "_structure", spine.Structure));
        var rows = new ReadOnlyMemoryContent(spine.Rows);
        rows.Headers.ContentType = new("application/octet-stream");
        return new MultipartFormDataContent
        {
            { Text(sql), "\"query\"" },
            { rows, $"\"{ClickHouseStorage.SpineTable}\"", $"\"{ClickHouseStorage.SpineTable}\"" },
        };
    }

    private static (string? User, string? Password) Credentials(ClickHouseOptions options)
    {
        var parts = options.Server.UserInfo.Split(':', 2);
        string? Part(int index) => index < parts.Length && parts[index].Length > 0 ? Uri.UnescapeDataString(parts[index]) : null;
        return (options.User ?? Part(0), options.Password ?? Part(1));
    }

    private static string Settings(ClickHouseOptions options)
    {
        var all = ClickHouseSettings.Required
            .Concat(options.Settings)
            .Append(new("enable_http_compression", options.CompressResults ? "1" : "0"));
        return string.Join("&", all.Select(Pair));
    }

    private static string Pair(KeyValuePair<string, string> pair) => Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(pair.Value);

    private static string? HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static int? CodeOf(HttpResponseMessage response) =>
        int.TryParse(HeaderOf(response, ExceptionCode), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;

    // A failure may come with status 200 where the server had begun to answer; then the header says so.
    private static async Task ThrowIfFailedAsync(HttpResponseMessage response, string sql, CancellationToken cancellationToken)
    {
        var code = CodeOf(response);
        if (!response.IsSuccessStatusCode || code is not null)
        {
            var message = await ReadTextAsync(response, cancellationToken).ConfigureAwait(false);
            throw ClickHouseFault.Of(response.StatusCode, code, message, sql);
        }
    }

    private static async Task DrainAsync(HttpResponseMessage response, string sql, CancellationToken cancellationToken)
    {
        // What answers nothing says something only to tell of a failure after its status was sent.
        var text = await ReadTextAsync(response, cancellationToken).ConfigureAwait(false);
        if (ClickHouseFault.CodeIn(text) is not null)
        {
            throw ClickHouseFault.Of(response.StatusCode, null, text, sql);
        }
    }

    private static async Task<string> ReadTextAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw new OfflineEngineException($"ClickHouse broke off its answer: {e.Message}", e);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpContent content, string sql, IEnumerable<KeyValuePair<string, string>> parameters, string id, CancellationToken cancellationToken)
    {
        var query = string.Join("&", parameters.Append(new("query_id", id)).Select(Pair).Append(settings));
        using var request = new HttpRequestMessage(HttpMethod.Post, new UriBuilder(server) { Query = query }.Uri) { Content = content };
        if (user is not null)
        {
            request.Headers.TryAddWithoutValidation("X-ClickHouse-User", user);
        }

        if (password is not null)
        {
            request.Headers.TryAddWithoutValidation("X-ClickHouse-Key", password);
        }

        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw new OfflineEngineException(
                $"ClickHouse at {server.GetLeftPart(UriPartial.Authority)} does not answer: {e.Message} Check the address and that its HTTP interface is on.", e);
        }
    }
}
