using TypedFeatures.Plans.Normalize;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Lower;

/// <summary>Lowers a view to the queries of one engine.</summary>
/// <param name="plan">The view.</param>
/// <param name="dialect">The engine.</param>
/// <param name="spine">The table of entities and instants.</param>
internal sealed class ViewLowering(OnlinePlan plan, SqlDialect dialect, string spine = ViewLowering.Spine)
{
    public const string Spine = "spine";
    public const string Ordinal = "ordinal";
    public const string AsOf = "as_of";
    public const string Found = "found";

    private readonly ViewPlan view = plan.View;
    private readonly string historyName = Free("history", plan.View);
    private readonly string featuresName = Free("features", plan.View);
    private readonly string visibleName = Free("visible", plan.View);
    private readonly string sessionsName = Free("sessions", plan.View);
    private readonly AggregateColumns aggregates = AggregateColumns.Of(plan);

    /// <summary>One row per spine row, in spine order.</summary>
    public SqlSelect Training(bool knowsEverything)
    {
        var history = new HistoryLowering(plan, dialect, new HistoryOptions(knowsEverything, OnlySpineKeys: false));
        var asOf = new SqlColumn("s", AsOf);
        var (rows, grouped) = GroupedBySpineRow(history, checksIngestTime: history.HasIngestTime && !knowsEverything);
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

    /// <summary>One row per found entity at the parameter's instant.</summary>
    public SqlSelect Snapshot()
    {
        var history = new HistoryLowering(plan, dialect, new HistoryOptions(KnowsEverything: false, OnlySpineKeys: false));
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
                Features("f", part => new SqlColumn("f", view.Keys[part].Name), asOf)),
            From = new SqlTable(featuresName, "f"),
            OrderBy = view.Keys.Select(k => new SqlOrder(new SqlColumn("f", k.Name))).ToEquatableArray(),
        };
    }

    /// <summary>The rows online states are built from, entity by entity, in event order.</summary>
    public SqlSelect StateFeed(bool onlySpineKeys)
    {
        var history = new HistoryLowering(plan, dialect, new HistoryOptions(KnowsEverything: false, onlySpineKeys));
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

    /// <summary>The rows each spine row sees, grouped; and what named queries that takes.</summary>
    private (IEnumerable<SqlCommonTable> Rows, SqlSelect Grouped) GroupedBySpineRow(HistoryLowering history, bool checksIngestTime)
    {
        var ordinal = new SqlColumn("s", Ordinal);
        var asOf = new SqlColumn("s", AsOf);
        var columns = history.Columns.ToList();
        var (row, instant) = (FreeColumn(Ordinal, columns), FreeColumn(AsOf, columns));
        var visible = new SqlSelect
        {
            Outputs = Outputs([new SqlOutput(ordinal, row), new SqlOutput(asOf, instant)], columns.Select(c => new SqlOutput(H(c), c))),
            From = new SqlTable(spine, "s"),
            Joins = EquatableArray.Of(new SqlJoin(
                "JOIN",
                new SqlTable(historyName, "h"),
                SpineKeysMatch().Concat(Visible(asOf, checksIngestTime)).ToEquatableArray())),
        };
        if (SessionLowering.Of(plan, dialect, [.. columns, row, instant]) is not { } sessions)
        {
            return ([], visible with
            {
                Outputs = Outputs([new SqlOutput(ordinal, Ordinal)], Aggregates(asOf, null)),
                GroupBy = EquatableArray.Of<SqlExpression>(ordinal),
            });
        }

        return (sessions.Stages(visible, [row], H(instant), visibleName, sessionsName), new SqlSelect
        {
            Outputs = Outputs([new SqlOutput(H(row), Ordinal)], Aggregates(H(instant), sessions)),
            From = new SqlTable(sessionsName, "h"),
            GroupBy = EquatableArray.Of<SqlExpression>(H(row)),
        });
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

    private static string Free(string name, ViewPlan view)
    {
        while (name == view.Events.Name || view.Sources.Any(s => s.Name == name))
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

    private static bool HasOwnType(Scalar value) => value switch
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
