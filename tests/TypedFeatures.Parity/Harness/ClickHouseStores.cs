using System.Collections.Concurrent;
using TypedFeatures.ClickHouse;
using TypedFeatures.ClickHouse.Tests;
using TypedFeatures.Offline;

namespace TypedFeatures.Parity;

/// <summary>Databases on the tests' servers, each standing for a folder: opening the folder again finds the database, and it goes after the folder has gone.</summary>
internal static class ClickHouseStores
{
    private static readonly ConcurrentDictionary<string, Store> Stores = new();

    public static async ValueTask<IOfflineEngine> OpenAsync(string folder)
    {
        if (!Stores.TryGetValue(folder, out var store))
        {
            await DropAsync([.. Stores.Keys.Where(f => !Directory.Exists(f))]);
            store = Stores.GetOrAdd(folder, new Store(await ClickHouseServer.Next, ClickHouseServer.NewDatabase()));
        }

        return ClickHouseOfflineEngine.Open(new ClickHouseOptions { Server = store.Server.Uri, Database = store.Database });
    }

    // A run opens hundreds, and each table costs its server memory.
    private static async Task DropAsync(IReadOnlyList<string> folders)
    {
        using var http = new HttpClient();
        foreach (var folder in folders)
        {
            if (Stores.TryRemove(folder, out var store))
            {
                using var statement = new StringContent($"DROP DATABASE IF EXISTS {store.Database}");
                using var answer = await http.PostAsync(store.Server.Uri, statement);
            }
        }
    }

    private sealed record Store(ClickHouseServer Server, string Database);
}
