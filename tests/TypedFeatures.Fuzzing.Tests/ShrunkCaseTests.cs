using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedFeatures.Fuzzing.Faults;
using TypedFeatures.Fuzzing.Run;
using TypedFeatures.Fuzzing.Shrinking;
using TypedFeatures.Parity;
using TypedFeatures.Parity.Definitions;
using Xunit.Abstractions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>What a difference becomes: a small definition with few rows, as a test to paste.</summary>
public sealed class ShrunkCaseTests(ITestOutputHelper output)
{
    private const string Usings =
        "using System; using System.Collections.Generic; using System.Threading.Tasks; using TypedFeatures.Fuzzing; using TypedFeatures.Parity.Definitions; using Xunit;";

    [Fact]
    public async Task PlantedFault_BecomesASmallTest_ThatCompiles()
    {
        var fault = PlantedFaults.All.Single(f => f.ToString() == "sqlite: lower case for upper case");
        var options = new FuzzOptions { Seed = 7, Engines = [fault.Engine] };
        var batch = Batch.Draw(options.Seed, 0, size: 8, new Coverage(), fault.About);
        var (view, difference) = await FirstAsync(batch, fault, options);
        var shrinker = new CaseShrinker(batch, view, options) { Decorate = engine => new FaultyEngine(engine, fault.OfEngine!) };

        var (small, rows, differences) = await shrinker.ShrinkAsync(difference);
        var text = new CaseText(rows, small, differences, options.Seed).ToString();

        output.WriteLine(text);
        differences.ShouldNotBeEmpty();
        small.Features.Count.ShouldBe(1);
        small.Expressions.SelectMany(e => e.All).ShouldContain(e => e.Production.Construct == "Text.UpperAscii");
        rows.Rows.Count.ShouldBeLessThan(5);
        text.ShouldContain("[Fact]");
        foreach (var row in rows.Rows)
        {
            // Unset, these would be of the year 1, and ingestion would refuse the row.
            var instants = row.Source.Columns.Where(c => c.Type is { Kind: Model.Kind.Instant or Model.Kind.Date, IsNullable: false });
            instants.ShouldAllBe(c => text.Contains($"[\"{c.Name}\"] = "));
        }

        Errors($"{Usings}\npublic sealed class Pasted\n{{\n{text}\n}}").ShouldBeEmpty();
    }

    private static async Task<(Model.FuzzView View, Difference Difference)> FirstAsync(Batch batch, PlantedFault fault, FuzzOptions options)
    {
        using var definitions = CompiledDefinitions.CompileQuickly(batch.Text(batch.Views, companions: true));
        var check = new ParityCheck(options.Engines) { Decorate = engine => new FaultyEngine(engine, fault.OfEngine!) };
        foreach (var view in batch.Views)
        {
            var report = await check.RunAsync([Batch.Case(definitions, view, options.Depth)], [batch.History(definitions)], options.Seed);
            if (report.Differences.Count > 0)
            {
                return (view, report.Differences[0]);
            }
        }

        throw new InvalidOperationException("No definition of the batch shows the fault.");
    }

    private static IEnumerable<string> Errors(string text)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Pasted", [CSharpSyntaxTree.ParseText(text)], references, new(OutputKind.DynamicallyLinkedLibrary));
        return compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString());
    }
}
