using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace TypedFeatures.ClickHouse.Server;

/// <summary>Who may ask.</summary>
internal sealed record Credentials(string User, string Password);

/// <summary>ClickHouse's HTTP interface, as far as the driver uses it, on a free loopback port.</summary>
internal sealed partial class HttpEndpoint : IDisposable
{
    private const int AuthenticationFailed = 516;

    private readonly HttpListener listener;
    private readonly ChdbDatabase database;
    private readonly Credentials? credentials;
    private readonly BlockingCollection<HttpListenerContext> waiting = [];

    // Threads without work, less requests without a thread.
    private int idle;

    private HttpEndpoint(HttpListener listener, int port, ChdbDatabase database, Credentials? credentials)
    {
        this.listener = listener;
        this.database = database;
        this.credentials = credentials;
        Port = port;
    }

    public int Port { get; }

    public static HttpEndpoint Start(ChdbDatabase database, Credentials? credentials)
    {
        // Between finding a port free and taking it somebody else may.
        for (var attempt = 0; ; attempt++)
        {
            var port = FreePort();
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                continue;
            }

            var endpoint = new HttpEndpoint(listener, port, database, credentials);
            new Thread(endpoint.Listen) { IsBackground = true }.Start();
            return endpoint;
        }
    }

    public void Dispose() => listener.Close();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private void Listen()
    {
        while (true)
        {
            waiting.Add(listener.GetContext());
            if (Interlocked.Decrement(ref idle) < 0)
            {
                Interlocked.Increment(ref idle);
                new Thread(Work) { IsBackground = true }.Start();
            }
        }
    }

    // The engine's calls block, as long as a query takes: as many threads as there are requests at a time. They stay, because the engine leaks two mappings
    // of memory with each that ends: after 32,000 threads the kernel has no more of them (vm.max_map_count), and the process ends.
    private void Work()
    {
        foreach (var context in waiting.GetConsumingEnumerable())
        {
            Answer(context);
            Interlocked.Increment(ref idle);
        }
    }

    private void Answer(HttpListenerContext context)
    {
        try
        {
            if (credentials is not null && credentials != Of(context.Request))
            {
                Fail(context.Response, HttpStatusCode.Forbidden, $"Code: {AuthenticationFailed}. DB::Exception: Authentication failed. (AUTHENTICATION_FAILED)");
                return;
            }

            var request = ClickHouseRequest.Read(context.Request);
            try
            {
                using var connection = database.Connect();
                Succeed(context, request.Run(connection));
            }
            catch (ChdbException e)
            {
                Fail(context.Response, HttpStatusCode.InternalServerError, e.Message);
            }
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The client has gone.
        }
        catch (Exception e)
        {
            // A fault of this program's own is the asker's to see; unhandled it would end every other query, too.
            Console.Error.WriteLine(e);
            Fail(context.Response, HttpStatusCode.NotImplemented, e.ToString());
        }
    }

    private static Credentials? Of(HttpListenerRequest request) =>
        request.Headers["X-ClickHouse-User"] is { } user ? new(user, request.Headers["X-ClickHouse-Key"] ?? "") : null;

    private static void Fail(HttpListenerResponse response, HttpStatusCode status, string message)
    {
        var body = Encoding.UTF8.GetBytes(message + "\n");
        response.StatusCode = (int)status;
        if (Code().Match(message) is { Success: true } code)
        {
            response.Headers["X-ClickHouse-Exception-Code"] = code.Groups[1].Value;
        }

        response.ContentLength64 = body.Length;
        response.Close(body, willBlock: true);
    }

    private static void Succeed(HttpListenerContext context, byte[] body)
    {
        var response = context.Response;
        var compress = context.Request.QueryString["enable_http_compression"] == "1"
            && (context.Request.Headers["Accept-Encoding"] ?? "").Contains("gzip", StringComparison.Ordinal);
        if (compress)
        {
            response.Headers["Content-Encoding"] = "gzip";
            using var zipped = new MemoryStream();
            using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
            {
                gzip.Write(body);
            }

            body = zipped.ToArray();
        }

        // In one piece: a last chunk of its own waits 40 ms for the acknowledgement of the one before it, with every statement.
        response.ContentLength64 = body.Length;
        response.Close(body, willBlock: true);
    }

    [GeneratedRegex(@"Code: (\d+)\.")]
    private static partial Regex Code();
}
