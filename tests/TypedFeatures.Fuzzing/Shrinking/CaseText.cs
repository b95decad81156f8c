using System.Globalization;
using System.Text;
using TypedFeatures.Fuzzing.Model;
using TypedFeatures.Fuzzing.Rows;
using TypedFeatures.Fuzzing.Run;
using TypedFeatures.Parity;

namespace TypedFeatures.Fuzzing.Shrinking;

/// <summary>A case as a test to paste: the definition, its rows as a table, and where the ways differ.</summary>
public sealed class CaseText(Batch batch, FuzzView view, IReadOnlyList<Difference> differences, int seed)
{
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"// seed {seed}, batch {batch.Name}, view {view.Name}\n");
        foreach (var difference in differences.Take(6))
        {
            text.Append("// ").Append(difference.ToString().ReplaceLineEndings(" ")).Append('\n');
        }

        text.Append("[Fact]\npublic async Task ").Append(view.Name).Append("_AgreesEverywhere()\n{\n    using var definitions = CompiledDefinitions.Compile(\n        \"\"\"\n");
        var used = Used();
        foreach (var line in used.Text([view], companions: false).Split('\n'))
        {
            text.Append("        ").Append(line).Append('\n');
        }

        text.Append("        \"\"\");\n    object[] rows =\n    [\n");
        foreach (var row in batch.Rows.Where(r => used.Sources.Contains(r.Source)))
        {
            text.Append("        definitions.Row(\"").Append(row.Source.Row).Append("\", new Dictionary<string, object?> { ")
                .AppendJoin(", ", row.Values.Where(v => v.Value is not null && IsUsed(row.Source, v.Key)).Select(v => $"[\"{v.Key}\"] = {Cell(v.Value!)}")).Append(" }),\n");
        }

        text.Append("    ];\n\n    await Agree.EverywhereAsync(definitions.View(\"").Append(view.Name).Append("\"), rows, ").Append(Spine()).Append(");\n}\n");
        return text.ToString();
    }

    private Batch Used() => batch.Of([.. batch.Sources.Where(s => s.Row == view.Events.Row || view.Joins.Any(j => j.Dimension.Row == s.Row))]);

    private bool IsUsed(FuzzSource source, string column) =>
        source.Columns.First(c => c.Name == column) is var declared && (!declared.IsPlain || IsRefusedUnset(declared.Type)
        || source.Computed.Any(p => p.Body.Contains(column, StringComparison.Ordinal))
        || view.Expressions.SelectMany(e => e.All).Any(e => e.Leaf.Contains("." + column, StringComparison.Ordinal) || e.Leaf.Contains(column + ":", StringComparison.Ordinal)));

    /// <summary>Whether ingestion refuses a column that nobody sets: null text, instants of the year 1, vectors of no length.</summary>
    private static bool IsRefusedUnset(FuzzType type) =>
        type is { IsNullable: false, Kind: Kind.String or Kind.Instant or Kind.Date or Kind.Vector };

    /// <summary>Where they differ; of what fails for everybody anywhere, some entity at some instant.</summary>
    private string Spine()
    {
        // Best as a training row is read: the test asks at the instant up to which rows are known.
        var points = differences.Where(d => d.Key is not null && d.AsOf is not null).ToList();
        var point = points.FirstOrDefault(d => d.AsOf == d.KnownBy && !d.Path.Contains(nameof(Knowledge.Everything), StringComparison.Ordinal)) ?? points.FirstOrDefault();
        return point is null
            ? $"new DateTime({batch.Clock.Instants[^1].Ticks}L, DateTimeKind.Utc), {string.Join(", ", view.DeclaredKeys.Select(k => SomeKey(k.Value.Type.Kind)))}"
            : $"new DateTime({point.AsOf!.Value.Ticks}L, DateTimeKind.Utc), {string.Join(", ", KeyParts(point.Key!).Select(Cell))}";
    }

    private static string SomeKey(Kind kind) => kind switch
    {
        Kind.Bool => "true",
        Kind.Int => "1",
        Kind.Long => "1L",
        Kind.String => "\"a\"",
        Kind.Guid => "Guid.Empty",
        Kind.Instant => "DateTime.UnixEpoch",
        Kind.Date => "new DateOnly(2024, 1, 1)",
        Kind.Span => "TimeSpan.Zero",
        Kind.Hue => "\"Red\"",
        _ => "\"Low\"",
    };

    private static IEnumerable<object> KeyParts(object key) =>
        key.GetType().Name == "Key" ? key.GetType().GetProperties().Select(p => p.GetValue(key)!) : [key];

    private static string Cell(object value) => value switch
    {
        DateTime t => $"new DateTime({t.Ticks}L, DateTimeKind.Utc)",
        TimeSpan s => $"TimeSpan.FromTicks({s.Ticks}L)",
        Enum e => $"\"{e}\"",
        double d when double.IsNegative(d) && d == 0 => "-0d",
        _ => Literals.Of(value),
    };
}
