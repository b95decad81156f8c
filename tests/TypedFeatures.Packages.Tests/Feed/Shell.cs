using System.Diagnostics;
using System.Text;

namespace TypedFeatures.Packages.Tests.Feed;

/// <summary>What a program said: standard output and error as they came, and how it ended.</summary>
internal sealed record Output(int ExitCode, string Text)
{
    /// <summary>What it said where it succeeded.</summary>
    public string Succeeded() => ExitCode == 0 ? Text : throw new InvalidOperationException($"Ended with {ExitCode}:\n{Text}");
}

/// <summary>Runs programs as a person in a fresh shell would.</summary>
internal static class Shell
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);

    // Every variable of a build reaches the builds below it: those of the build that runs the tests must not.
    private static readonly string[] Inherited = ["MSBUILD", "TYPEDFEATURES", "VSTEST", "NUGET_PACKAGES", "SOURCE_DATE_EPOCH"];

    /// <summary>Runs <c>dotnet</c> in a folder.</summary>
    public static Output Dotnet(string folder, string packages, params IReadOnlyList<string> arguments) => Run("dotnet", folder, packages, arguments);

    /// <summary>Runs <c>git</c> in a folder, as nobody in particular.</summary>
    public static void Git(string folder, params IReadOnlyList<string> arguments) =>
        Run("git", folder, null, ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.com", .. arguments]).Succeeded();

    /// <summary>Runs a program in a folder; NuGet extracts packages into a folder of its own where one is given.</summary>
    public static Output Run(string program, string folder, string? packages, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => Inherited.Any(i => k.StartsWith(i, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (packages is not null)
        {
            start.Environment["NUGET_PACKAGES"] = packages;
        }

        return Wait(start);
    }

    private static Output Wait(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var text = new StringBuilder();
        process.OutputDataReceived += (_, e) => Append(text, e.Data);
        process.ErrorDataReceived += (_, e) => Append(text, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Timeout))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} took more than {Timeout}:\n{text}");
        }

        process.WaitForExit();
        return new(process.ExitCode, text.ToString());
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.AppendLine(line);
            }
        }
    }
}
