using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using TypedFeatures.Compiler.Binding;

namespace TypedFeatures.Compiler.Tests.Fixes;

/// <summary>
/// Asserts what a provider makes of a document: all of its text, that nothing is reported of it afterwards, that it compiles, and that what it defines has a plan.
/// </summary>
internal static class FixTest
{
    /// <summary>A document with one finding becomes another, by one fix and by fixing all.</summary>
    public static async Task FixesAsync(CodeFixProvider provider, string key, string before, string after)
    {
        using var opened = FixProject.Of(provider, [before]);
        await FixesOneAsync(opened, key, 0, after, count: 1);
        await FixesAllAsync(opened, key, FixAllScope.Document, [after]);
        await AssertCleanAsync(after);
    }

    /// <summary>Only one of several findings is mended.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="key">Which of its fixes.</param>
    /// <param name="before">The document.</param>
    /// <param name="index">Which finding, in source order.</param>
    /// <param name="after">The document with that one mended.</param>
    /// <param name="count">How many findings there are.</param>
    public static async Task FixesOneAsync(CodeFixProvider provider, string key, string before, int index, string after, int count)
    {
        using var opened = FixProject.Of(provider, [before]);
        await FixesOneAsync(opened, key, index, after, count);
    }

    /// <summary>All findings of several documents of one project are mended at once.</summary>
    public static async Task FixesAllAsync(CodeFixProvider provider, string key, FixAllScope scope, params (string Before, string After)[] documents)
    {
        using var opened = FixProject.Of(provider, documents.Select(d => d.Before).ToArray());
        await FixesAllAsync(opened, key, scope, documents.Select(d => d.After));
        await AssertCleanAsync(documents.Select(d => d.After).ToArray());
    }

    /// <summary>All findings of a scope are mended; texts of what lies outside of it stay.</summary>
    public static async Task FixesAllAsync(FixProject opened, string key, FixAllScope scope, IEnumerable<string> after)
    {
        var first = opened.Solution.Projects.First().Documents.First();
        var changed = await FixProject.ApplyAsync(await opened.FixAllAsync(first, scope, key));
        (await TextsAsync(changed)).ShouldBe(after);
    }

    /// <summary>The document has findings, and this is what is offered for the first of them: the keys, in order.</summary>
    public static async Task OffersAsync(CodeFixProvider provider, string text, params string[] keys)
    {
        using var opened = FixProject.Of(provider, [text]);
        var findings = await opened.FindingsAsync(opened.Solution.Projects.Single());

        var offered = await opened.OfferedAsync(findings[0]);
        offered.Select(a => a.EquivalenceKey).ShouldBe(keys);
    }

    private static async Task FixesOneAsync(FixProject opened, string key, int index, string after, int count)
    {
        var findings = await opened.FindingsAsync(opened.Solution.Projects.Single());
        findings.Length.ShouldBe(count, string.Join("\n", findings));

        var offered = await opened.OfferedAsync(findings[index]);

        offered.Select(a => a.EquivalenceKey).ShouldContain(key, $"Offered for {findings[index]}");
        offered.Select(a => a.EquivalenceKey).ShouldBeUnique();
        offered.Select(a => a.Title).ShouldBeUnique();
        var changed = await FixProject.ApplyAsync(offered.Single(a => a.EquivalenceKey == key));
        (await TextsAsync(changed)).Single().ShouldBe(after);
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(Solution solution)
    {
        var texts = new List<string>();
        foreach (var document in solution.Projects.SelectMany(p => p.Documents))
        {
            texts.Add((await document.GetTextAsync()).ToString());
        }

        return texts;
    }

    private static async Task AssertCleanAsync(params string[] texts)
    {
        var compilation = TestCode.CompileValid(texts);
        (await TestCode.AnalyzeAsync(compilation)).ShouldBeEmpty();
        foreach (var type in compilation.Assembly.GlobalNamespace.GetNamespaceMembers().SelectMany(Types))
        {
            AssertBinds(type, compilation);
        }
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) => space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));

    private static void AssertBinds(INamedTypeSymbol type, CSharpCompilation compilation)
    {
        foreach (var attribute in type.GetAttributes().Select(a => a.AttributeClass!.Name))
        {
            object? bound = attribute switch
            {
                "FeatureViewAttribute" or "FeatureTableAttribute" => ViewBinder.Bind(type, compilation, CancellationToken.None).Value,
                "LabelAttribute" => LabelBinder.Bind(type, compilation, CancellationToken.None).Value,
                "FeatureServiceAttribute" => ServiceBinder.Bind(type, compilation, CancellationToken.None).Value,
                "EventSourceAttribute" or "DimensionSourceAttribute" => SourceBinder.Bind(type, compilation, CancellationToken.None).Value,
                _ => type,
            };
            bound.ShouldNotBeNull($"{type.Name} has no plan.");
        }
    }
}
