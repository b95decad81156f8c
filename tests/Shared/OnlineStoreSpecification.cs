using System.Text;
using TypedFeatures.Online;

namespace TypedFeatures.Tests.Shared;

/// <summary>What every online store does. A test class per store inherits it; xunit makes one instance, and so one store, per test.</summary>
public abstract class OnlineStoreSpecification : IAsyncLifetime
{
    private IOnlineStore? store;

    private IOnlineStore Store => store ?? throw new InvalidOperationException("The store is not open.");

    public virtual async Task InitializeAsync() => store = await OpenAsync();

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    [StoreFact]
    public async Task GetMany_AbsentKeys_AreNull()
    {
        (await GetAsync("t", "a", "b")).ShouldBe([null, null]);
        await SetAsync("t", ("a", "1"));
        (await GetAsync("t", "a", "b")).ShouldBe(["1", null]);
    }

    [StoreFact]
    public async Task GetMany_ReturnsValues_InTheOrderOfTheKeys_AndRepeatsThem()
    {
        await SetAsync("t", ("a", "1"), ("b", "2"), ("c", "3"));
        (await GetAsync("t", "c", "a", "x", "c", "b", "a")).ShouldBe(["3", "1", null, "3", "2", "1"]);
    }

    [StoreFact]
    public async Task GetMany_OfNoKeys_IsEmpty_AndSetMany_OfNoEntries_DoesNothing()
    {
        await Store.SetManyAsync("t", []);
        (await Store.GetManyAsync("t", [])).ShouldBeEmpty();
    }

    [StoreFact]
    public async Task TheEmptyKey_IsAKey_AndTheEmptyValue_IsAValue()
    {
        await SetAsync("t", ("", "header"), ("a", ""));
        (await GetAsync("t", "", "a")).ShouldBe(["header", ""]);
    }

    [StoreFact]
    public async Task SetMany_ReplacesWhatWasThere_LongerOrShorter()
    {
        await SetAsync("t", ("a", "a long value"), ("b", "2"));
        await SetAsync("t", ("a", "1"));
        await SetAsync("t", ("b", "another long value"));
        (await GetAsync("t", "a", "b")).ShouldBe(["1", "another long value"]);
    }

    [StoreFact]
    public async Task Tables_AreApart_AlsoWhereNamesAndKeysRunTogether()
    {
        await SetAsync("a", ("b:x", "of a"));
        await SetAsync("a:b", ("x", "of a:b"));
        await SetAsync("a%3Ab", ("x", "of a%3Ab"));
        await SetAsync("", ("a:b:x", "of none"));
        (await GetAsync("a", "b:x", "x")).ShouldBe(["of a", null]);
        (await GetAsync("a:b", "x", "b:x")).ShouldBe(["of a:b", null]);
        (await GetAsync("a%3Ab", "x")).ShouldBe(["of a%3Ab"]);
        (await GetAsync("", "a:b:x", "x")).ShouldBe(["of none", null]);
    }

    [StoreFact]
    public async Task KeysAndValues_AreBytes_NotText()
    {
        byte[][] keys = [[0], [0, 0], [], [255], [255, 254, 0, 1], [0xC3, 0x28], [(byte)'\r', (byte)'\n'], [(byte)'{', (byte)'a', (byte)'}'], [.. Enumerable.Range(0, 256).Select(i => (byte)i)]];
        var entries = keys.Select((k, i) => new OnlineEntry(k, new byte[] { (byte)i, 0, 255, 13, 10 }, null)).ToList();
        await Store.SetManyAsync("t", entries);
        var values = await Store.GetManyAsync("t", [.. keys.Select(k => (ReadOnlyMemory<byte>)k)]);
        for (var i = 0; i < keys.Length; i++)
        {
            values[i]!.Value.ToArray().ShouldBe([(byte)i, 0, 255, 13, 10]);
        }
    }

    [StoreFact]
    public async Task MemoryOfTheCaller_MayBeUsedAgain_AfterTheCall()
    {
        byte[] key = [1], value = [2];
        await Store.SetManyAsync("t", [new(key, value, null)]);
        key[0] = 9;
        value[0] = 9;
        var read = await Store.GetManyAsync("t", [new byte[] { 1 }, new byte[] { 9 }]);
        read[0]!.Value.ToArray().ShouldBe([2]);
        read[1].ShouldBeNull();
    }

    [StoreFact]
    public async Task AMegabyte_ComesBack_AsItWas()
    {
        var value = new byte[1 << 20];
        new Random(1).NextBytes(value);
        await Store.SetManyAsync("t", [new("big"u8.ToArray(), value, null), new("small"u8.ToArray(), new byte[] { 7 }, null)]);
        var read = await Store.GetManyAsync("t", ["big"u8.ToArray(), "small"u8.ToArray()]);
        read[0]!.Value.Span.SequenceEqual(value).ShouldBeTrue();
        read[1]!.Value.ToArray().ShouldBe([7]);
    }

    [StoreFact]
    public async Task TenThousandEntries_AreWrittenAndRead_InOneCallEach()
    {
        var keys = Enumerable.Range(0, 10_000).Select(i => (ReadOnlyMemory<byte>)BitConverter.GetBytes(i)).ToList();
        await Store.SetManyAsync("t", [.. keys.Select(k => new OnlineEntry(k, k, null))]);
        var read = await Store.GetManyAsync("t", keys);
        read.Count.ShouldBe(10_000);
        for (var i = 0; i < read.Count; i++)
        {
            BitConverter.ToInt32(read[i]!.Value.Span).ShouldBe(i);
        }
    }

    [StoreFact]
    public async Task TimeToLive_MakesAnEntryAbsent_WhenItIsOver()
    {
        await Store.SetManyAsync("t", [Entry("short", "1", TimeSpan.FromMilliseconds(1500)), Entry("long", "2", TimeSpan.FromHours(1)), Entry("ever", "3", null)]);
        (await GetAsync("t", "short", "long", "ever")).ShouldBe(["1", "2", "3"]);
        await PassAsync(TimeSpan.FromMilliseconds(1600));
        (await GetAsync("t", "short", "long", "ever")).ShouldBe([null, "2", "3"]);
    }

    [StoreFact]
    public async Task TimeToLive_OfTheNewestWrite_Counts()
    {
        await Store.SetManyAsync("t", [Entry("a", "1", TimeSpan.FromMilliseconds(1500)), Entry("b", "1", null)]);
        await Store.SetManyAsync("t", [Entry("a", "2", null), Entry("b", "2", TimeSpan.FromMilliseconds(1500))]);
        await PassAsync(TimeSpan.FromMilliseconds(1600));
        (await GetAsync("t", "a", "b")).ShouldBe(["2", null]);
        await SetAsync("t", ("b", "3"));
        (await GetAsync("t", "b")).ShouldBe(["3"]);
    }

    [StoreFact]
    public async Task TimeToLive_OfZero_IsOverAtOnce()
    {
        await SetAsync("t", ("a", "1"));
        await Store.SetManyAsync("t", [Entry("a", "2", TimeSpan.Zero), Entry("b", "2", TimeSpan.Zero)]);
        (await GetAsync("t", "a", "b")).ShouldBe([null, null]);
    }

    [StoreFact]
    public async Task ACancelledToken_StopsTheCall_BeforeItWrites()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.SetManyAsync("t", [Entry("a", "1", null)], cancelled.Token));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.GetManyAsync("t", ["a"u8.ToArray()], cancelled.Token));
        (await GetAsync("t", "a")).ShouldBe([null]);
    }

    [StoreFact]
    public async Task ConcurrentReadersAndWriters_SeeWholeValues_AndLoseNone()
    {
        const int Keys = 20;
        const int Rounds = 50;
        await WriteRoundAsync(0);
        var writers = Enumerable.Range(0, 4).Select(w => Task.Run(async () =>
        {
            for (var round = 1; round <= Rounds; round++)
            {
                await WriteRoundAsync(round);
                await SetAsync($"own {w}", ($"{round}", $"{round}"));
            }
        })).ToList();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var round = 1; round <= Rounds; round++)
            {
                foreach (var value in await GetAsync("t", [.. Enumerable.Range(0, Keys).Select(k => $"{k}")]))
                {
                    // A value is one digit repeated: a torn one would show two.
                    value.ShouldNotBeNull();
                    value.Distinct().Count().ShouldBe(1);
                }
            }
        })).ToList();
        await Task.WhenAll([.. writers, .. readers]);
        for (var w = 0; w < 4; w++)
        {
            var all = Enumerable.Range(1, Rounds).Select(i => $"{i}").ToArray();
            (await GetAsync($"own {w}", all)).ShouldBe(all);
        }

        Task WriteRoundAsync(int round) =>
            SetAsync("t", [.. Enumerable.Range(0, Keys).Select(k => ($"{k}", new string((char)('0' + (round % 10)), 1 + (round * 37 % 500))))]);
    }

    /// <summary>Opens an empty store.</summary>
    protected abstract Task<IOnlineStore> OpenAsync();

    /// <summary>Lets time pass for the store: moves its clock where it has one, or waits.</summary>
    protected abstract Task PassAsync(TimeSpan time);

    private static OnlineEntry Entry(string key, string value, TimeSpan? timeToLive) =>
        new(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(value), timeToLive);

    private async Task SetAsync(string table, params (string Key, string Value)[] entries) =>
        await Store.SetManyAsync(table, [.. entries.Select(e => Entry(e.Key, e.Value, null))]);

    private async Task<string?[]> GetAsync(string table, params string[] keys)
    {
        var values = await Store.GetManyAsync(table, [.. keys.Select(k => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(k))]);
        return [.. values.Select(v => v is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null)];
    }
}
