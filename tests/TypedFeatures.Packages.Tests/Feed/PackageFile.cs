using System.IO.Compression;
using System.Xml.Linq;

namespace TypedFeatures.Packages.Tests.Feed;

/// <summary>A package file, read.</summary>
internal sealed class PackageFile
{
    private readonly Dictionary<string, byte[]> contents = [];

    public PackageFile(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            var bytes = new byte[entry.Length];
            stream.ReadExactly(bytes);
            contents.Add(Uri.UnescapeDataString(entry.FullName), bytes);
        }

        Dates = [.. archive.Entries.Select(e => e.LastWriteTime.DateTime).Distinct()];
        Manifest = XDocument.Load(new MemoryStream(contents.Single(c => c.Key.EndsWith(".nuspec", StringComparison.Ordinal)).Value)).Root!.Elements().Single();
    }

    /// <summary>The metadata of the package.</summary>
    public XElement Manifest { get; }

    /// <summary>When its entries were written, each time once.</summary>
    public IReadOnlyList<DateTime> Dates { get; }

    /// <summary>The paths below a folder.</summary>
    public IEnumerable<string> Below(string folder) => contents.Keys.Where(k => k.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>A file's bytes.</summary>
    public byte[] Read(string path) => contents.TryGetValue(path, out var bytes) ? bytes : throw new FileNotFoundException($"The package has no {path}, only {string.Join(", ", contents.Keys)}.");

    /// <summary>The text of an element of the metadata; null where it is missing.</summary>
    public string? Text(string element) => Element(element)?.Value;

    /// <summary>An element of the metadata.</summary>
    public XElement? Element(string name) => Manifest.Elements().SingleOrDefault(e => e.Name.LocalName == name);
}
