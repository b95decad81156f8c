namespace TypedFeatures.Sqlite.Tests;

/// <summary>A folder that goes when the test ends.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("typed-features-sqlite-").FullName;

    public string File(string name = "offline.db") => Path.Combine(path, name);

    public void Dispose() => Directory.Delete(path, recursive: true);
}
