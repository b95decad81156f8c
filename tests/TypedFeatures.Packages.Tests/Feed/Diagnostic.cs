using System.Globalization;
using System.Text.RegularExpressions;

namespace TypedFeatures.Packages.Tests.Feed;

/// <summary>A line of a build's output that complains.</summary>
/// <param name="File">The file's name, without folders; empty where there is none.</param>
/// <param name="Line">The line from 1; 0 where there is none.</param>
/// <param name="Severity">"error" or "warning".</param>
/// <param name="Id">Such as "TF1001".</param>
/// <param name="Message">What it says.</param>
internal sealed partial record Diagnostic(string File, int Line, string Severity, string Id, string Message)
{
    /// <summary>The complaints of a build, each once however often it is repeated.</summary>
    public static IReadOnlyList<Diagnostic> Parse(string output) =>
        [.. Complaint().Matches(output).Select(Of).Distinct().OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line)];

    /// <summary>Without the message: what tests compare.</summary>
    public override string ToString() => $"{File}({Line}): {Severity} {Id}";

    private static Diagnostic Of(Match match) => new(
        Path.GetFileName(match.Groups["file"].Value),
        match.Groups["line"] is { Success: true } line ? int.Parse(line.Value, CultureInfo.InvariantCulture) : 0,
        match.Groups["severity"].Value,
        match.Groups["id"].Value,
        match.Groups["message"].Value.Trim());

    // MSBuild's canonical form, "file(line,column): error ID: message [project]"; without a place "CSC : error ID: …" or "project : error ID: …".
    [GeneratedRegex(@"^\s*(?:(?<file>[^\r\n(]+)\((?<line>\d+),\d+(?:,\d+,\d+)?\)|[^\r\n:]+?)\s*: (?<severity>error|warning) (?<id>[A-Za-z]+\d+): (?<message>[^\r\n]*)$", RegexOptions.Multiline)]
    private static partial Regex Complaint();
}
