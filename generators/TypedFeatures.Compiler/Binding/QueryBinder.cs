using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds the query operators: what they do to the rows is kept here, what names mean is handed on.</summary>
internal sealed class QueryBinder(ExpressionBinder binder)
{
    private readonly List<AsOfJoin> joins = [];
    private readonly HashSet<int> unflattened = [];
    private readonly List<(IOperation Let, Scalar Value)> failingLets = [];

    /// <summary>The dimensions joined so far.</summary>
    public IReadOnlyList<AsOfJoin> Joins => joins;

    /// <summary>The conjunction of the filters so far.</summary>
    public Scalar? Filter { get; private set; }

    /// <summary>The parts of the group key, in its order; null before the group clause.</summary>
    public ImmutableArray<Scalar>? GroupKey { get; private set; }

    /// <summary>What the filters, joins and the group key say of every row that is left.</summary>
    public Facts Facts { get; private set; } = Facts.None;

    /// <summary>The source of the rows that are grouped, or the schema of a merged stream; null before the group clause.</summary>
    public SourceSchema? Events { get; private set; }

    /// <summary>The streams of a merged one; none where there is one source.</summary>
    public IReadOnlyList<MergeBranch> Branches { get; set; } = [];

    /// <summary>Binds a stream that is to be merged: its filter is its own.</summary>
    /// <returns>Its rows, null where that is reported; and its filter.</returns>
    public (RowsValue? Rows, Scalar? Filter) Branch(IOperation stream)
    {
        var (filter, facts, joined) = (Filter, Facts, joins.Count);
        (Filter, Facts) = (null, Facts.None);
        var rows = binder.Bind(stream) as RowsValue;
        var own = Filter;
        (Filter, Facts) = (filter, facts);
        if (joins.Count == joined)
        {
            return (rows, own);
        }

        binder.Fail(Rules.UnmergeableStreams, stream, "A stream joins a dimension before it is merged. Select the key into the common shape, and join after the merge: it meets the same rows.");
        return (null, own);
    }

    /// <summary>Applies an operator.</summary>
    public Symbolic? Bind(IInvocationOperation call, Symbolic receiver, IOperation[] arguments)
    {
        switch (call.TargetMethod.Name, receiver, arguments.Length)
        {
            case ("Where", RowsValue rows, 1):
                return Where(rows, arguments[0]);
            case ("Select", RowsValue rows, 1):
                return rows with { Element = Row(arguments[0], rows.Element) };
            case ("Snapshots", ViewValue view, 1):
                return ViewParameters.Snapshots(binder, view, arguments[0]);
            case ("Join", RowsValue rows, 4):
                return Join(rows, arguments[0], arguments[1], arguments[2], isOuter: false) is { } row
                    ? rows with { Element = binder.BindLambda(arguments[3], Facts, rows.Element, row) }
                    : null;
            case ("GroupJoin", RowsValue rows, 4):
                return GroupJoin(rows, arguments[0], arguments[1], arguments[2], arguments[3]);
            case ("SelectMany", RowsValue rows, 2):
                return SelectMany(call, rows, arguments[0], arguments[1]);
            case ("DefaultIfEmpty", MatchesValue matches, 0):
                return matches with { OrDefault = true };
            case ("GroupBy", RowsValue rows, 1):
                return GroupBy(call, rows, arguments[0], null);
            case ("GroupBy", RowsValue rows, 2):
                return GroupBy(call, rows, arguments[0], arguments[1]);
            case ("Select", GroupsValue groups, 1):
                return Groups(arguments[0], groups);
            default:
                return binder.Fail(
                    Rules.UnsupportedQuery,
                    call,
                    $"'{call.TargetMethod.Name}' is not supported here. A definition filters and joins events, groups them once by entity key, and selects features.");
        }
    }

    /// <summary>Reports left joins that were never turned into rows.</summary>
    public void CheckComplete(IOperation query)
    {
        foreach (var source in unflattened)
        {
            binder.Fail(Rules.UnsupportedQuery, query, $"The rows of '{joins[source - 1].Dimension.Name}' are joined 'into' a name but never read. Add: from x in that name.DefaultIfEmpty().");
        }
    }

    /// <summary>
    /// Reports a <c>let</c> of the group that may fail and that no feature always looks at: C# computes it for every entity,
    /// SQL only where a feature does.
    /// </summary>
    public void CheckLets(IReadOnlyList<Scalar> features)
    {
        foreach (var (let, value) in failingLets.Where(l => !features.Any(f => Laziness.AlwaysComputes(f, l.Value))))
        {
            CannotFail(let, value, "A 'let' of the group");
        }
    }

    private GroupsValue Groups(IOperation selector, GroupsValue groups)
    {
        var selected = binder.BindLambda(selector, Facts.None, groups.Element);
        if (selected is ObjectValue members)
        {
            var known = (groups.Element?.Scalars ?? []).ToList();
            failingLets.AddRange(members.Scalars.Except(known).Where(Laziness.MayFail).Select(s => (selector, s)));
        }

        return new GroupsValue(selected);
    }

    private RowsValue? Where(RowsValue rows, IOperation predicate)
    {
        if (binder.BindConditionLambda(predicate, Facts, rows.Element) is not { } condition)
        {
            return rows;
        }

        if (CannotFail(predicate, condition, "A filter"))
        {
            Filter = Filter is null ? condition : Build.And(Filter, condition);
            Facts = Facts.Assume(condition);
        }

        return rows;
    }

    private Symbolic? GroupJoin(RowsValue rows, IOperation dimension, IOperation left, IOperation right, IOperation result)
    {
        if (Join(rows, dimension, left, right, isOuter: true) is not { } row)
        {
            return null;
        }

        unflattened.Add(row.Source);
        return rows with { Element = binder.BindLambda(result, Facts, rows.Element, new MatchesValue(row.Source, row.Schema, OrDefault: false)) };
    }

    private Symbolic? SelectMany(IInvocationOperation call, RowsValue rows, IOperation collection, IOperation result)
    {
        switch (binder.BindLambda(collection, Facts, rows.Element))
        {
            case null:
                return null;
            case MatchesValue { OrDefault: true } matches when unflattened.Remove(matches.Source):
                return rows with { Element = binder.BindLambda(result, Facts, rows.Element, new RowValue(matches.Source, matches.Schema, IsOptional: true)) };
            default:
                return binder.Fail(Rules.UnsupportedQuery, collection, $"'{ExpressionBinder.TextOf(collection)}' is not a left join. Write: join m in merchants on … equals … into ms from m in ms.DefaultIfEmpty(), once per join.");
        }
    }

    private RowValue? Join(RowsValue rows, IOperation dimension, IOperation left, IOperation right, bool isOuter)
    {
        if (binder.Bind(dimension) is not { } joined)
        {
            return null;
        }

        if (joined is not DimensionValue { Schema: var schema, Snapshots: var snapshots })
        {
            binder.Fail(Rules.UnsupportedQuery, dimension, $"'{ExpressionBinder.TextOf(dimension)}' is no dimension. Join the Dimension<T> parameters of Define, or the Snapshots(every: …) of its View<T> parameters.");
            return null;
        }

        var row = new RowValue(joins.Count + 1, schema);
        var leftKey = binder.BindLambda(left, Facts, rows.Element);
        var rightKey = binder.BindLambda(right, Facts.None, row);
        if (leftKey is null || rightKey is null || KeysOf(schema, row.Source, left, leftKey, right, rightKey) is not { } keys)
        {
            // The dimension keeps its place, so that what is wrong further down is still said of the right source.
            joins.Add(new AsOfJoin(schema, [], isOuter) { Snapshots = snapshots });
            return row;
        }

        joins.Add(new AsOfJoin(schema, keys, isOuter) { Snapshots = snapshots });
        Facts = isOuter ? Facts : keys.Aggregate(Facts, (facts, key) => facts.WithNotNull(key));
        return row;
    }

    /// <summary>The event's side of a join, one value per key column of the dimension; null where the join is on something else.</summary>
    private EquatableArray<Scalar>? KeysOf(SourceSchema schema, int source, IOperation left, Symbolic leftKey, IOperation right, Symbolic rightKey)
    {
        var (leftParts, rightParts) = (PartsOf(leftKey), PartsOf(rightKey));
        var expected = schema.Keys.ToArray();
        var wanted = string.Join(", ", expected.Select(k => k.Property));
        if (leftParts is null || rightParts is null || leftParts.Value.Length != rightParts.Value.Length || rightParts.Value.Length != expected.Length)
        {
            binder.Fail(Rules.JoinKey, ExpressionBinder.BodyOf(right) ?? right, $"A join finds one row of '{schema.Name}' and must compare its whole key: {wanted}. With several parts write: on new {{ … }} equals new {{ … }}.");
            return null;
        }

        var keys = new List<Scalar>();
        foreach (var key in expected)
        {
            var index = rightParts.Value.IndexOf(new ColumnOf(key.Type, source, key.Property));
            if (index < 0)
            {
                binder.Fail(Rules.JoinKey, ExpressionBinder.BodyOf(right) ?? right, $"A join finds one row of '{schema.Name}' and must compare its key as it is: {wanted}. Convert the event's side, and filter on other properties with 'where'.");
                return null;
            }

            if (!CannotFail(left, leftParts.Value[index], "A join key"))
            {
                return null;
            }

            if (KeyFor(left, leftParts.Value[index], key) is not { } part)
            {
                return null;
            }

            keys.Add(part);
        }

        return keys.ToEquatableArray();
    }

    /// <summary>The event's side of a part of a join key: a decimal in the units of the dimension's.</summary>
    private Scalar? KeyFor(IOperation left, Scalar value, SourceColumn key)
    {
        if (value.Type.Kind is not ScalarKind.Decimal || value is Constant { Value: null })
        {
            return value;
        }

        if (value.Type.Scale <= key.Type.Scale && Decimals.Rescale(value, key.Type.Scale) is { } rescaled)
        {
            return rescaled;
        }

        var place = ExpressionBinder.BodyOf(left) ?? left;
        return binder.FailScalar(
            Rules.DecimalScale,
            place,
            $"'{ExpressionBinder.TextOf(place)}' is {value.Type.NonNullable} and the key '{key.Property}' of the dimension {key.Type}, in whose units it does not fit. Join on a value of the key's scale.");
    }

    private Symbolic? GroupBy(IInvocationOperation call, RowsValue rows, IOperation key, IOperation? element)
    {
        if (GroupKey is not null)
        {
            return binder.Fail(Rules.UnsupportedQuery, call, "Events are grouped once, by entity key.");
        }

        var symbolic = binder.BindLambda(key, Facts, rows.Element);
        var parts = symbolic is null ? null : PartsOf(symbolic);
        if (symbolic is not null && parts is null)
        {
            binder.Fail(Rules.EntityKey, ExpressionBinder.BodyOf(key) ?? key, $"'{ExpressionBinder.TextOf(ExpressionBinder.BodyOf(key) ?? key)}' is no entity key. Group by a scalar, or by new {{ … }} or a tuple of scalars.");
        }

        foreach (var part in parts ?? [])
        {
            CheckKeyPart(key, part);
        }

        GroupKey = parts ?? [];
        Events = rows.Source;
        Facts = (parts ?? []).Aggregate(Facts, (facts, part) => facts.WithNotNull(part));
        var row = element is null ? rows.Element : Row(element, rows.Element);
        return new GroupsValue(new HistoryValue(parts is null ? null : KeyValue(symbolic!, parts.Value), row));
    }

    /// <summary>What a <c>let</c> or an element selector makes of a row. C# computes all of it for every row, SQL only what is used.</summary>
    private Symbolic? Row(IOperation selector, Symbolic? element)
    {
        var row = binder.BindLambda(selector, Facts, element);
        var failing = row?.Scalars.Except(element?.Scalars ?? []).FirstOrDefault(s => s.MayFail());
        if (failing is not null)
        {
            CannotFail(selector, failing, "What a 'let' or a group's element holds");
        }

        return row;
    }

    private void CheckKeyPart(IOperation key, Scalar part)
    {
        var place = ExpressionBinder.BodyOf(key) ?? key;
        if (part.Type.IsFloating)
        {
            binder.Fail(Rules.EntityKey, place, "A floating-point number is no identity. Group by an id, a text, a date or an enum.");
        }
        else
        {
            CannotFail(key, part, "A group key");
        }
    }

    private bool CannotFail(IOperation lambda, Scalar value, string what)
    {
        if (!Laziness.MayFail(value))
        {
            return true;
        }

        binder.Fail(
            Rules.FailureBeforeVisibility,
            ExpressionBinder.BodyOf(lambda) ?? lambda,
            $"{what} is computed for rows that the as-of may not see yet, so it must not fail: '{ExpressionBinder.TextOf(ExpressionBinder.BodyOf(lambda) ?? lambda)}' may overflow. Compute in double or long, or move it into an aggregate.");
        return false;
    }

    private static Symbolic KeyValue(Symbolic key, ImmutableArray<Scalar> parts) => key is ObjectValue members
        ? new ObjectValue(members.Members
            .Select((member, i) => new KeyValuePair<string, Symbolic?>(member.Key, new ScalarValue(new KeyOf(Decimals.Declarable(parts[i].Type.NonNullable), i))))
            .ToImmutableArray())
        : new ScalarValue(new KeyOf(Decimals.Declarable(parts[0].Type.NonNullable), 0));

    /// <summary>The scalars a key consists of; null where it is something else.</summary>
    private static ImmutableArray<Scalar>? PartsOf(Symbolic key) => key switch
    {
        ScalarValue scalar => [scalar.Scalar],
        ObjectValue members when members.Members.All(m => m.Value is ScalarValue) =>
            members.Members.Select(m => ((ScalarValue)m.Value!).Scalar).ToImmutableArray(),
        _ => null,
    };
}
