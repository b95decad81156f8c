using Microsoft.CodeAnalysis;
using Shouldly;
using TypedFeatures.Parity.Definitions;
using Xunit;

namespace TypedFeatures.Specification.Tests;

/// <summary>What the page says is refused gives exactly that diagnostic, and no other error.</summary>
public sealed class RefusedCodeTests
{
    public static TheoryData<string> Refusals() => [.. SemanticsPage.Examples.OfType<RefusedCode>().Select(e => e.ToString())];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Code_IsRefused_AsThePageSays(string example)
    {
        var refused = SemanticsPage.Examples.OfType<RefusedCode>().Single(e => e.ToString() == example);
        var section = SemanticsPage.Sections.Single(s => s.Title == refused.Section);
        var declarations = refused.RowType is { } row ? SectionText.ViewOf(section, "Refused", row, refused.Code, refused.Line) : refused.Code;
        var texts = SemanticsPage.Sections.Where(s => s == section || s.Title == PageSection.Shared)
            .Select(s => s == section ? SectionText.Around(s, declarations) : SectionText.Around(s, "")).ToList();
        var errors = refused.Id.StartsWith("TF", StringComparison.Ordinal)
            ? DefinitionCompiler.Analyze(DefinitionCompiler.Compilation(texts)).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id).Distinct().ToList()
            : [.. ErrorsOf(texts)];
        errors.ShouldBe([refused.Id]);
    }

    private static IEnumerable<string> ErrorsOf(IReadOnlyList<string> texts)
    {
        try
        {
            CompiledDefinitions.CompileQuickly([.. texts]);
            return [];
        }
        catch (DefinitionException refusal)
        {
            return refusal.Diagnostics.Select(d => d.Split("error ")[1].Split(':')[0]).Distinct();
        }
    }
}
