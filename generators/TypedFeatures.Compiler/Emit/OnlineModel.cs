using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>A state column with its property of the generated row.</summary>
/// <param name="Property">The property.</param>
/// <param name="Column">The column.</param>
/// <param name="IsEventTime">Whether it is the event time, which every row has anyway.</param>
internal sealed record ColumnModel(string Property, StateColumn Column, bool IsEventTime);

/// <summary>An aggregate with its names in the generated code.</summary>
/// <param name="Property">The property of its result, where its accumulator is in a struct.</param>
/// <param name="Field">The accumulator: a field of that struct, or a local.</param>
/// <param name="Aggregate">The aggregate.</param>
internal sealed record AggregateModel(string Property, string Field, Aggregate Aggregate)
{
    /// <summary>Whether taking a row may fail; the failure then waits until the aggregate is asked for.</summary>
    public bool MayFail => (Aggregate.Argument?.MayFail() ?? false) || (Aggregate.Amount?.MayFail() ?? false) || (Aggregate.Predicate?.MayFail() ?? false);

    /// <summary>Whether the result depends on the as-of instant itself.</summary>
    public bool IsOfInstant => Aggregate.Info.Read == AggregateRead.OfInstant;

    /// <summary>The field or local that says that it failed.</summary>
    public string FailedField => Field.TrimStart('@') + "Failed";
}

/// <summary>One distinct window with all its distinct aggregates, computed in one pass over its rows. Only what is kept has a struct: the whole past.</summary>
internal sealed record WindowModel(string Type, string Local, WindowBounds Bounds, IReadOnlyList<AggregateModel> Aggregates);

/// <summary>The partial aggregates of each multiple of one length, and the windows that are merged from them.</summary>
/// <param name="Type">The struct of one tile.</param>
/// <param name="Field">The field that holds them.</param>
/// <param name="Width">The length, in microseconds.</param>
/// <param name="Aggregates">The distinct aggregates of all windows.</param>
/// <param name="Windows">The windows, each with its local.</param>
internal sealed record TileModel(
    string Type, string Field, long Width, IReadOnlyList<AggregateModel> Aggregates, IReadOnlyList<(WindowBounds Bounds, string Local)> Windows)
{
    /// <summary>The longest window, in microseconds.</summary>
    public long LongestWindow => Windows.Max(w => w.Bounds.Length!.Value);
}

/// <summary>The online side of a view, with C# names.</summary>
internal sealed class OnlineModel
{
    /// <summary>The names of what a generated row has besides its columns.</summary>
    private static readonly string[] RowMembers =
        ["Row", "EventTime", "IngestTime", "EventId", "Order", "Compare", "Visit", "TVisitor", "KeyColumns", "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize"];

    private static readonly string[] WindowMembers =
        ["Add", "Merge", "Copy", "Write", "Read", "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize"];

    /// <summary>What else has a name where features are evaluated.</summary>
    private static readonly string[] EvaluationNames = ["key", "asOf", "asOfTime", "found", "pending", "row", "rows", "watermark", "totals", "latestOfPast"];

    /// <summary>Names everything of a view's online side.</summary>
    public OnlineModel(BoundView view)
    {
        View = view;
        Plan = OnlinePlan.From(view.Plan);
        var columns = new UniqueNames(RowMembers);
        Columns = [.. Plan.Columns.Select(c => new ColumnModel(columns.Of(CSharpText.PascalCase(c.Name)), c, IsEventTime(c)))];
        var aggregates = Plan.Features.SelectMany(f => f.Value.DescendantsAndSelf()).OfType<Aggregate>().Distinct().ToList();
        var types = new UniqueNames();
        var locals = new UniqueNames(EvaluationNames);
        Windows = [.. aggregates.Where(a => !OnlinePlan.IsTiled(a)).GroupBy(a => a.Window).Select(w => Window(w, types, locals))];
        Tiles = [.. aggregates.Where(OnlinePlan.IsTiled).GroupBy(a => a.Window.Tile!.Value).Select(t => Tile(t, types))];
    }

    /// <summary>The view.</summary>
    public BoundView View { get; }

    /// <summary>What is computed.</summary>
    public OnlinePlan Plan { get; }

    /// <summary>The state's columns.</summary>
    public IReadOnlyList<ColumnModel> Columns { get; }

    /// <summary>The distinct windows that are computed from rows.</summary>
    public IReadOnlyList<WindowModel> Windows { get; }

    /// <summary>The distinct tiles, by length.</summary>
    public IReadOnlyList<TileModel> Tiles { get; }

    /// <summary>The window over the whole past, kept as running totals; null where there is none.</summary>
    public WindowModel? WholePast => Windows.FirstOrDefault(w => w.Bounds.Length is null);

    /// <summary>Whether entities are found by any row of the past: also where no window bounds the look-back.</summary>
    public bool RemembersWholePast => Plan.LongestLookback is null;

    /// <summary>Whether the library's state of rows alone is all that is needed: a state of totals or tiles must say itself when its newest row happened.</summary>
    public bool HasRowsAlone => !RemembersWholePast && Tiles.Count == 0;

    /// <summary>The type of the event id in the row's order; of rows without one it is zero.</summary>
    public ScalarType EventIdType => Plan.View.Events.HasEventIds ? Plan.View.Events.EventId.Type.NonNullable : ScalarType.Int64;

    /// <summary>The row's place in the order of rows.</summary>
    public string OrderType => $"{Names.Online}RowOrder<{EventIdType.CSharp()}, {EventIdType.ValueKind()}>";

    private bool IsEventTime(StateColumn column) =>
        column.Value is ColumnOf { Source: 0 } source && source.Property == Plan.View.Events.Time.Property;

    /// <summary>How the result of an aggregate is read in <c>Evaluate</c>.</summary>
    public string ResultOf(Aggregate aggregate)
    {
        if (OnlinePlan.IsTiled(aggregate))
        {
            var tile = Tiles.First(t => t.Width == aggregate.Window.Tile);
            return MemberOf(tile.Windows.First(w => w.Bounds == aggregate.Window).Local, tile.Aggregates.First(a => a.Aggregate == OfAnyWindow(aggregate)));
        }

        var window = Windows.First(w => w.Bounds == aggregate.Window);
        var model = window.Aggregates.First(a => a.Aggregate == aggregate);
        if (window == WholePast)
        {
            return MemberOf(window.Local, model);
        }

        return model.MayFail || aggregate.Info.Read == AggregateRead.Value ? $"({ResultOf(model)})" : ResultOf(model);
    }

    /// <summary>The result of an aggregate where its accumulator is at hand.</summary>
    public string ResultOf(AggregateModel aggregate)
    {
        var result = AggregateText.Result(aggregate.Aggregate, aggregate.Field);
        return aggregate.MayFail
            ? $"{aggregate.FailedField} ? throw {Names.FeatureValue}.RowOverflow({CSharpText.Literal(Plan.View.Name)}, {CSharpText.Literal(aggregate.Property)}) : {result}"
            : result;
    }

    private static string MemberOf(string local, AggregateModel aggregate) =>
        $"{local}.{CSharpText.Identifier(aggregate.Property)}{(aggregate.IsOfInstant ? "(asOf)" : "")}";

    private WindowModel Window(IGrouping<WindowBounds, Aggregate> window, UniqueNames types, UniqueNames locals)
    {
        var type = types.Of(NameOf(window.Key));
        var local = CSharpText.CamelCase(type);
        return new WindowModel(type, local, window.Key, window.Key.Length is null ? Members(type, window) : Locals(local, window, locals));
    }

    private TileModel Tile(IGrouping<long, Aggregate> tile, UniqueNames types)
    {
        var type = types.Of("Tile" + CSharpText.DurationName(tile.Key));
        var windows = tile.Select(a => a.Window).Distinct().Select(w => (w, CSharpText.CamelCase(types.Of(NameOf(w)))));
        return new TileModel(type, CSharpText.CamelCase(type) + "Log", tile.Key, Members(type, tile.Select(OfAnyWindow).Distinct()), [.. windows]);
    }

    /// <summary>Tiles of one length serve windows of any.</summary>
    private static Aggregate OfAnyWindow(Aggregate aggregate) => aggregate with { Window = aggregate.Window with { Length = 0 } };

    private IReadOnlyList<AggregateModel> Members(string type, IEnumerable<Aggregate> aggregates)
    {
        var properties = new UniqueNames([type, .. WindowMembers]);
        return
        [
            .. aggregates.Select(a =>
            {
                var property = Unique(properties, NameOf(a));
                return new AggregateModel(property, CSharpText.Identifier(CSharpText.CamelCase(property)), a);
            }),
        ];
    }

    private IReadOnlyList<AggregateModel> Locals(string window, IEnumerable<Aggregate> aggregates, UniqueNames locals) =>
        [.. aggregates.Select(a => new AggregateModel(NameOf(a), Unique(locals, window + NameOf(a)), a))];

    // The value that a row brings is a local of the accumulator's name with "Value" behind it, its amount with "Amount".
    private static string Unique(UniqueNames names, string wanted) => names.Of(wanted, "Value", "Amount", "Failed");

    private string NameOf(Aggregate aggregate) =>
        aggregate.Kind + (aggregate.Argument is StateColumnOf column ? Columns[column.Index].Property : "");

    private static string NameOf(WindowBounds window)
    {
        if (window.Length is not { } length)
        {
            return "WholePast";
        }

        return (window.Gap is { } gap ? "Session" + CSharpText.DurationName(gap) + "Within" : "Last")
            + CSharpText.DurationName(length)
            + (window.Offset > 0 ? "Before" + CSharpText.DurationName(window.Offset) : "")
            + (window.Tile is { } tile ? "By" + CSharpText.DurationName(tile) : "");
    }
}
