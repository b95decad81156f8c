using System.Diagnostics;
using System.Text.Json;
using TypedFeatures.Compiler.Benchmarks.Shop;

namespace TypedFeatures.Compiler.Benchmarks.Compilers;

/// <summary>What a build hands the C# compiler, asked of the build itself; and the same without our generator and analyzers.</summary>
internal sealed class CompilerArguments
{
    private readonly string folder;
    private readonly List<string> arguments;

    private CompilerArguments(string folder, List<string> arguments)
    {
        this.folder = folder;
        this.arguments = arguments;
    }

    /// <summary>The assemblies that the compilation refers to.</summary>
    public IEnumerable<string> References => arguments.Where(a => a.StartsWith("/reference:", StringComparison.Ordinal)).Select(a => a["/reference:".Length..].Trim('"'));

    /// <summary>The project's folder.</summary>
    public string Folder => folder;

    /// <summary>The folder of the SDK's compiler.</summary>
    public string CompilerFolder { get; private init; } = "";

    public static CompilerArguments Of(string folder)
    {
        Dotnet(folder, "restore", "-v", "quiet");
        var json = Dotnet(
            folder, "msbuild", "-t:Compile", "-p:Configuration=Release", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
            "-p:NonExistentFile=__force__", "-getItem:CscCommandLineArgs", "-getProperty:RoslynTargetsPath");
        var parsed = JsonDocument.Parse(json).RootElement;
        return new CompilerArguments(
            folder,
            [.. parsed.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(i => i.GetProperty("Identity").GetString()!)])
        {
            CompilerFolder = Path.Combine(parsed.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!, "bincore"),
        };
    }

    /// <summary>A response file for a variant.</summary>
    /// <param name="name">The variant's name.</param>
    /// <param name="isOurs">Whether with our generator and analyzers.</param>
    /// <param name="engines">The targeted engines; all where empty.</param>
    /// <param name="extra">Further arguments.</param>
    public string Write(string name, bool isOurs, string engines = "", params string[] extra) => Write(name, a => isOurs || !IsOurs(a), engines, extra);

    /// <summary>A response file for the variant with our generator and without our analyzers.</summary>
    public string WriteGeneratorAlone(string name) => Write(name, a => !IsOurs(a) || !IsAnalyzers(a), "");

    private string Write(string name, Func<string, bool> isKept, string engines, params string[] extra)
    {
        var kept = arguments
            .Where(isKept)
            .Select(a => a.StartsWith("/out:", StringComparison.Ordinal) ? $"/out:{Out(name, ".dll")}"
                : a.StartsWith("/refout:", StringComparison.Ordinal) ? $"/refout:{Out(name, ".ref.dll")}"
                : a.StartsWith("/analyzerconfig:", StringComparison.Ordinal) && a.Contains("GeneratedMSBuildEditorConfig") ? "/analyzerconfig:" + Config(a["/analyzerconfig:".Length..].Trim('"'), name, engines)
                : a)
            .Concat(extra);
        var path = Path.Combine(folder, $"{name}.rsp");
        File.WriteAllLines(path, kept);
        return path;
    }

    private static bool IsOurs(string argument) =>
        argument.StartsWith("/analyzer:", StringComparison.Ordinal) && Path.GetFileName(argument.Trim('"')).StartsWith("TypedFeatures.", StringComparison.Ordinal);

    private static bool IsAnalyzers(string argument) => Path.GetFileName(argument.Trim('"')) is "TypedFeatures.Analyzers.dll" or "TypedFeatures.CodeFixes.dll";

    private string Out(string name, string end)
    {
        Directory.CreateDirectory(Path.Combine(folder, "out"));
        return Path.Combine(folder, "out", name + end);
    }

    private string Config(string path, string name, string engines)
    {
        var own = Path.Combine(folder, $"{name}.editorconfig");
        File.WriteAllLines(own, File.ReadLines(Path.Combine(folder, path)).Select(l =>
            l.StartsWith("build_property.TypedFeaturesEngines", StringComparison.Ordinal) ? $"build_property.TypedFeaturesEngines = {engines}" : l));
        return own;
    }

    private static string Dotnet(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}");
    }
}
