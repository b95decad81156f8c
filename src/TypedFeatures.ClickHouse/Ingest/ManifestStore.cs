using System.Globalization;
using TypedFeatures.ClickHouse.Http;
using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.ClickHouse.Ingest;

/// <summary>A source's newest manifest and its number; 0 where there is none.</summary>
internal sealed record StoredManifest(long Version, SourceManifest Manifest);

/// <summary>Reads and commits manifests.</summary>
internal sealed class ManifestStore(ClickHouseClient client, ClickHouseStorage storage)
{
    /// <summary>The newest manifest of each source, all of one moment.</summary>
    public async Task<IReadOnlyList<StoredManifest>> ReadAsync(IReadOnlyList<SourceSchema> sources, CancellationToken cancellationToken)
    {
        var views = await ListAsync(sources, cancellationToken).ConfigureAwait(false);
        return [.. sources.Select(source =>
        {
            var newest = Of(views, source).OrderByDescending(v => v.Version).FirstOrDefault();
            return newest.Comment is null
                ? new StoredManifest(0, SourceManifest.Empty(source))
                : new StoredManifest(newest.Version, SourceManifest.Parse(source, newest.Comment));
        })];
    }

    /// <summary>Makes a manifest the one that counts.</summary>
    /// <exception cref="OfflineEngineException">Another process has committed meanwhile.</exception>
    public async Task CommitAsync(SourceSchema source, long version, SourceManifest manifest, CancellationToken cancellationToken)
    {
        // The last moment to turn back: what follows is not given up half-way.
        cancellationToken.ThrowIfCancellationRequested();
        var committed = await client.ExecuteUnlessAsync(
            storage.Commit(source, version, manifest.Batches, manifest.ToJson()), ClickHouseFault.TableExists, CancellationToken.None).ConfigureAwait(false);
        if (!committed)
        {
            throw Overtaken(source);
        }

        // A process that slept for hours finds its number free again, as old manifests are removed; then a greater one is there.
        var views = await ListAsync([source], CancellationToken.None).ConfigureAwait(false);
        if (Of(views, source).Max(v => v.Version) != version)
        {
            await client.ExecuteAsync(storage.DropManifest(source, version), CancellationToken.None).ConfigureAwait(false);
            throw Overtaken(source);
        }
    }

    /// <summary>Removes manifests older than the newest one and than an age.</summary>
    public async Task RemoveOldAsync(SourceSchema source, long newest, TimeSpan age, CancellationToken cancellationToken)
    {
        var views = await ListAsync([source], cancellationToken).ConfigureAwait(false);
        foreach (var view in Of(views, source).Where(v => v.Version < newest && v.Age >= age.TotalSeconds))
        {
            await client.ExecuteAsync(storage.DropManifest(source, view.Version), cancellationToken).ConfigureAwait(false);
        }
    }

    private static OfflineEngineException Overtaken(SourceSchema source) =>
        new($"Another process has ingested into '{source.Name}' meanwhile. Nothing was stored; ingest again.");

    private static IEnumerable<(long Version, string? Comment, long Age)> Of(List<(string Name, string Comment, long Age)> views, SourceSchema source)
    {
        foreach (var (name, comment, age) in views)
        {
            var prefix = ClickHouseStorage.ManifestName(source, 0)[..^1];
            if (name.StartsWith(prefix, StringComparison.Ordinal)
                && long.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                yield return (version, comment, age);
            }
        }
    }

    private async Task<List<(string Name, string Comment, long Age)>> ListAsync(IReadOnlyList<SourceSchema> sources, CancellationToken cancellationToken)
    {
        var views = new List<(string Name, string Comment, long Age)>();
        if (sources.Count == 0)
        {
            return views;
        }

        await using var cursor = new ClickHouseRowCursor(
            await client.QueryAsync(storage.SelectManifests(sources), asOf: null, spine: null, cancellationToken).ConfigureAwait(false), cancellationToken);
        while (await cursor.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            views.Add((cursor.GetString(0), cursor.GetString(1), cursor.GetInt64(2)));
        }

        return views;
    }
}
