using System.Text.Json;
using Microsoft.CodeAnalysis;
using TypedFeatures.Cli;
using TypedFeatures.Compiler.Tests.Generation;
using TypedFeatures.Compiler.Tests.Rules;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Contract;

/// <summary>One judge, two faces: row by row of the table of verdicts the analyzer and <c>dotnet features check</c> say the same of the same edit.</summary>
public sealed class TwoFacesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faces");

    public static TheoryData<string, Verdict, string[]> Rows
    {
        get
        {
            var rows = new TheoryData<string, Verdict, string[]>();
            foreach (var row in VerdictTests.Rows)
            {
                rows.Add((string)row[0], (Verdict)row[1], (string[])row[4]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task AnalyzerAndCommandLine_GiveTheSameVerdict(string row, Verdict verdict, string[] edits)
    {
        var locked = ContractCode.Released(ContractCode.Shop);
        var source = ContractCode.Edit(edits);

        var analyzed = (await ContractTest.AnalyzeAsync(source, locked)).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.GetMessage()).Order(StringComparer.Ordinal).ToList();
        var (exitCode, changes) = await CheckAsync(source, locked);

        var held = changes.Where(c => c.Verdict != "compatible").ToList();
        held.Select(c => c.Text).Order(StringComparer.Ordinal).ToList().ShouldBe(analyzed, row);
        exitCode.ShouldBe(verdict is Verdict.Compatible ? 0 : 100, row);
        changes.Select(c => c.Verdict).Contains(JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString())).ShouldBeTrue(row);
    }

    [Fact]
    public async Task UneditedCode_IsKept()
    {
        var (exitCode, changes) = await CheckAsync(ContractCode.Shop, ContractCode.Released(ContractCode.Shop));
        exitCode.ShouldBe(0);
        changes.ShouldBeEmpty();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<(int ExitCode, List<(string Verdict, string Text)> Changes)> CheckAsync(string source, LockFile locked)
    {
        var assembly = Path.Combine(folder.FullName, "Test.dll");
        var lockFile = Path.Combine(folder.FullName, LockFile.FileName);
        await File.WriteAllBytesAsync(assembly, Generated.From(source).Image());
        await File.WriteAllTextAsync(lockFile, locked.Print());
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exitCode = await FeaturesCommand.RunAsync(["check", assembly, "--lock-file", lockFile, "--json", "--today", "2026-01-01"], output, error);

        error.ToString().ShouldBeEmpty();
        var changes = JsonDocument.Parse(output.ToString()).RootElement.GetProperty("changes").EnumerateArray().Select(c => (c.GetProperty("verdict").GetString()!, TextOf(c)));
        return (exitCode, [.. changes]);
    }

    /// <summary>What the analyzer's message would be: what changed, the services it reaches, the remedy.</summary>
    private static string TextOf(JsonElement change)
    {
        var services = string.Join(", ", change.GetProperty("services").EnumerateArray().Select(s => $"'{s.GetProperty("name").GetString()}' version {s.GetProperty("version").GetInt32()}"));
        string[] parts = [change.GetProperty("message").GetString()!, services.Length == 0 ? "" : $"Affected services: {services}.", change.GetProperty("remedy").GetString()!];
        return string.Join(" ", parts.Where(p => p.Length > 0));
    }
}
