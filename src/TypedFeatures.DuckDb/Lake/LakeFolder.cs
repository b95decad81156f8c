using System.Collections.Concurrent;
using System.Text.Json;
using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.DuckDb.Lake;

/// <summary>
/// The folder of one source. Parts are immutable and named uniquely; a commit is the rename of a new manifest over the old one.
/// </summary>
/// <remarks>
/// A query keeps the parts that it began with: parts that a later commit replaces stay until no query of this process uses them and, for queries of other
/// processes, until <see cref="DuckDbOptions.ReplacedPartRetention"/> is over. Files that no manifest names are leftovers of a crash.
/// One object per folder and process, so that all engines of the process share the queue of writers and the counts of readers.
/// </remarks>
internal sealed class LakeFolder
{
    private const string ManifestName = "manifest.json";
    private const string LockName = "write.lock";
    private const string TemporarySuffix = ".tmp";

    private static readonly ConcurrentDictionary<string, LakeFolder> Known = new();

    private readonly SemaphoreSlim writers = new(1, 1);
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> readers = [];

    private LakeFolder(string path) => Path = path;

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    private string ManifestPath => System.IO.Path.Combine(Path, ManifestName);

    public static LakeFolder Of(string lake, string source)
    {
        var isPlain = source.Length > 0
            && source.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            && !source.Equals(DuckDbStorage.SpineTable, StringComparison.OrdinalIgnoreCase);
        return isPlain
            ? Known.GetOrAdd(System.IO.Path.Combine(lake, source), static path => new(path))
            : throw new OfflineEngineException(
                $"The source name '{source}' cannot name a folder and a table: use letters, digits, '_' and '-', and not '{DuckDbStorage.SpineTable}'.");
    }

    /// <summary>The absolute path of a part.</summary>
    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>The manifest as it is now; it is small, so it is read each time and commits of other processes are seen.</summary>
    public LakeManifest Read(SourceSchema schema)
    {
        LakeManifest? manifest;
        try
        {
            using var stream = new FileStream(ManifestPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            manifest = JsonSerializer.Deserialize(stream, LakeJson.Default.LakeManifest);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return LakeManifest.Empty(schema);
        }
        catch (JsonException e)
        {
            throw new OfflineEngineException($"'{ManifestPath}' is not a manifest of a source: {e.Message} Restore it from a backup.", e);
        }

        if (manifest is null || manifest.Format != LakeManifest.CurrentFormat)
        {
            throw new OfflineEngineException(
                $"'{ManifestPath}' has format {manifest?.Format}; this version reads format {LakeManifest.CurrentFormat}. Use the version that wrote it.");
        }

        LakeColumn.Check(manifest.Columns, schema, Path);
        return manifest;
    }

    /// <summary>The manifest as it is now, its parts kept on disk until the lease is disposed.</summary>
    public LakeLease Lease(SourceSchema schema)
    {
        lock (gate)
        {
            var manifest = Read(schema);
            string[] files = [.. manifest.Active.Select(p => p.File)];
            foreach (var file in files)
            {
                readers[file] = readers.GetValueOrDefault(file) + 1;
            }

            return new(this, manifest, files);
        }
    }

    /// <summary>Waits for the other writers of this process, then takes the lock against those of others.</summary>
    /// <exception cref="OfflineEngineException">Another process is writing.</exception>
    public async ValueTask<IDisposable> LockForWritingAsync(CancellationToken cancellationToken)
    {
        await writers.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Directory.CreateDirectory(Path);
            return new WriteLock(writers, OpenLockFile());
        }
        catch
        {
            writers.Release();
            throw;
        }
    }

    /// <summary>Replaces the manifest. Call it holding the write lock, with all parts flushed.</summary>
    public void Commit(LakeManifest manifest)
    {
        var temporary = ManifestPath + TemporarySuffix;
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(stream, manifest, LakeJson.Default.LakeManifest);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, ManifestPath, overwrite: true);
    }

    /// <summary>Makes a new part's bytes durable before a manifest names it.</summary>
    public void FlushToDisk(string file)
    {
        using var stream = new FileStream(PathOf(file), FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>
    /// Removes what a crash or a failed ingestion left, and replaced parts that nobody reads any more. Call it holding the write lock.
    /// </summary>
    /// <returns>The replaced parts that must stay.</returns>
    public IReadOnlyList<ReplacedPart> Sweep(LakeManifest manifest, DateTime now, TimeSpan retention)
    {
        lock (gate)
        {
            var staying = manifest.Replaced.Where(p => readers.ContainsKey(p.File) || now - p.ReplacedAt < retention).ToList();
            var keep = manifest.Active.Select(p => p.File).Concat(staying.Select(p => p.File)).ToHashSet();
            foreach (var path in Directory.EnumerateFiles(Path))
            {
                var name = System.IO.Path.GetFileName(path);
                var isOurs = name.EndsWith(".parquet", StringComparison.Ordinal) || name.EndsWith(TemporarySuffix, StringComparison.Ordinal);
                if (isOurs && !keep.Contains(name) && !TryDelete(path))
                {
                    staying.AddRange(manifest.Replaced.Where(p => p.File == name));
                }
            }

            return staying;
        }
    }

    // Windows refuses to delete a file that another process reads: it stays, and the next ingestion tries again.
    private static bool TryDelete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    internal void Release(IReadOnlyList<string> files)
    {
        lock (gate)
        {
            foreach (var file in files)
            {
                if (--readers[file] == 0)
                {
                    readers.Remove(file);
                }
            }
        }
    }

    private FileStream OpenLockFile()
    {
        var path = System.IO.Path.Combine(Path, LockName);
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new OfflineEngineException(
                $"Another process is ingesting into '{Path}' (it holds '{LockName}'), or the folder cannot be written: {e.Message} Ingest again when it has finished.", e);
        }
    }

    private sealed class WriteLock(SemaphoreSlim writers, FileStream file) : IDisposable
    {
        public void Dispose()
        {
            // The file stays: removing it would let a third process lock a new file while a second waits on the old one.
            file.Dispose();
            writers.Release();
        }
    }
}

/// <summary>A manifest whose parts stay on disk until this is disposed.</summary>
internal sealed class LakeLease(LakeFolder folder, LakeManifest manifest, IReadOnlyList<string> files) : IDisposable
{
    private int disposed;

    public LakeManifest Manifest => manifest;

    /// <summary>The absolute paths of the parts of one place.</summary>
    public IReadOnlyList<string> PathsOf(DuckDbPlace place) => [.. manifest[place].Select(p => folder.PathOf(p.File))];

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            folder.Release(files);
        }
    }
}
