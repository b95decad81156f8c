using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TypedFeatures.ClickHouse.Tests;

/// <summary>Answers every request with the same bytes, whatever they are, and closes the connection.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly byte[] answer;
    private readonly Task listening;

    private FakeServer(byte[] answer)
    {
        this.answer = answer;
        listener.Start();
        listening = ListenAsync();
    }

    public Uri Uri => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>The head of the last request.</summary>
    public string Request { get; private set; } = "";

    /// <summary>A chunked answer with status 200; the chunk that ends it is left out where it breaks off.</summary>
    public static FakeServer Chunked(IEnumerable<byte[]> chunks, bool isWhole, params string[] headers)
    {
        var bytes = new List<byte>(Encoding.ASCII.GetBytes(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n" + string.Concat(headers.Select(h => h + "\r\n")) + "\r\n"));
        foreach (var chunk in chunks)
        {
            bytes.AddRange(Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"));
            bytes.AddRange(chunk);
            bytes.AddRange("\r\n"u8);
        }

        bytes.AddRange(isWhole ? "0\r\n\r\n"u8 : default);
        return new([.. bytes]);
    }

    public static FakeServer Plain(string answer) => new(Encoding.ASCII.GetBytes(answer));

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await listening;
        end.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(end.Token);
                await AnswerAsync(client.GetStream());
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
            {
                // The client, or the test, is done.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var received = new List<byte>();
        var buffer = new byte[64 * 1024];
        while (received.Count == 0 || stream.DataAvailable)
        {
            var count = await stream.ReadAsync(buffer, end.Token);
            if (count == 0)
            {
                return;
            }

            received.AddRange(buffer.AsSpan(0, count));
            await Task.Delay(20, end.Token);
        }

        Request = Encoding.ASCII.GetString([.. received]).Split("\r\n\r\n")[0];
        await stream.WriteAsync(answer, end.Token);
        await stream.FlushAsync(end.Token);
    }
}
