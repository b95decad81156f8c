using System.Diagnostics;

namespace TypedFeatures.Compiler.Benchmarks.Compilers;

/// <summary>A compiler server of our own, so that what it uses is what the measured compilations use.</summary>
internal sealed class CompilerServer : IDisposable
{
    private readonly string folder;
    private readonly string pipe = "typedfeatures-" + Guid.NewGuid().ToString("N")[..12];
    private readonly Process server;

    public CompilerServer(string compilerFolder)
    {
        folder = compilerFolder;
        server = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(folder, "VBCSCompiler.dll"), $"-pipename:{pipe}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    /// <summary>Compiles in the server.</summary>
    public (double Wall, double Processor) Compile(string responseFile)
    {
        var before = ProcessorTime.Of(server.Id);
        var (wall, client, _) = Cold(folder, responseFile, $"/shared:{pipe}");
        return (wall, client + ProcessorTime.Of(server.Id) - before);
    }

    /// <summary>Compiles in a new process.</summary>
    public static (double Wall, double Processor, string Output) Cold(string folder, string responseFile, params string[] extra)
    {
        var before = ProcessorTime.OfEndedChildren();
        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "csc.dll"), .. extra, "@" + responseFile])
        {
            WorkingDirectory = Path.GetDirectoryName(responseFile)!,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The compiler failed:\n{output}");
        }

        return (watch.Elapsed.TotalSeconds, ProcessorTime.OfEndedChildren() - before, output);
    }

    public void Dispose()
    {
        server.Kill();
        server.WaitForExit();
        server.Dispose();
    }
}
