namespace TypedFeatures.Specification.Tests;

/// <summary>
/// Constructs that no single expression calls: they are in the rows and instants of an example. The example states them in a comment, and its data must bear
/// it out.
/// </summary>
internal static class StatedConstructs
{
    public static IReadOnlyDictionary<string, Func<Facts, bool>> All { get; } = new Dictionary<string, Func<Facts, bool>>
    {
        ["time.floor"] = f => f.Cells.Any(c => c.Contains("ticks", StringComparison.Ordinal)),
        ["time.local"] = f => f.Cells.Any(c => c.StartsWith("local ", StringComparison.Ordinal)),
        ["time.unspecified"] = f => f.Cells.Any(c => c.StartsWith("unspecified ", StringComparison.Ordinal)),
        ["time.range"] = f => f.Cells.Any(c => c.StartsWith("1899-", StringComparison.Ordinal)) && f.Cells.Any(c => c.StartsWith("2300-", StringComparison.Ordinal))
            || f.Cells.Any(c => c.StartsWith("1900-01-01", StringComparison.Ordinal)) && f.Cells.Any(c => c.StartsWith("2299-12-31", StringComparison.Ordinal)),
        ["knowledge.late"] = f => f.Rows.Any(r => f.AsOfs.Any(t => r.Happened <= t && t < r.Known)),
        ["knowledge.future"] = f => f.Rows.Any(r => f.AsOfs.Any(t => t < r.Happened)) && f.Rows.Any(r => f.AsOfs.Any(t => r.Happened <= t)),
        ["knowledge.everything"] = f => f.Checks.Any(c => c.Knowledge == Knowledge.Everything) && f.Rows.Any(r => f.AsOfs.Any(t => r.Happened <= t && t < r.Known)),
        ["knowledge.watermark"] = f => f.Checks.Any(c => c.Failure == Failure.Refused && c.KnownBy is not null),
        ["version.first"] = f => f.Repeated.Any(r => r.Select(x => x.Known).Distinct().Count() > 1),
        ["version.duplicate"] = f => f.Repeated.Any(),
        ["version.conflict"] = f => f.Repeated.Any() && f.Quarantined > 0,
        ["version.newest"] = f => f.IsLabel && f.Repeated.Any(),
        ["order.events"] = f => f.Events.GroupBy(r => r.Happened).Any(g => g.Count() > 1),
        ["order.merged"] = f => f.Used.Contains("source.merge") && f.Events.GroupBy(r => r.Happened).Any(g => g.Select(r => r.Row.GetType()).Distinct().Count() > 1),
        ["order.dimensions"] = f => f.Rows.Except(f.Events).GroupBy(r => r.Happened).Any(g => g.Count() > 1),
        ["join.chained"] = f => f.Used.Contains("join.two"),
        ["join.bitemporal"] = f => f.DimensionHas<IngestTimeAttribute>(),
        ["join.validto"] = f => f.DimensionHas<ValidToAttribute>(),
        ["join.tombstone"] = f => f.DimensionHas<TombstoneAttribute>(),
        ["norows.empty"] = f => f.Checks.Any(c => c.Found == false),
        ["norows.found"] = f => f.Checks.Any(c => c.Found == false) && f.Checks.Any(c => c.Found == true),
        ["norows.nullkey"] = f => f.Cells.Contains("null"),
        ["type.nullable"] = f => f.Checks.Any(c => c.Values.Values.Contains("null")) && f.Checks.Any(c => !c.Values.Values.Contains("null")),
        ["number.nan"] = f => f.Cells.Contains("NaN") && f.Cells.Any(c => c.EndsWith("Infinity", StringComparison.Ordinal)),
        ["number.nonfinite.argument"] = f => f.Cells.Any(c => c.Contains("double.MaxValue", StringComparison.Ordinal) || c.Contains("e30", StringComparison.Ordinal)),
        ["number.nonfinite.result"] = f => f.Checks.Any(c => c.Failure == Failure.Fails) && f.Cells.Any(c => c.Contains("double.MaxValue", StringComparison.Ordinal) || c.Contains("e30", StringComparison.Ordinal)),
        ["number.negativezero"] = f => f.Cells.Contains("-0") || f.Cells.Contains("-0.0"),
        ["number.exactsum"] = f => f.Cells.Any(c => c.EndsWith(".MaxValue", StringComparison.Ordinal)) && f.Checks.Any(c => c.Failure == Failure.Fails),
        ["text.order"] = f => f.Cells.Any(c => c.Contains("\\ud83d", StringComparison.OrdinalIgnoreCase)) && f.Cells.Any(c => c.Contains("\\uff", StringComparison.OrdinalIgnoreCase)),
        ["text.wellformed"] = f => f.Cells.Any(c => c.Contains("\\u0000", StringComparison.Ordinal)) && f.Cells.Any(c => c.Contains("\\ud8", StringComparison.OrdinalIgnoreCase)),
        ["text.length"] = f => f.Used.Contains("P:System.String.Length") && f.Cells.Any(c => c.Contains("\\ud83d", StringComparison.OrdinalIgnoreCase)),
        ["label.value"] = f => f.IsLabel,
        ["label.censored"] = f => f.IsLabel && f.Cells.Contains("censored"),
        ["service.views"] = f => f.IsService,
        ["service.roles"] = f => f.IsService,
        ["service.request"] = f => f.IsService,
        ["service.ondemand"] = f => f.IsService,
    };

    /// <summary>Whether an example that states a construct has what it takes.</summary>
    /// <exception cref="InvalidOperationException">It has not.</exception>
    public static bool Bears(string id, Example example, IReadOnlySet<string> used) =>
        All.TryGetValue(id, out var rule)
            ? rule(new Facts(example, used)) ? true : throw new InvalidOperationException($"{example} states '{id}', but its rows do not bear it out.")
            : throw new InvalidOperationException($"{example} states '{id}', which is no construct that can be stated; what code uses is found in the code.");
}
