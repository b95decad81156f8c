namespace TypedFeatures.Sqlite.Tests;

/// <summary>A feature store chooses SQLite by its options.</summary>
public sealed class SqliteStoreOptionsTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AStore_OpensBothFiles()
    {
        await using (await FeatureStore.OpenAsync(o => o.UseSqlite(folder.File("offline.db")).UseSqliteOnline(folder.File("online.db"))))
        {
            File.Exists(folder.File("offline.db")).ShouldBeTrue();
            File.Exists(folder.File("online.db")).ShouldBeTrue();
        }

        File.Exists(folder.File("offline.db-wal")).ShouldBeFalse("a closed store leaves one file each");
    }

    [Fact]
    public async Task TwoOnlineStores_AreRefused() =>
        (await Should.ThrowAsync<InvalidOperationException>(async () =>
            await FeatureStore.OpenAsync(o => o.UseInMemoryOnline().UseSqliteOnline(folder.File())))).Message.ShouldContain("UseSqliteOnline");
}
