using TypedFeatures.Plans.Normalize;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Lower;

/// <summary>
/// Lowers a service to one training query: each view's own training query over its part of the spine, side by side by spine row, and the
/// on-demand features over them.
/// </summary>
internal sealed class ServiceLowering
{
    private const string Spine = ViewLowering.Spine;
    private readonly ServicePlan service;
    private readonly SqlDialect dialect;
    private readonly IReadOnlyList<(string Spine, string Rows)> names;

    public ServiceLowering(ServicePlan service, SqlDialect dialect)
    {
        this.service = service;
        this.dialect = dialect;
        names = NamesOf(service);
    }

    /// <summary>One row per spine row, in spine order: ordinal, keys, request, as-of, the features of all views, the on-demand features, found.</summary>
    public SqlSelect Training(bool knowsEverything)
    {
        var tables = service.Views.SelectMany((view, i) => Tables(view, i, knowsEverything)).ToEquatableArray();
        return new SqlSelect
        {
            With = tables,
            Outputs = SpineColumns().Select(c => new SqlOutput(OfSpine(c), c))
                .Concat(service.Views.SelectMany((view, i) => view.View.Features.Select(f => new SqlOutput(new SqlColumn(names[i].Rows, f.Name), view.ColumnOf(f)))))
                .Concat(OnDemand())
                .Append(new SqlOutput(SqlMake.All(names.Select(n => new SqlColumn(n.Rows, ViewLowering.Found)))!, ViewLowering.Found))
                .ToEquatableArray(),
            From = new SqlTable(Spine, "s"),
            Joins = names.Select(n => new SqlJoin(
                "JOIN",
                new SqlTable(n.Rows, n.Rows),
                EquatableArray.Of(SqlMake.Equal(new SqlColumn(n.Rows, ViewLowering.Ordinal), OfSpine(ViewLowering.Ordinal))))).ToEquatableArray(),
            OrderBy = EquatableArray.Of(new SqlOrder(OfSpine(ViewLowering.Ordinal))),
        };
    }

    private static SqlColumn OfSpine(string column) => new("s", column);

    /// <summary>Names that no source has: a named query would stand before it.</summary>
    private static List<(string Spine, string Rows)> NamesOf(ServicePlan service)
    {
        var taken = new HashSet<string>(
            service.Views.SelectMany(v => v.View.Sources.Select(s => s.Name).Append(v.View.Events.Name)),
            StringComparer.OrdinalIgnoreCase)
        {
            Spine, "history", "features", "visible", "sessions", "s", "h", "f",
        };
        string Free(string name)
        {
            while (!taken.Add(name))
            {
                name += "_";
            }

            return name;
        }

        return [.. service.Views.Select(v => (Free(v.Name + "_spine"), Free(v.Name + "_rows")))];
    }

    private IEnumerable<string> SpineColumns() => new[] { ViewLowering.Ordinal }
        .Concat(service.Keys.Select(k => k.Name))
        .Concat(service.Requests.Select(r => r.Name))
        .Append(ViewLowering.AsOf);

    private IEnumerable<SqlCommonTable> Tables(ServiceView view, int index, bool knowsEverything)
    {
        var keys = view.View.Keys.Select((part, i) => new SqlOutput(OfSpine(service.Keys[view.Keys[i]].Name), part.Name));
        yield return new SqlCommonTable(
            names[index].Spine,
            new SqlSelect
            {
                Outputs = new[] { new SqlOutput(OfSpine(ViewLowering.Ordinal), ViewLowering.Ordinal) }
                    .Concat(keys)
                    .Append(new SqlOutput(OfSpine(ViewLowering.AsOf), ViewLowering.AsOf))
                    .ToEquatableArray(),
                From = new SqlTable(Spine, "s"),
            },
            "the entities of " + view.Name);
        yield return new SqlCommonTable(
            names[index].Rows,
            new ViewLowering(OnlinePlan.From(view.View), dialect, names[index].Spine).Training(knowsEverything) with { OrderBy = default },
            $"what {view.Name} knew of them: {view.View.Name} v{view.View.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    private IEnumerable<SqlOutput> OnDemand()
    {
        var scalars = new ScalarTranslator(dialect, leaf => leaf switch
        {
            KeyOf key => OfSpine(service.Keys[key.Index].Name),
            RequestValue value => OfSpine(service.Requests[value.Index].Name),
            ViewFeature feature => Feature(feature),
            _ => throw new ArgumentException($"{leaf.GetType().Name} has no meaning in a service."),
        });
        return service.OnDemand.Select(f => f with { Value = ScaledIntegers.Of(f.Value) }).Select(f => new SqlOutput(ViewLowering.OfDeclaredType(dialect, f, scalars.Value(f.Value)), f.Name));
    }

    /// <summary>A view's feature as its record holds it: null where the engine computed an infinity or NaN.</summary>
    private SqlExpression Feature(ViewFeature leaf)
    {
        var view = service.Views[leaf.View];
        var column = new SqlColumn(names[leaf.View].Rows, view.View.Features.First(f => f.Property == leaf.Property).Name);
        return leaf.Type is { IsFloating: true, IsNullable: true } ? SqlMake.When(dialect.IsFinite(column), column) : column;
    }
}
