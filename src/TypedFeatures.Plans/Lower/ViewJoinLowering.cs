using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Lower;

/// <summary>
/// Joins another view's snapshots to a history. The rows say which entities they ask for at which instants of the grid; of these, each once, the other view is
/// lowered as it is for training; what it found is joined back. No snapshot is made that nobody asks for.
/// </summary>
internal sealed class ViewJoinLowering(SqlDialect dialect, HistoryOptions options)
{
    /// <summary>Adds the join.</summary>
    /// <param name="history">The history under construction.</param>
    /// <param name="request">What is joined.</param>
    /// <param name="snapshots">The other view and its grid.</param>
    public void Join(HistoryBuilder history, AsOfJoinRequest request, ViewSnapshots snapshots)
    {
        var view = snapshots.View;
        var instant = dialect.FloorTo(request.KnownTime is { } known ? dialect.Earlier(request.EventTime, known) : request.EventTime, snapshots.Every);
        var parts = view.Keys.Select((k, i) => dialect.Computed(request.Join.Keys[i].Type, request.Keys[i])).Append(instant);
        var asked = history.Stage($"the rows so far, each with what it asks {view.Name} for", parts.ToList());
        var (asks, when) = (asked.Take(view.Keys.Count).ToList(), asked[view.Keys.Count]);

        var spine = history.Names.Free(Short(view.Name) + "_spine");
        history.Tables.Add(new SqlCommonTable(spine, new SqlSelect
        {
            Outputs = asks.Select((ask, i) => new SqlOutput(ask, view.Keys[i].Name)).Append(new SqlOutput(when, ViewLowering.AsOf)).ToEquatableArray(),
            From = history.From,
            Where = asks.Where((_, i) => request.Join.Keys[i].DescendantsAndSelf().Any(n => n.Type.IsNullable))
                .Select(ask => (SqlExpression)new SqlNullTest(ask, IsNegated: true))
                .ToEquatableArray(),
            GroupBy = asked.ToEquatableArray(),
        }, "each entity and instant of the grid that is asked for, once"));

        var name = history.Names.Free(Short(view.Name) + "_snapshots");
        history.Tables.Add(new SqlCommonTable(
            name,
            new ViewLowering(Needed(history, request, snapshots), dialect, spine, history.Names.Within(request.Source)).Instants(options.KnowsEverything),
            $"what {view.Name} v{view.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)} found of them then"));

        SqlColumn Of(string column) => new(request.Alias, column);
        history.Joins.Add(new SqlJoin(
            request.Join.IsOuter ? "LEFT JOIN" : "JOIN",
            new SqlTable(name, request.Alias),
            asks.Select((ask, i) => SqlMake.Equal(Of(view.Keys[i].Name), ask))
                .Append(SqlMake.Equal(Of(ViewLowering.AsOf), when))
                .Concat(snapshots.MustBeFinite.Select(f => dialect.IsFinite(Of(f.Name))))
                .ToEquatableArray()));
        history.Map(request.Source, request.Alias);
        foreach (var feature in view.Features.Where(f => f.Type is { IsFloating: true, IsNullable: true }))
        {
            // A record holds null where the engine computed an infinity or NaN.
            history.Map(request.Source, feature.Property, SqlMake.When(dialect.IsFinite(Of(feature.Name)), Of(feature.Name)));
        }
    }

    /// <summary>Names are cut off after 63 letters by PostgreSQL.</summary>
    private static string Short(string name) => name.Length > 40 ? name.Substring(0, 40) : name;

    /// <summary>The other view with those of its features alone that somebody looks at. Its windows stay: they say who is found.</summary>
    private static OnlinePlan Needed(HistoryBuilder history, AsOfJoinRequest request, ViewSnapshots snapshots)
    {
        var plan = OnlinePlan.From(snapshots.View);
        var columns = history.Needed(request.Source).Select(c => c.Property).Concat(snapshots.MustBeFinite.Select(f => f.Property)).ToList();
        return plan with { Features = plan.Features.Where(f => columns.Contains(f.Property)).ToEquatableArray() };
    }
}
