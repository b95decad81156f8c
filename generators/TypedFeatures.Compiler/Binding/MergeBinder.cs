using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;
using TypedFeatures.Plans.Normalize;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds <c>Events.Merge</c>: several streams in a common shape become one source with that shape for columns.</summary>
internal static class MergeBinder
{
    // No C# property is called so.
    private const string EventTime = "<EventTime>";
    private const string IngestTime = "<IngestTime>";
    private const string EventId = "<EventId>";

    // A letter says the place of a stream.
    private const int MostStreams = 26;

    /// <summary>Whether a method is <c>Events.Merge</c>.</summary>
    public static bool IsMerge(IMethodSymbol method) =>
        method.Name == "Merge" && LanguageTypes.IsDeclaredIn(method) && method.ContainingType is { Name: "Events", Arity: 0 };

    /// <summary>Binds a call; null where it is reported.</summary>
    public static Symbolic? Bind(ExpressionBinder binder, IInvocationOperation call)
    {
        var operands = Operands(call).ToList();
        if (operands.Count > MostStreams)
        {
            return binder.Fail(Rules.UnmergeableStreams, call, $"At most {MostStreams} streams can be merged.");
        }

        var branches = operands.Select(o => BindBranch(binder, o)).ToList();
        return branches.Any(b => b is null) ? null : Merge(binder, call, [.. branches.Select(b => b!)]);
    }

    private static IEnumerable<IOperation> Operands(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments.OrderBy(a => a.Parameter?.Ordinal))
        {
            if (argument.ArgumentKind is ArgumentKind.ParamArray && argument.Value is IArrayCreationOperation { Initializer: { } more })
            {
                foreach (var element in more.ElementValues)
                {
                    yield return element;
                }
            }
            else
            {
                yield return argument.Value;
            }
        }
    }

    private static Stream? BindBranch(ExpressionBinder binder, IOperation operand)
    {
        var (rows, filter) = binder.Query.Branch(operand);
        if (binder.Query.Branches.Count > 0)
        {
            binder.Fail(Rules.UnmergeableStreams, operand, "Streams are merged once: name all of them in one Events.Merge(…).");
            return null;
        }

        if (rows is not { Element: { } element, Source: { } source })
        {
            if (rows is not null || !binder.Context.IsBroken)
            {
                binder.Fail(Rules.UnmergeableStreams, operand, $"'{ExpressionBinder.TextOf(operand)}' is no stream that can be merged. Use the Events<T> parameters of Define, with Where and Select.");
            }

            return null;
        }

        var members = element switch
        {
            RowValue row => row.Schema.Columns.Select(c => new KeyValuePair<string, Symbolic?>(c.Property, new ScalarValue(new ColumnOf(c.Type, 0, c.Property)))).ToImmutableArray(),
            ObjectValue shape => shape.Members,
            _ => default,
        };
        if (members.IsDefault || members.Any(m => m.Value is not (null or ScalarValue or NullValue)))
        {
            binder.Fail(Rules.UnmergeableStreams, operand, "Each merged stream selects a common shape of scalar values: a.Select(x => new { Key = x.Id, … }).");
            return null;
        }

        if (members.FirstOrDefault(m => m.Value is ScalarValue { Scalar: var value } && FloatingRange.MayBeNonFinite(value)) is { Key: { } inexact })
        {
            binder.Fail(Rules.UnmergeableStreams, operand, $"'{inexact}' is computed in floating point and may leave the finite numbers, which a merged column cannot hold alike on every engine. Select what it is computed from, and compute it after the merge.");
            return null;
        }

        return members.Any(m => m.Value is null) ? null : new Stream(operand, source, members, filter);
    }

    private static RowsValue? Merge(ExpressionBinder binder, IInvocationOperation call, IReadOnlyList<Stream> streams)
    {
        var columns = new List<SourceColumn>();
        foreach (var name in streams[0].Members.Select(m => m.Key))
        {
            if (ColumnOf(binder, call, streams, name, columns) is not { } column)
            {
                return null;
            }

            columns.Add(column);
        }

        if (streams.FirstOrDefault(s => s.Members.Length != columns.Count) is { } odd)
        {
            binder.Fail(Rules.UnmergeableStreams, odd.Operation, "Every merged stream must assign the same members of the common shape; state what this one has for each.");
            return null;
        }

        columns.Add(new SourceColumn(EventTime, Free("event_time", columns), ScalarType.DateTime, ColumnRole.EventTime));
        if (streams.Any(s => s.Source.IngestTime is not null))
        {
            columns.Add(new SourceColumn(IngestTime, Free("ingest_time", columns), ScalarType.DateTime, ColumnRole.IngestTime));
        }

        columns.Add(new SourceColumn(EventId, Free("event_id", columns), ScalarType.String, ColumnRole.EventId));
        var schema = new SourceSchema(
            Free("merged_events", binder.Sources.Select(s => s.Name)), SourceKind.Event, "", columns.ToEquatableArray());
        var values = columns.Where(c => c.Role is ColumnRole.Value).ToList();
        binder.Query.Branches = [.. streams.Select(s => new MergeBranch(s.Source, values.Select(s.ValueOf).ToEquatableArray(), s.Filter))];
        return new RowsValue(
            new ObjectValue(values.Select(c => new KeyValuePair<string, Symbolic?>(c.Property, new ScalarValue(new ColumnOf(c.Type, 0, c.Property)))).ToImmutableArray()),
            schema);
    }

    /// <summary>The column of a member: nullable where any stream may have null for it.</summary>
    private static SourceColumn? ColumnOf(
        ExpressionBinder binder, IInvocationOperation call, IReadOnlyList<Stream> streams, string name, List<SourceColumn> taken)
    {
        var members = streams.Select(s => s.Members.FirstOrDefault(m => m.Key == name).Value).ToList();
        var types = Decimals.OfOneLimit(members.OfType<ScalarValue>().Select(m => m.Scalar.Type)).ToList();
        if (members.OfType<ScalarValue>().FirstOrDefault(m => m.Scalar.Type.Kind is ScalarKind.Decimal && !Decimals.HasItsScale(m.Scalar)) is { Scalar.Type.Scale: var scale })
        {
            binder.Fail(Rules.DecimalScale, call, $"'{name}' of a merged stream must have {scale} digits after the point even where it is zero: write … + {Decimals.Zero(scale)}.");
            return null;
        }

        if (members.Any(m => m is null) || types.Count == 0 || types.Select(t => t.NonNullable).Distinct().Count() > 1)
        {
            binder.Fail(Rules.UnmergeableStreams, call, $"'{name}' must be assigned by every merged stream, with one type: say (double?)null where a stream has none.");
            return null;
        }

        var isNullable = members.Any(m => m is NullValue) || types.Any(t => t.IsNullable);
        var column = Naming.SnakeCase(name);
        if (!Naming.IsValid(column))
        {
            binder.Fail(Rules.UnmergeableStreams, call, $"'{name}' gives no valid column name. Use letters, digits and single underscores.");
            return null;
        }

        var isPii = streams.Any(s => s.Reads(name).Any(c => c.IsPii));
        return new SourceColumn(name, Free(column, taken), isNullable ? types[0].Nullable : types[0].NonNullable, IsPii: isPii);
    }

    private static string Free(string name, IEnumerable<SourceColumn> taken) => Free(name, taken.Select(c => c.Name));

    private static string Free(string name, IEnumerable<string> taken)
    {
        var used = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        while (used.Contains(name))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>A stream that is merged.</summary>
    private sealed record Stream(IOperation Operation, SourceSchema Source, ImmutableArray<KeyValuePair<string, Symbolic?>> Members, Scalar? Filter)
    {
        public Scalar ValueOf(SourceColumn column) =>
            Members.First(m => m.Key == column.Property).Value is ScalarValue value ? value.Scalar : new Constant(column.Type, null);

        public IEnumerable<SourceColumn> Reads(string member) =>
            Members.First(m => m.Key == member).Value is ScalarValue value
                ? value.Scalar.DescendantsAndSelf().OfType<ColumnOf>().Select(c => Source.Column(c.Property))
                : [];
    }
}
