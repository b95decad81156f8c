using TypedFeatures.Plans.Normalize;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Lower;

/// <summary>Lowers a view to the queries of one engine.</summary>
internal sealed class ViewLowering
{
    public const string Spine = "spine";
    public const string Ordinal = "ordinal";
    public const string AsOf = "as_of";
    public const string Found = "found";

    private readonly OnlinePlan plan;
    private readonly SqlDialect dialect;
    private readonly string spine;
    private readonly ViewPlan view;
    private readonly QueryNames names;
    private readonly string historyName;
    private readonly string featuresName;
    private readonly string visibleName;
    private readonly string sessionsName;
    private readonly AggregateColumns aggregates;

    /// <param name="plan">The view.</param>
    /// <param name="dialect">The engine.</param>
    /// <param name="spine">The table of entities and instants.</param>
    /// <param name="within">The names of the query that this one is a part of; null where it stands for itself.</param>
    public ViewLowering(OnlinePlan plan, SqlDialect dialect, string spine = Spine, QueryNames? within = null)
    {
        // A merged stream is a named query too.
        var isMergedWithin = within is not null && !plan.View.Branches.IsEmpty;
        view = isMergedWithin ? plan.View with { Events = plan.View.Events with { Name = within!.Free(plan.View.Events.Name) } } : plan.View;
        this.plan = plan with { View = view };
        this.dialect = dialect;
        this.spine = spine;
        names = within ?? QueryNames.Of(view);
        historyName = names.Free("history");
        featuresName = names.Free("features");
        visibleName = names.Free("visible");
        sessionsName = names.Free("sessions");
        aggregates = AggregateColumns.Of(this.plan);
    }

    /// <summary>One row per spine row, in spine order.</summary>
    public SqlSelect Training(bool knowsEverything)
    {
        var history = new HistoryLowering(plan, dialect, Options(knowsEverything), names);
        var asOf = new SqlColumn("s", AsOf);
        var (rows, grouped) = GroupedBySpineRow(history, [Ordinal], checksIngestTime: history.HasIngestTime && !knowsEverything);
        return new SqlSelect
        {
            With = history.Lower(historyName)
                .Concat(rows)
                .Append(new SqlCommonTable(featuresName, grouped, view.IsLabel ? "what came after each spine row, window by window" : "what each spine row could see, window by window"))
                .ToEquatableArray(),
            Outputs = Outputs(
                new[] { Ordinal }.Concat(view.Keys.Select(k => k.Name)).Append(AsOf).Select(c => new SqlOutput(new SqlColumn("s", c), c)),
                Features("f", part => new SqlColumn("s", view.Keys[part].Name), asOf),
                [new SqlOutput(new SqlNullTest(new SqlColumn("f", Ordinal), IsNegated: true), Found)]),
            From = new SqlTable(spine, "s"),
            Joins = EquatableArray.Of(new SqlJoin(
                "LEFT JOIN",
                new SqlTable(featuresName, "f"),
                EquatableArray.Of(SqlMake.Equal(new SqlColumn("f", Ordinal), new SqlColumn("s", Ordinal))))),
            OrderBy = EquatableArray.Of(new SqlOrder(new SqlColumn("s", Ordinal))),
        };
    }

    /// <summary>
    /// One row per spine row whose entity is found there: key, instant and features, each as a stored column of its type would be. The spine has no ordinals, but
    /// each entity at an instant once.
    /// </summary>
    public SqlSelect Instants(bool knowsEverything)
    {
        var history = new HistoryLowering(plan, dialect, Options(knowsEverything), names);
        var identity = view.Keys.Select(k => k.Name).Append(AsOf).ToList();
        var (rows, grouped) = GroupedBySpineRow(history, identity, checksIngestTime: history.HasIngestTime && !knowsEverything);
        return new SqlSelect
        {
            With = history.Lower(historyName)
                .Concat(rows)
                .Append(new SqlCommonTable(featuresName, grouped, "what each entity had shown by the instant, window by window"))
                .ToEquatableArray(),
            Outputs = Outputs(
                identity.Select(c => new SqlOutput(new SqlColumn("f", c), c)),
                plan.Features.Zip(
                    Features("f", part => new SqlColumn("f", view.Keys[part].Name), new SqlColumn("f", AsOf)),
                    (feature, output) => output with { Value = dialect.AsColumn(feature.Type, output.Value) })),
            From = new SqlTable(featuresName, "f"),
        };
    }

    /// <summary>One row per found entity at the parameter's instant.</summary>
    public SqlSelect Snapshot()
    {
        var history = new HistoryLowering(plan, dialect, new HistoryOptions(KnowsEverything: false), names);
        var asOf = dialect.AsOfParameter;
        var (rows, grouped) = GroupedByEntity(history, asOf);
        return new SqlSelect
        {
            With = history.Lower(historyName)
                .Concat(rows)
                .Append(new SqlCommonTable(featuresName, grouped, "what each entity shows, window by window"))
                .ToEquatableArray(),
            Outputs = Outputs(
                view.Keys.Select(k => new SqlOutput(new SqlColumn("f", k.Name), k.Name)),
                Features("f", part => new SqlColumn("f", view.Keys[part].Name), dialect.NotFolded(asOf))),
            From = new SqlTable(featuresName, "f"),
            OrderBy = view.Keys.Select(k => new SqlOrder(new SqlColumn("f", k.Name))).ToEquatableArray(),
        };
    }

    /// <summary>The rows online states are built from, entity by entity, in event order.</summary>
    public SqlSelect StateFeed(bool onlySpineKeys)
    {
        var history = new HistoryLowering(plan, dialect, new HistoryOptions(KnowsEverything: false, onlySpineKeys ? spine : null), names);
        var asOf = dialect.AsOfParameter;
        var columns = view.Keys.Select(k => k.Name).Append(HistoryLowering.EventTime).ToList();
        if (plan.IsOrdered)
        {
            columns.AddRange(view.Events.IngestTime is null ? [] : [HistoryLowering.IngestTime]);
            columns.AddRange(plan.HasEventIds ? [HistoryLowering.EventId] : []);
        }

        var known = history.HasIngestTime ? HistoryLowering.IngestTime : HistoryLowering.EventTime;
        var conditions = new List<SqlExpression> { SqlMake.Compare(H(known), "<=", asOf) };
        if (plan.LongestLookback is { } lookback)
        {
            conditions.Add(SqlMake.Compare(H(HistoryLowering.EventTime), ">", dialect.Before(asOf, lookback)));
        }

        return new SqlSelect
        {
            With = history.Lower(historyName),
            Outputs = columns.Concat(plan.Columns.Select(c => c.Name)).Select(c => new SqlOutput(H(c), c)).ToEquatableArray(),
            From = new SqlTable(historyName, "h"),
            Where = conditions.ToEquatableArray(),
            OrderBy = columns.Select(c => new SqlOrder(H(c))).ToEquatableArray(),
        };
    }

    /// <summary>
    /// Only where rows are joined to another view are they narrowed down to the entities of the spine beforehand: that view is computed for what they ask of it.
    /// </summary>
    private HistoryOptions Options(bool knowsEverything) => new(knowsEverything, view.Views.Any() ? spine : null);

    /// <summary>The rows each spine row sees, grouped; and what named queries that takes.</summary>
    /// <param name="history">The rows.</param>
    /// <param name="identity">The columns of the spine that tell its rows apart.</param>
    /// <param name="checksIngestTime">Whether a row must have been known by the instant.</param>
    private (IEnumerable<SqlCommonTable> Rows, SqlSelect Grouped) GroupedBySpineRow(HistoryLowering history, IReadOnlyList<string> identity, bool checksIngestTime)
    {
        var asOf = new SqlColumn("s", AsOf);
        var columns = history.Columns.ToList();
        var visible = new SqlSelect
        {
            Outputs = default,
            From = new SqlTable(spine, "s"),
            Joins = EquatableArray.Of(new SqlJoin(
                "JOIN",
                new SqlTable(historyName, "h"),
                SpineKeysMatch().Concat(Visible(asOf, checksIngestTime)).ToEquatableArray())),
        };
        var taken = columns.ToList();
        var places = identity.Append(AsOf).Distinct().ToDictionary(c => c, c => IsKey(c) ? c : Take(c));
        var rowColumns = columns.Select(c => new SqlOutput(H(c), c));
        if (SessionLowering.Of(plan, dialect, taken) is not { } sessions)
        {
            return ([], visible with
            {
                Outputs = Outputs(identity.Select(c => new SqlOutput(new SqlColumn("s", c), c)), Aggregates(asOf, null)),
                GroupBy = identity.Select(c => (SqlExpression)new SqlColumn("s", c)).ToEquatableArray(),
            });
        }

        var placed = places.Where(p => !IsKey(p.Key)).Select(p => new SqlOutput(new SqlColumn("s", p.Key), p.Value));
        var instant = H(places[AsOf]);
        return (
            sessions.Stages(visible with { Outputs = Outputs(placed, rowColumns) }, identity.Select(c => places[c]), instant, visibleName, sessionsName),
            new SqlSelect
            {
                Outputs = Outputs(identity.Select(c => new SqlOutput(H(places[c]), c)), Aggregates(instant, sessions)),
                From = new SqlTable(sessionsName, "h"),
                GroupBy = identity.Select(c => (SqlExpression)H(places[c])).ToEquatableArray(),
            });

        // The history has the keys.
        bool IsKey(string column) => view.Keys.Any(k => k.Name == column);

        string Take(string column)
        {
            var name = FreeColumn(column, taken);
            taken.Add(name);
            return name;
        }
    }

    /// <summary>The rows of each entity at an instant, grouped; and what named queries that takes.</summary>
    private (IEnumerable<SqlCommonTable> Rows, SqlSelect Grouped) GroupedByEntity(HistoryLowering history, SqlExpression asOf)
    {
        var columns = history.Columns.ToList();
        var sessions = SessionLowering.Of(plan, dialect, columns);
        var keys = view.Keys.Select(k => new SqlOutput(H(k.Name), k.Name)).ToList();
        var visible = new SqlSelect
        {
            Outputs = columns.Select(c => new SqlOutput(H(c), c)).ToEquatableArray(),
            From = new SqlTable(historyName, "h"),
            Where = Visible(asOf, history.HasIngestTime).ToEquatableArray(),
        };
        var grouped = visible with
        {
            Outputs = Outputs(keys, Aggregates(asOf, sessions)),
            GroupBy = keys.Select(k => k.Value).ToEquatableArray(),
        };
        return sessions is null
            ? ([], grouped)
            : (sessions.Stages(visible, keys.Select(k => k.Name), asOf, visibleName, sessionsName),
                grouped with { From = new SqlTable(sessionsName, "h"), Where = default });
    }

    private static SqlColumn H(string name) => new("h", name);

    private static string FreeColumn(string name, List<string> taken)
    {
        while (taken.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            name += "_";
        }

        return name;
    }

    private static EquatableArray<SqlOutput> Outputs(params IEnumerable<SqlOutput>[] parts) => parts.SelectMany(p => p).ToEquatableArray();

    private IEnumerable<SqlExpression> SpineKeysMatch() =>
        view.Keys.Select(k => SqlMake.Equal(H(k.Name), new SqlColumn("s", k.Name)));

    private IEnumerable<SqlExpression> Visible(SqlExpression asOf, bool checksIngestTime)
    {
        if (view.IsLabel)
        {
            yield return SqlMake.Compare(H(HistoryLowering.EventTime), ">", asOf);
            yield return SqlMake.Compare(H(HistoryLowering.EventTime), "<=", dialect.After(asOf, plan.LongestLookback!.Value));
            yield break;
        }

        yield return SqlMake.Compare(H(HistoryLowering.EventTime), "<=", asOf);
        var starts = plan.Starts.Select(start => AggregateLowering.Since(dialect, start, asOf)).ToList();
        if (starts.Count > 0)
        {
            yield return starts.Aggregate(SqlMake.Or);
        }

        if (checksIngestTime)
        {
            yield return SqlMake.Compare(H(HistoryLowering.IngestTime), "<=", asOf);
        }
    }

    private IEnumerable<SqlOutput> Aggregates(SqlExpression asOf, SessionLowering? sessions) =>
        aggregates.Columns.Select(c => new SqlOutput(new AggregateLowering(plan, dialect, asOf, sessions).Lower(c.Aggregate), c.Name));

    private IEnumerable<SqlOutput> Features(string grouped, Func<int, SqlExpression> key, SqlExpression asOf)
    {
        var scalars = new ScalarTranslator(dialect, leaf => leaf switch
        {
            AsOfInstant => asOf,
            KeyOf part => key(part.Index),
            Aggregate aggregate => AggregateLowering.Result(dialect, aggregate, new SqlColumn(grouped, aggregates.NameOf(aggregate))),
            _ => throw new ArgumentException($"{leaf.GetType().Name} has no meaning for an entity."),
        });
        return plan.Features.Select(f => new SqlOutput(OfDeclaredType(dialect, f, scalars.Value(f.Value)), f.Name));
    }

    /// <summary>Literals alone have a type of the engine's choosing; results must have the feature's.</summary>
    public static SqlExpression OfDeclaredType(SqlDialect dialect, Feature feature, SqlExpression value) =>
        HasOwnType(feature.Value) ? value : new SqlCast(value, dialect.TypeName(feature.Type.Kind));

    /// <summary>Whether not all that a value is made or chosen of are literals.</summary>
    internal static bool HasOwnType(Scalar value) => value switch
    {
        Constant => false,
        Conditional c => HasOwnType(c.WhenTrue) && HasOwnType(c.WhenFalse),
        Binary { Operator: BinaryOperator.Coalesce } b => HasOwnType(b.Left),
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Remainder } b
            => HasOwnType(b.Left) || HasOwnType(b.Right),
        Unary { Operator: UnaryOperator.Negate or UnaryOperator.Value } u => HasOwnType(u.Operand),
        _ => true,
    };
}
