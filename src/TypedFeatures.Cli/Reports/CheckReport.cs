using System.Text;
using System.Text.Json;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Cli.Reports;

/// <summary>What a check found.</summary>
/// <param name="Changes">All differences, with their verdicts.</param>
/// <param name="IsUpToDate">Whether the lock file has all that it may have.</param>
internal sealed record CheckReport(IReadOnlyList<ContractChange> Changes, bool IsUpToDate)
{
    /// <summary>Whether what was released is kept.</summary>
    public bool IsKept => Changes.All(c => c.Verdict is Verdict.Compatible);

    /// <summary>Writes it for a comment on a pull request: what needs somebody first, then what is compatible.</summary>
    public async Task WriteMarkdownAsync(TextWriter output)
    {
        var needing = Changes.Where(c => c.Verdict is not Verdict.Compatible).OrderByDescending(c => c.Verdict).ToList();
        var compatible = Changes.Where(c => c.Verdict is Verdict.Compatible).ToList();
        var text = new StringBuilder();
        text.Append("## Feature contracts\n\n");
        text.Append(needing.Count == 0 ? "What was released is kept.\n" : $"**{Count(needing.Count, "change")} would reach those who rely on what was released.**\n");
        if (needing.Count > 0)
        {
            text.Append("\n| verdict | change | affected services | remedy |\n|---|---|---|---|\n");
            foreach (var change in needing)
            {
                var services = change.Services.IsEmpty ? "none" : string.Join(", ", change.Services.Select(s => $"{s.Name} v{s.Version}"));
                text.Append($"| {ChangeReport.Word(change.Verdict)} | {Cell(change.Message)} | {Cell(services)} | {Cell(change.Remedy)} |\n");
            }
        }

        if (compatible.Count > 0)
        {
            text.Append($"\n{Count(compatible.Count, "compatible change")}:\n\n");
            foreach (var change in compatible)
            {
                text.Append($"- {change.Message}\n");
            }
        }

        if (!IsUpToDate)
        {
            text.Append($"\n`{LockFile.FileName}` does not have all of it yet: `dotnet features lock`.\n");
        }

        await output.WriteAsync(text).ConfigureAwait(false);
    }

    /// <summary>Writes it for programs.</summary>
    public async Task WriteJsonAsync(TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteBoolean("kept", IsKept);
            json.WriteBoolean("upToDate", IsUpToDate);
            json.WriteStartArray("changes");
            foreach (var change in Changes.OrderByDescending(c => c.Verdict))
            {
                Write(json, change);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        await output.WriteLineAsync(Encoding.UTF8.GetString(buffer.ToArray())).ConfigureAwait(false);
    }

    private static void Write(Utf8JsonWriter json, ContractChange change)
    {
        json.WriteStartObject();
        json.WriteString("verdict", JsonNamingPolicy.CamelCase.ConvertName(change.Verdict.ToString()));
        json.WriteString("change", JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString()));
        Write(json, "subject", change.Subject);
        if (change.Feature is { } feature)
        {
            json.WriteString("feature", feature);
        }

        json.WriteString("message", change.Message);
        json.WriteString("remedy", change.Remedy);
        json.WriteStartArray("services");
        foreach (var service in change.Services)
        {
            Write(json, null, service);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string? property, ContractIdentity identity)
    {
        if (property is not null)
        {
            json.WritePropertyName(property);
        }

        json.WriteStartObject();
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(identity.Kind.ToString()));
        json.WriteString("name", identity.Name);
        json.WriteNumber("version", identity.Version);
        json.WriteEndObject();
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
}
