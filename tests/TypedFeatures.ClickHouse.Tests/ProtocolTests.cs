using System.Text;
using TypedFeatures.Offline;

namespace TypedFeatures.ClickHouse.Tests;

/// <summary>What a server may do to an answer: break it off, fail in its midst, refuse; none of it may look like fewer rows.</summary>
public sealed class ProtocolTests
{
    private const int Rows = 20_000;
    private const string Tag = "abcdefghijklmnop";

    [Fact]
    public async Task AWholeAnswer_IsReadToItsEnd_HoweverItIsCut()
    {
        foreach (var size in new[] { 7, 1000, 70_000, 1_000_000 })
        {
            await using var server = FakeServer.Chunked(Answer().Chunk(size), isWhole: true);
            (await ReadAsync(server)).ShouldBe(Rows);
        }
    }

    [Fact]
    public async Task AnAnswerThatBreaksOff_IsAnError_AndNotFewerRows()
    {
        foreach (var length in new[] { 3, 50, 33_000, Answer().Length - 1, Answer().Length })
        {
            await using var server = FakeServer.Chunked(Answer()[..length].Chunk(5000), isWhole: false);
            var error = await Should.ThrowAsync<OfflineEngineException>(async () => await ReadAsync(server));
            error.Message.ShouldContain("broke off", customMessage: $"after {length} bytes");
        }
    }

    [Fact]
    public async Task AnAnswerThatEndsWithinARow_IsAnError()
    {
        await using var server = FakeServer.Chunked(Answer()[..^3].Chunk(5000), isWhole: true);
        (await Should.ThrowAsync<OfflineEngineException>(async () => await ReadAsync(server))).Message.ShouldContain("broke off");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFailureInTheMidst_IsAnErrorWithTheServersWords(bool isWhole)
    {
        var words = "Code: 395. DB::Exception: no more of it: While executing X. (FUNCTION_THROW_IF_VALUE_IS_NON_ZERO) (version 26.5.1.1)\n";
        var failure = Encoding.ASCII.GetBytes($"\r\n__exception__\r\n{Tag}\r\n{words}{words.Length} {Tag}\r\n__exception__\r\n");
        foreach (var length in new[] { 40, 33_000, Answer().Length })
        {
            await using var server = FakeServer.Chunked([.. Answer()[..length].Chunk(5000), failure], isWhole, "X-ClickHouse-Exception-Tag: " + Tag);
            var error = await Should.ThrowAsync<OfflineEngineException>(async () => await ReadAsync(server));
            error.Message.ShouldContain("no more of it", customMessage: $"after {length} bytes");
            error.Message.ShouldNotContain(Tag);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFailureInTheMidst_OfAnOlderServer_IsOneToo(bool isWhole)
    {
        var failure = "Code: 70. DB::Exception: no more of it. (CANNOT_CONVERT_TYPE) (version 24.8.1.1 (official build))\n"u8.ToArray();
        await using var server = FakeServer.Chunked([.. Answer().Chunk(5000), failure], isWhole);

        var error = await Should.ThrowAsync<OfflineEngineException>(async () => await ReadAsync(server));

        error.Message.ShouldContain("no more of it");
        error.Message.ShouldContain("overflow");
    }

    [Fact]
    public async Task AFailureSaidInAHeaderOfAGoodAnswer_IsAnError()
    {
        await using var server = FakeServer.Chunked(["Code: 241. DB::Exception: Memory limit exceeded."u8.ToArray()], isWhole: true, "X-ClickHouse-Exception-Code: 241");
        (await Should.ThrowAsync<OfflineEngineException>(async () => await ReadAsync(server))).Message.ShouldContain("Memory limit exceeded");
    }

    [Fact]
    public async Task AnAnswerOfAnotherKind_IsAnErrorOfItsStatus()
    {
        await using var server = FakeServer.Plain("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        (await Should.ThrowAsync<OfflineEngineException>(async () => await ReadAsync(server))).Message.ShouldContain("502");
    }

    [Fact]
    public async Task NobodyThere_IsAnErrorThatNamesTheAddress()
    {
        await using var engine = ClickHouseOfflineEngine.Open(new ClickHouseOptions { Server = new("http://ada:secret@127.0.0.1:1") });
        var error = await Should.ThrowAsync<OfflineEngineException>(async () => await engine.QueryAsync(new("SELECT 1", [])));
        error.Message.ShouldContain("http://127.0.0.1:1");
        error.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task CredentialsGoInHeaders_AndRequiredSettingsWithEveryStatement()
    {
        await using var server = FakeServer.Chunked([Answer()], isWhole: true);
        await using var engine = ClickHouseOfflineEngine.Open(new ClickHouseOptions
        {
            Server = new UriBuilder(server.Uri) { UserName = "ada", Password = "p%40ss" }.Uri, Settings = { ["max_threads"] = "3" },
        });
        await using var cursor = await engine.QueryAsync(new("SELECT 1", []));

        server.Request.ShouldContain("X-ClickHouse-User: ada");
        server.Request.ShouldContain("X-ClickHouse-Key: p@ss");
        var address = server.Request.Split("\r\n")[0];
        address.ShouldNotContain("ada");
        address.ShouldContain("join_use_nulls=1");
        address.ShouldContain("short_circuit_function_evaluation=force_enable");
        address.ShouldContain("max_threads=3");
    }

    [ClickHouseFact]
    public async Task AWrongPassword_IsAnErrorThatSaysWhatToSet()
    {
        await using var server = await ClickHouseServer.StartAsync("ada", "lovelace");
        await using var right = ClickHouseOfflineEngine.Open(new ClickHouseOptions { Server = server.Uri, User = "ada", Password = "lovelace" });
        await using var wrong = ClickHouseOfflineEngine.Open(new ClickHouseOptions { Server = server.Uri, User = "ada", Password = "byron" });

        (await ScratchDatabase.RowsAsync(right, new("SELECT 1 AS x", []))).ShouldBe(["1"]);
        var error = await Should.ThrowAsync<OfflineEngineException>(async () => await wrong.QueryAsync(new("SELECT 1", [])));
        error.Message.ShouldContain("ClickHouseOptions.User and .Password");
        error.Message.ShouldNotContain("byron");
    }

    /// <summary>RowBinaryWithNamesAndTypes: n Int64, t Nullable(String).</summary>
    private static byte[] Answer()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write((byte)2);
        foreach (var text in new[] { "n", "t", "Int64", "Nullable(String)" })
        {
            writer.Write(text);
        }

        for (var i = 0L; i < Rows; i++)
        {
            writer.Write(i);
            writer.Write((byte)0);
            writer.Write("text " + i);
        }

        return bytes.ToArray();
    }

    private static async Task<int> ReadAsync(FakeServer server)
    {
        await using var engine = ClickHouseOfflineEngine.Open(new ClickHouseOptions { Server = server.Uri });
        await using var cursor = await engine.QueryAsync(new("SELECT n, t FROM rows", []));
        var count = 0;
        while (await cursor.ReadAsync())
        {
            cursor.GetInt64(0).ShouldBe(count);
            cursor.GetString(1).ShouldBe("text " + count);
            count++;
        }

        return count;
    }
}
