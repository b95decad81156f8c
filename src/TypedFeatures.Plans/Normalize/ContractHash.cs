using System.Security.Cryptography;
using System.Text;
using TypedFeatures.Plans.Normalize;

namespace TypedFeatures.Plans;

/// <summary>
/// The hash of a view's normalised definition. Formatting, names of lambda parameters, <c>let</c>s, the order of <c>where</c>s and of commuting
/// operands do not change it; anything that changes a value, or the layout of the online state, does.
/// </summary>
public static class ContractHash
{
    /// <summary>Sixteen lower-case hexadecimal digits: the first 64 bits of a SHA-256.</summary>
    public static string Of(ViewPlan view) => HashOf(CanonicalText(view));

    /// <summary>The same of a service: its views by their hashes, its inputs, its on-demand features, and the order of its vector.</summary>
    public static string Of(ServicePlan service) => HashOf(CanonicalText(service));

    internal static string CanonicalText(ServicePlan service)
    {
        var lines = new List<string> { $"service {ScalarText.Quoted(service.Name)} {service.Version}" };
        lines.AddRange(service.Keys.Select(k => $"key {ScalarText.Quoted(k.Name)} {ScalarText.TypeText(k.Type)}"));
        lines.AddRange(service.Views.Select(v => $"view {ScalarText.Quoted(v.Name)} {Of(v.View)} {string.Join(" ", v.Keys)}"));
        lines.AddRange(service.Requests.Select(r => $"request {ScalarText.Quoted(r.Name)} {ScalarText.TypeText(r.Type)}"));
        lines.AddRange(service.OnDemand.Select(f =>
            $"feature {ScalarText.Quoted(f.Name)} {ScalarText.TypeText(f.Type)} {ScalarText.Of(CanonicalForm.Of(f.Value))}"));
        lines.AddRange(service.Members.Select(m => $"member {m.Kind} {m.Index}"));
        return string.Join("\n", lines);
    }

    internal static string CanonicalText(ViewPlan view)
    {
        var lines = new List<string> { $"{(view.IsLabel ? "label" : "view")} {ScalarText.Quoted(view.Name)} {view.Version}" };
        lines.AddRange(Source("events", view.Events));
        foreach (var branch in view.Branches)
        {
            lines.AddRange(Source("merge", branch.Source));
            lines.AddRange(branch.Values.Select(v => "as " + ScalarText.Of(CanonicalForm.Of(v))));
            lines.AddRange(branch.Filter is { } own ? ["where " + ScalarText.Of(CanonicalForm.Of(own))] : []);
        }

        foreach (var join in view.Joins)
        {
            var keyword = join.IsOuter ? "left join" : "join";
            lines.AddRange(join.Snapshots is { } snapshots ? [Snapshots(keyword, snapshots)] : Source(keyword, join.Dimension));
            lines.AddRange(join.Keys.Select(k => "on " + ScalarText.Of(CanonicalForm.Of(k))));
        }

        if (view.Filter is { } filter)
        {
            lines.Add("where " + ScalarText.Of(CanonicalForm.Of(filter)));
        }

        lines.AddRange(view.Keys.Select(k =>
            $"key {ScalarText.Quoted(k.Name)} {ScalarText.TypeText(k.Type)} {ScalarText.Of(CanonicalForm.Of(k.Value))}"));
        lines.AddRange(view.Features.Select(f =>
            $"feature {ScalarText.Quoted(f.Name)} {ScalarText.TypeText(f.Type)} {ScalarText.Of(CanonicalForm.Of(f.Value))}"));
        return string.Join("\n", lines);
    }

    internal static string HashOf(string text)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text));
        return string.Concat(hash.Take(8).Select(b => b.ToString("x2")));
    }

    /// <summary>What of a joined view decides values: all of it, which its own hash says.</summary>
    private static string Snapshots(string keyword, ViewSnapshots snapshots) =>
        $"{keyword} view {ScalarText.Quoted(snapshots.View.Name)} {snapshots.View.Version} {Of(snapshots.View)} every {snapshots.Every}";

    /// <summary>What of a source decides values: its name, how time and identity are read from it, and the order of its columns, which breaks ties.</summary>
    private static IEnumerable<string> Source(string keyword, SourceSchema source)
    {
        yield return $"{keyword} {ScalarText.Quoted(source.Name)}";
        foreach (var column in source.Columns)
        {
            yield return $"  {column.Role} {ScalarText.Quoted(column.Property)} {ScalarText.Quoted(column.Name)} {ScalarText.TypeText(column.Type)}{(column.IsKnownAfterOutcome ? " late" : "")}";
        }
    }
}
