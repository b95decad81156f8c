using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Lower;

/// <summary>Which rows and columns a history needs.</summary>
/// <param name="KnowsEverything">Whether every row counts as known at its event time.</param>
/// <param name="Spine">The table whose entities alone matter; null where all do.</param>
internal sealed record HistoryOptions(bool KnowsEverything, string? Spine = null);

/// <summary>Lowers the row level of a view: the events, joined, filtered, with the keys and the state columns as its outputs.</summary>
/// <param name="plan">The view.</param>
/// <param name="dialect">The engine.</param>
/// <param name="options">Which rows and columns.</param>
/// <param name="names">The names taken so far.</param>
internal sealed class HistoryLowering(OnlinePlan plan, SqlDialect dialect, HistoryOptions options, QueryNames names)
{
    public const string EventTime = "event_time";
    public const string IngestTime = "ingest_time";
    public const string EventId = "event_id";

    private readonly ViewPlan view = plan.View;

    /// <summary>Whether the history has the ingest time: to filter by it, or to order by it.</summary>
    public bool HasIngestTime => view.Events.IngestTime is not null && (!options.KnowsEverything || plan.IsOrdered);

    /// <summary>The names of its columns.</summary>
    public IEnumerable<string> Columns => view.Keys.Select(k => k.Name)
        .Append(EventTime)
        .Concat(HasIngestTime ? [IngestTime] : Array.Empty<string>())
        .Concat(plan.HasEventIds ? [EventId] : Array.Empty<string>())
        .Concat(plan.Columns.Select(c => c.Name));

    /// <summary>The named queries, the last of which is the history.</summary>
    public EquatableArray<SqlCommonTable> Lower(string name)
    {
        var needed = NeededColumns();
        var history = new HistoryBuilder(view, needed, names.Fork());
        if (!view.Branches.IsEmpty)
        {
            history.Tables.Add(new MergeLowering(view, dialect).Lower(property => needed.Contains((0, property))));
        }

        if (view.IsLabel)
        {
            NewestVersions.Join(history, view.Events, name);
        }
        else if (!view.Events.HasEventIds)
        {
            history.KeepGreatest();
        }

        var conditions = new RowConditions(view, dialect, options);
        for (var i = 0; i < view.Joins.Count; i++)
        {
            if (view.Joins[i].Snapshots is { } snapshots)
            {
                history.Conditions.AddRange(conditions.Take(Translator(history), sources: i + 1));
                new ViewJoinLowering(dialect, options).Join(history, Request(history, i), snapshots);
                continue;
            }

            dialect.JoinAsOf(history, Request(history, i));
            history.Close(i + 1, view.Joins[i].IsOuter);
        }

        var scalars = Translator(history);
        var query = new SqlSelect
        {
            Outputs = Outputs(history, scalars),
            From = history.From,
            Joins = history.Joins.ToEquatableArray(),
            Where = history.Conditions.Concat(conditions.Take(scalars, sources: view.Joins.Count + 1)).ToEquatableArray(),
        };
        var rows = view.IsLabel ? "the rows the label is about, in their newest version" : "the rows the view is about";
        var comment = view.Joins.IsEmpty ? rows : rows + ", each with its dimensions as they stood when it happened";
        history.Tables.Add(new SqlCommonTable(name, query, comment, dialect.MaterializesHistory && !(view.Joins.IsEmpty && view.Branches.IsEmpty)));
        return history.Tables.ToEquatableArray();
    }

    private AsOfJoinRequest Request(HistoryBuilder history, int index)
    {
        var join = view.Joins[index];
        var scalars = Translator(history);
        return new AsOfJoinRequest(
            index + 1,
            join,
            history.FreeAlias(join.Dimension.Name),
            join.Keys.Select(scalars.Value).ToEquatableArray(),
            history.Column(0, view.Events.Time.Property),
            options.KnowsEverything || view.Events.IngestTime is not { } ingest ? null : history.Column(0, ingest.Property),
            join.Dimension.IngestTime is not null && !options.KnowsEverything);
    }

    private ScalarTranslator Translator(HistoryBuilder history) => new(dialect, leaf => leaf switch
    {
        ColumnOf column => history.Column(column.Source, column.Property),
        IsMatched matched => new SqlNullTest(history.Column(matched.Source, KeyOf(matched.Source)), IsNegated: true),
        _ => throw new ArgumentException($"{leaf.GetType().Name} has no meaning on a row."),
    });

    private string KeyOf(int source) => view.Source(source).Keys.First().Property;

    private EquatableArray<SqlOutput> Outputs(HistoryBuilder history, ScalarTranslator scalars)
    {
        var outputs = view.Keys.Select(k => new SqlOutput(dialect.Computed(k.Type, scalars.Value(k.Value)), k.Name)).ToList();
        outputs.Add(new SqlOutput(history.Column(0, view.Events.Time.Property), EventTime));
        if (HasIngestTime)
        {
            outputs.Add(new SqlOutput(history.Column(0, view.Events.IngestTime!.Property), IngestTime));
        }

        if (plan.HasEventIds)
        {
            outputs.Add(new SqlOutput(history.Column(0, view.Events.EventId.Property), EventId));
        }

        outputs.AddRange(plan.Columns.Select(c => new SqlOutput(dialect.Computed(c.Type, scalars.Value(c.Value)), c.Name)));
        return outputs.ToEquatableArray();
    }

    /// <summary>The conditions a conjunction is made of.</summary>
    public static IEnumerable<Scalar> Conjuncts(Scalar condition) => condition is Binary { Operator: BinaryOperator.And } and
        ? Conjuncts(and.Left).Concat(Conjuncts(and.Right))
        : [condition];

    private HashSet<(int Source, string Property)> NeededColumns()
    {
        var scalars = plan.Columns.Select(c => c.Value)
            .Concat(view.Keys.Select(k => k.Value))
            .Concat(view.Joins.SelectMany(j => j.Keys))
            .Concat(view.Filter is { } filter ? [filter] : []);
        var needed = new HashSet<(int Source, string Property)>();
        foreach (var node in scalars.SelectMany(s => s.DescendantsAndSelf()))
        {
            if (node is ColumnOf column)
            {
                needed.Add((column.Source, column.Property));
            }
            else if (node is IsMatched matched)
            {
                needed.Add((matched.Source, KeyOf(matched.Source)));
            }
        }

        for (var i = 1; i <= view.Joins.Count; i++)
        {
            var closing = new[] { view.Source(i).ValidTo, view.Source(i).Tombstone }.OfType<SourceColumn>();
            needed.UnionWith(closing.Select(c => (i, c.Property)));
        }

        needed.Add((0, view.Events.Time.Property));
        if (view.Events.HasEventIds)
        {
            needed.Add((0, view.Events.EventId.Property));
        }

        if (view.Events.IngestTime is { } ingest && (HasIngestTime || !view.IsLabel))
        {
            needed.Add((0, ingest.Property));
        }

        return needed;
    }
}
