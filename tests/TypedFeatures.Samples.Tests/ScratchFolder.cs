namespace TypedFeatures.Samples.Tests;

/// <summary>An empty folder that goes away at the end.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("typed-features-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
