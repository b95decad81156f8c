using TypedFeatures.Online;
using TypedFeatures.Plans;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Tests;

/// <summary>What is the SQLite store's own: the file, and the removal of what has expired.</summary>
public sealed class SqliteOnlineStoreTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Entries_AreThere_WhenTheFileIsOpenedAgain()
    {
        await using (var store = SqliteOnlineStore.Open(folder.File("new folder/online.db")))
        {
            await store.SetManyAsync("t", [new("a"u8.ToArray(), "1"u8.ToArray(), TimeSpan.FromHours(1))]);
        }

        await using var again = SqliteOnlineStore.Open(folder.File("new folder/online.db"));
        (await again.GetManyAsync("t", ["a"u8.ToArray()]))[0]!.Value.ToArray().ShouldBe("1"u8.ToArray());
    }

    [Fact]
    public async Task ExpiredEntries_LeaveTheFile_WithALaterWrite()
    {
        var clock = new ManualTimeProvider();
        await using var store = SqliteOnlineStore.Open(folder.File(), clock);
        await store.SetManyAsync("t", [new("a"u8.ToArray(), "1"u8.ToArray(), TimeSpan.FromSeconds(1)), new("b"u8.ToArray(), "1"u8.ToArray(), null)]);
        Count().ShouldBe(2);
        clock.Advance(TimeSpan.FromMinutes(2));
        await store.SetManyAsync("t", [new("c"u8.ToArray(), "1"u8.ToArray(), null)]);
        Count().ShouldBe(2);

        long Count()
        {
            using var database = SqliteDatabase.Open(folder.File(), m => new InvalidOperationException(m));
            using var count = database.Prepare("SELECT count(*) FROM entries");
            count.Step();
            return count.GetInt64(0);
        }
    }

    [Fact]
    public void AFileThatIsNoDatabase_IsNamedAsSuch()
    {
        File.WriteAllText(folder.File(), new string('x', 10_000));
        Should.Throw<OnlineStoreException>(() => SqliteOnlineStore.Open(folder.File())).Message.ShouldContain("not a database");
    }

    [Fact]
    public async Task AClosedStore_RefusesCalls()
    {
        var store = SqliteOnlineStore.Open(folder.File());
        await store.DisposeAsync();
        await store.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(async () => await store.GetManyAsync("t", []));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await store.SetManyAsync("t", []));
    }
}
