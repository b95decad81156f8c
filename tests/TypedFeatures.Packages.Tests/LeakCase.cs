namespace TypedFeatures.Packages.Tests;

/// <summary>A view with one fault.</summary>
/// <param name="Name">The name of the record and its file.</param>
/// <param name="Id">The diagnostic that refuses it.</param>
/// <param name="Fault">The text whose line is to be reported.</param>
/// <param name="Feature">The feature's expression over the group <c>g</c>.</param>
/// <param name="Type">The feature's type.</param>
/// <param name="Parameters">The parameters of <c>Define</c>.</param>
/// <param name="Query">What stands between the rows <c>p</c> and their group.</param>
/// <param name="Severity">"error", or "warning" where it need not be a leak.</param>
public sealed record LeakCase(
    string Name,
    string Id,
    string Fault,
    string Feature,
    string Type = "double?",
    string Parameters = "Events<Purchase> purchases",
    string Query = "",
    string Severity = "error")
{
    /// <summary>The source of the view.</summary>
    public string Source { get; } = $$"""
        using Shop;
        using TypedFeatures;
        using static TypedFeatures.Duration;

        namespace Leaks;

        [FeatureView("{{Name}}")]
        public sealed partial record {{Name}}
        {
            [EntityKey] public long UserId { get; init; }
            public required {{Type}} Value { get; init; }

            private static FeatureQuery<{{Name}}> Define(
                {{Parameters}}) =>
                from p in purchases
                {{Query}}
                group p by p.UserId into g
                select new {{Name}}
                {
                    UserId = g.Key,
                    Value = {{Feature}},
                };
        }

        """;

    /// <summary>The complaint of a build.</summary>
    public string Complaint => $"{Name}.cs({Source[..Source.IndexOf(Fault, StringComparison.Ordinal)].Count(c => c == '\n') + 1}): {Severity} {Id}";

    public override string ToString() => $"{Name}: {Id}";
}
