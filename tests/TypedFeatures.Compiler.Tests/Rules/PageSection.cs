using System.Text.RegularExpressions;
using TypedFeatures.Tests;

namespace TypedFeatures.Compiler.Tests.Rules;

/// <summary>Reads the examples of pages.</summary>
internal static partial class PageSection
{
    /// <summary>The examples below a heading, in order.</summary>
    public static IReadOnlyList<PageExample> Read(string page, string heading)
    {
        var text = File.ReadAllText(Repository.PathOf(page));
        var section = Headings().Split(text).Skip(1).Chunk(2).Single(pair => pair[0] == heading)[1];
        return [.. Fences().Matches(section).Select(m => new PageExample(
            m.Groups["language"].Value is "csharp" ? m.Groups["part"].Value.Trim() : m.Groups["language"].Value, m.Groups["code"].Value))];
    }

    [GeneratedRegex("^#{1,2} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex("^```(?<language>csharp|xml)(?<part>[^\n]*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();
}
