using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedFeatures.Compiler.Tests.Rules;

/// <summary>Asserts what the analyzers say of a source text, and where.</summary>
internal static class RuleTest
{
    private const string Start = "[|";
    private const string End = "|]";

    /// <summary>The text compiles, and the analyzers report exactly the rule at exactly the marked spans; there is then no plan.</summary>
    public static async Task<Diagnostic> ReportsAsync(DiagnosticDescriptor rule, string marked)
    {
        var (text, spans) = Unmark(marked);
        spans.ShouldNotBeEmpty("the test marks no span");
        var compilation = TestCode.CompileValid(text);

        var diagnostics = await TestCode.AnalyzeAsync(compilation);

        diagnostics.Select(d => (d.Id, Code: text.Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length)))
            .ShouldBe(spans.Select(s => (rule.Id, text.Substring(s.Start, s.Length))), string.Join("\n", diagnostics));
        diagnostics.Select(d => d.Location.SourceSpan).ShouldBe(spans);
        if (HasNoPlan(rule) && compilation.GetTypeByMetadataName(TestView.TypeName) is not null)
        {
            TestCode.BindView(compilation, TestView.TypeName).Value.ShouldBeNull();
        }

        if (HasNoPlan(rule) && compilation.GetTypeByMetadataName(TestLabel.TypeName) is not null)
        {
            TestCode.BindLabel(compilation, TestLabel.TypeName).Value.ShouldBeNull();
        }

        if (HasNoPlan(rule) && compilation.GetTypeByMetadataName(TestService.TypeName) is not null)
        {
            TestCode.BindService(compilation, TestService.TypeName).Value.ShouldBeNull();
        }

        return diagnostics[0];
    }

    /// <summary>The text compiles, and the analyzers report nothing.</summary>
    public static async Task AllowsAsync(string text)
    {
        var compilation = TestCode.CompileValid(text);
        (await TestCode.AnalyzeAsync(compilation)).ShouldBeEmpty();
        if (compilation.GetTypeByMetadataName(TestService.TypeName) is not null)
        {
            TestCode.BindService(compilation, TestService.TypeName).Value.ShouldNotBeNull();
            return;
        }

        TestCode.BindView(compilation, TestView.TypeName).Value.ShouldNotBeNull();
    }

    /// <summary>Whether what the rule reports keeps a definition from having a plan; others leave one, so that a suppressed rule leaves a feature that works.</summary>
    private static bool HasNoPlan(DiagnosticDescriptor rule) => rule.DefaultSeverity == DiagnosticSeverity.Error && !rule.CustomTags.Contains("PlanStands");

    /// <summary>A text without its marks, and the spans they marked.</summary>
    public static (string Text, List<TextSpan> Spans) Unmark(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan>();
        var position = 0;
        for (var start = marked.IndexOf(Start, StringComparison.Ordinal); start >= 0; start = marked.IndexOf(Start, position, StringComparison.Ordinal))
        {
            var end = marked.IndexOf(End, start, StringComparison.Ordinal);
            text.Append(marked, position, start - position);
            spans.Add(new TextSpan(text.Length, end - start - Start.Length));
            text.Append(marked, start + Start.Length, end - start - Start.Length);
            position = end + End.Length;
        }

        return (text.Append(marked, position, marked.Length - position).ToString(), spans);
    }
}
