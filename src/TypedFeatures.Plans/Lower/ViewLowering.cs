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
    private readonly AggregateColumns aggregates = AggregateColumns.Of(plan);

    /// <summary>One row per spine row, in spine order.</summary>
    public SqlSelect Training(bool knowsEverything)
    {
        var history = new HistoryLowering(plan, dialect, new HistoryOptions(knowsEverything, OnlySpineKeys: false));
        var asOf = new SqlColumn("s", AsOf);
        var grouped = new SqlSelect
        {
            Outputs = Outputs([new SqlOutput(new SqlColumn("s", Ordinal), Ordinal)], Aggregates(asOf)),
            From = new SqlTable(spine, "s"),
            Joins = EquatableArray.Of(new SqlJoin(
                "JOIN",
                new SqlTable(historyName, "h"),
                SpineKeysMatch().Concat(Visible(asOf, history.HasIngestTime && !knowsEverything)).ToEquatableArray())),
            GroupBy = EquatableArray.Of<SqlExpression>(new SqlColumn("s", Ordinal)),
        };
        return new SqlSelect
        {
            With = history.Lower(historyName)
                .Append(new SqlCommonTable(featuresName, grouped, "what each spine row could see, window by window"))
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
        var keys = view.Keys.Select(k => (SqlExpression)new SqlColumn("h", k.Name)).ToEquatableArray();
        var grouped = new SqlSelect
        {
            Outputs = Outputs(view.Keys.Select(k => new SqlOutput(new SqlColumn("h", k.Name), k.Name)), Aggregates(asOf)),
            From = new SqlTable(historyName, "h"),
            Where = Visible(asOf, history.HasIngestTime).ToEquatableArray(),
            GroupBy = keys,
        };
        return new SqlSelect
        {
            With = history.Lower(historyName)
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
            columns.Add(HistoryLowering.EventId);
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

    private static SqlColumn H(string name) => new("h", name);

    private static string Free(string name, ViewPlan view)
    {
        while (name == view.Events.Name || view.Joins.Any(j => j.Dimension.Name == name))
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
        yield return SqlMake.Compare(H(HistoryLowering.EventTime), "<=", asOf);
        if (plan.LongestLookback is { } lookback)
        {
            yield return SqlMake.Compare(H(HistoryLowering.EventTime), ">", dialect.Before(asOf, lookback));
        }

        if (checksIngestTime)
        {
            yield return SqlMake.Compare(H(HistoryLowering.IngestTime), "<=", asOf);
        }
    }

    private IEnumerable<SqlOutput> Aggregates(SqlExpression asOf) =>
        aggregates.Columns.Select(c => new SqlOutput(new AggregateLowering(plan, dialect, asOf).Lower(c.Aggregate), c.Name));

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
