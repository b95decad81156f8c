using TypedFeatures.Plans.Normalize;

namespace TypedFeatures.Plans;

/// <summary>
/// The hash of what decides the values of one feature: its normalised expression, and of the query what it depends on (sources and how time and identity are read
/// from them, joins, filter, key). How it is written leaves no trace, nor does what it is called, nor anything that concerns other features alone; that is what
/// tells it from <see cref="ContractHash"/>, which guards the layout of a whole view's online state.
/// </summary>
public static class TransformHash
{
    /// <summary>Sixteen lower-case hexadecimal digits, of a feature of a view, a feature table or a label.</summary>
    public static string Of(ViewPlan view, Feature feature) =>
        new TransformText(view ?? throw new ArgumentNullException(nameof(view))).HashOf([(feature ?? throw new ArgumentNullException(nameof(feature))).Value]);

    /// <summary>The same without the members of enums: equal where only an enum grew.</summary>
    public static string OfLogic(ViewPlan view, Feature feature) =>
        new TransformText(view ?? throw new ArgumentNullException(nameof(view)), withMembers: false).HashOf([(feature ?? throw new ArgumentNullException(nameof(feature))).Value]);

    /// <summary>The same of a query without its features: of what all of them depend on.</summary>
    public static string OfQuery(ViewPlan view) => new TransformText(view ?? throw new ArgumentNullException(nameof(view))).HashOf([]);

    /// <summary>The same of an on-demand feature: over the names of what the service reads, whose own transforms are others' to hash.</summary>
    /// <param name="service">The service.</param>
    /// <param name="feature">Its on-demand feature.</param>
    /// <param name="nameOf">The name of a view's feature, which stays when the feature is renamed.</param>
    /// <param name="nameOfInput">The same of an input.</param>
    public static string Of(ServicePlan service, Feature feature, Func<ServiceView, Feature, string> nameOf, Func<RequestInput, string> nameOfInput) =>
        Of(service, feature, nameOf, nameOfInput, withMembers: true);

    /// <summary>The same without the members of enums.</summary>
    public static string OfLogic(ServicePlan service, Feature feature, Func<ServiceView, Feature, string> nameOf, Func<RequestInput, string> nameOfInput) =>
        Of(service, feature, nameOf, nameOfInput, withMembers: false);

    private static string Of(ServicePlan service, Feature feature, Func<ServiceView, Feature, string> nameOf, Func<RequestInput, string> nameOfInput, bool withMembers)
    {
        _ = service ?? throw new ArgumentNullException(nameof(service));
        _ = nameOf ?? throw new ArgumentNullException(nameof(nameOf));
        _ = nameOfInput ?? throw new ArgumentNullException(nameof(nameOfInput));
        var value = (feature ?? throw new ArgumentNullException(nameof(feature))).Value.Rewrite(node => node switch
        {
            ViewFeature f => Named(f.Type, nameOf(service.Views[f.View], service.Views[f.View].View.Features.First(v => v.Property == f.Property))),
            RequestValue r => Named(r.Type, nameOfInput(service.Requests[r.Index])),
            KeyOf k => Named(k.Type, service.Keys[k.Index].Name),
            _ => null,
        });
        return ContractHash.HashOf("on demand\n" + ScalarText.Of(CanonicalForm.Of(value), withMembers));
    }

    private static ColumnOf Named(ScalarType type, string name) => new(type, 0, name);

    /// <summary>The sources that decide a feature: 0 for the events, 1 and up for those of the joins that matter to it.</summary>
    public static IReadOnlyList<int> SourcesOf(ViewPlan view, Feature feature) =>
        new TransformText(view ?? throw new ArgumentNullException(nameof(view))).SourcesOf([(feature ?? throw new ArgumentNullException(nameof(feature))).Value]);

    /// <summary>The columns of a source that decide values read from it: those with a role, those used, and those that break ties up to the last that is used.</summary>
    /// <param name="source">The source, no joined view and no merged stream.</param>
    /// <param name="used">The properties that are read.</param>
    public static IEnumerable<SourceColumn> DecidingColumns(SourceSchema source, ISet<string> used)
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        bool IsRead(SourceColumn column) => used.Contains(column.Property) || column.Role is ColumnRole.ValidTo or ColumnRole.Tombstone;

        // Rows that tie up to a column have equal values in it and in all before it, so what comes after the last that is read decides nothing.
        // Versions of one event tie with each other alone, and differ in what is known after the outcome alone.
        var ties = (source.HasEventIds ? source.Columns.Where(c => c.IsKnownAfterOutcome) : source.TieBreakers).ToList();
        var deciding = new HashSet<SourceColumn>(ties.Take(ties.FindLastIndex(IsRead) + 1));
        return source.Columns.Where(c => c.Role is not ColumnRole.Value || used.Contains(c.Property) || deciding.Contains(c));
    }
}
