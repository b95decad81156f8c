using System.Globalization;
using Microsoft.VisualBasic.FileIO;
using Shouldly;
using TypedFeatures.Online;

namespace TypedFeatures.Parity.Tests;

/// <summary>A store over one engine in a scratch folder, with an online store that counts its round trips.</summary>
internal sealed class ServiceArena : IAsyncDisposable
{
    private readonly DirectoryInfo folder;

    private ServiceArena(DirectoryInfo folder, FeatureStore store, CountingOnlineStore online)
    {
        this.folder = folder;
        Store = store;
        Online = online;
    }

    public FeatureStore Store { get; }

    public CountingOnlineStore Online { get; }

    public static async Task<ServiceArena> OpenAsync(string engine)
    {
        var folder = Directory.CreateTempSubdirectory("service");
        var online = new CountingOnlineStore();
        var kind = Engines.All.Single(e => e.Name == engine);
        var store = await FeatureStore.OpenAsync(o => o
            .UseOfflineEngine(token => kind.OpenAsync(folder.FullName, token))
            .UseOnlineStore(_ => ValueTask.FromResult<IOnlineStore>(online)));
        return new(folder, store, online);
    }

    /// <summary>A value as a CSV file has it: null and what is not finite as nothing.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        double d => double.IsFinite(d) ? (d + 0d).ToString("R", CultureInfo.InvariantCulture) : "",
        bool b => b ? "true" : "false",
        float[] v => "[" + string.Join(",", v.Select(n => Text((double)n))) + "]",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <summary>The on-demand features as the engine computes them: files hold its values, records recompute them.</summary>
    public async Task<IReadOnlyList<Dictionary<string, string>>> OnDemandAsync<TRow, TService>(
        FeatureServiceDescriptor service, TrainingSet<TRow, TService> set)
        where TService : class
    {
        var path = Path.Combine(folder.FullName, "set.csv");
        await set.WriteCsvAsync(path);
        using var parser = new TextFieldParser(path) { Delimiters = [","], TrimWhiteSpace = false };
        var header = parser.ReadFields()!;
        header.ShouldContain(service.Features[^1].Name);
        var rows = new List<Dictionary<string, string>>();
        while (parser.ReadFields() is { } fields)
        {
            rows.Add(header.Zip(fields).ToDictionary(p => p.First, p => p.Second));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>An online store in memory that remembers how many keys each read asked for.</summary>
internal sealed class CountingOnlineStore : IOnlineStore
{
    private readonly InMemoryOnlineStore inner = new();

    public string Name => "counting";

    public List<int> Reads { get; } = [];

    public ValueTask<IReadOnlyList<ReadOnlyMemory<byte>?>> GetManyAsync(
        string table, IReadOnlyList<ReadOnlyMemory<byte>> keys, CancellationToken cancellationToken = default)
    {
        Reads.Add(keys.Count);
        return inner.GetManyAsync(table, keys, cancellationToken);
    }

    public ValueTask<IReadOnlyList<ReadOnlyMemory<byte>?>> GetManyAsync(IReadOnlyList<OnlineKey> keys, CancellationToken cancellationToken = default)
    {
        Reads.Add(keys.Count);
        return inner.GetManyAsync(keys, cancellationToken);
    }

    public ValueTask SetManyAsync(string table, IReadOnlyList<OnlineEntry> entries, CancellationToken cancellationToken = default) =>
        inner.SetManyAsync(table, entries, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
