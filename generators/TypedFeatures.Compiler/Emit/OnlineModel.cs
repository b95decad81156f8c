using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>A state column with its property of the generated row.</summary>
/// <param name="Property">The property.</param>
/// <param name="Column">The column.</param>
/// <param name="IsEventTime">Whether it is the event time, which every row has anyway.</param>
internal sealed record ColumnModel(string Property, StateColumn Column, bool IsEventTime);

/// <summary>An aggregate with its names in the generated window.</summary>
internal sealed record AggregateModel(string Property, string Field, Aggregate Aggregate)
{
    /// <summary>Whether taking a row may fail; the failure then waits until the aggregate is asked for.</summary>
    public bool MayFail => (Aggregate.Argument?.MayFail() ?? false) || (Aggregate.Predicate?.MayFail() ?? false);

    /// <summary>The field that says that it failed.</summary>
    public string FailedField => Field.TrimStart('@') + "Failed";
}

/// <summary>One distinct window with all its distinct aggregates, computed in one pass.</summary>
internal sealed record WindowModel(string Type, string Local, WindowBounds Bounds, IReadOnlyList<AggregateModel> Aggregates);

/// <summary>The online side of a view, with C# names.</summary>
internal sealed class OnlineModel
{
    /// <summary>The names of what a generated row has besides its columns.</summary>
    private static readonly string[] RowMembers =
        ["Row", "EventTime", "IngestTime", "EventId", "Order", "Compare", "Write", "Read", "FromFeed", "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize"];

    private static readonly string[] WindowMembers =
        ["Add", "Copy", "Write", "Read", "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize"];

    /// <summary>Names everything of a view's online side.</summary>
    public OnlineModel(BoundView view)
    {
        View = view;
        Plan = OnlinePlan.From(view.Plan);
        var columns = new UniqueNames(RowMembers);
        Columns = [.. Plan.Columns.Select(c => new ColumnModel(columns.Of(CSharpText.PascalCase(c.Name)), c, IsEventTime(c)))];
        Windows =
        [
            .. Plan.Features
                .SelectMany(f => f.Value.DescendantsAndSelf()).OfType<Aggregate>().Distinct()
                .GroupBy(a => a.Window)
                .Select(Window),
        ];
    }

    /// <summary>The view.</summary>
    public BoundView View { get; }

    /// <summary>What is computed.</summary>
    public OnlinePlan Plan { get; }

    /// <summary>The state's columns.</summary>
    public IReadOnlyList<ColumnModel> Columns { get; }

    /// <summary>The distinct windows.</summary>
    public IReadOnlyList<WindowModel> Windows { get; }

    /// <summary>The window over the whole past, kept as running totals; null where there is none.</summary>
    public WindowModel? WholePast => Windows.FirstOrDefault(w => w.Bounds.Length is null);

    /// <summary>Whether entities are found by any row of the past: also where no window bounds the look-back.</summary>
    public bool RemembersWholePast => Plan.LongestLookback is null;

    /// <summary>The type of the event id in the row's order; of rows without one it is zero.</summary>
    public ScalarType EventIdType => Plan.View.Events.HasEventIds ? Plan.View.Events.EventId.Type.NonNullable : ScalarType.Int64;

    /// <summary>The row's place in the order of rows.</summary>
    public string OrderType => $"{Names.Online}RowOrder<{EventIdType.CSharp()}, {EventIdType.ValueKind()}>";

    private bool IsEventTime(StateColumn column) =>
        column.Value is ColumnOf { Source: 0 } source && source.Property == Plan.View.Events.Time.Property;

    private WindowModel Window(IGrouping<WindowBounds, Aggregate> window)
    {
        var type = window.Key.Length is { } length ? "Last" + CSharpText.DurationName(length) : "WholePast";
        var properties = new UniqueNames([type, .. WindowMembers]);
        var aggregates = window.Select(a =>
        {
            var argument = a.Argument is StateColumnOf column ? Columns[column.Index].Property : "";
            // The value that a row brings is a local of the field's name with "Value" behind it.
            var property = properties.Of(a.Kind + argument, "Value", "Failed");
            return new AggregateModel(property, CSharpText.Identifier(CSharpText.CamelCase(property)), a);
        });
        return new WindowModel(type, CSharpText.CamelCase(type), window.Key, [.. aggregates]);
    }
}
