namespace TypedFeatures.Fuzzing.Run;

/// <summary>Families of constructs that cannot stand in one definition.</summary>
/// <param name="Some">Some of them.</param>
/// <param name="Others">What none of these stands beside.</param>
/// <param name="Reason">Why.</param>
public sealed record ImpossiblePairs(IReadOnlyList<string> Some, IReadOnlyList<string> Others, string Reason)
{
    private static readonly string[] Joined =
    [
        "join.inner", "join.outer", "join.single", "join.composite", "join.two", "join.bitemporal", "join.notbitemporal", "join.validto", "join.tombstone",
        "join.key.Long", "join.key.Int", "join.key.Guid", "join.key.String", "join.key.Hue", "join.key.String.Long", "join.key.String.Zone", "join.key.String.Date", "join.key.String.Decimal",
        "join.inner.column", "join.outer.conditionalaccess", "join.outer.guard", "join.outer.test", "join.outer.pattern",
    ];

    /// <summary>All there are. A definition that has one of them after all fails the run.</summary>
    public static IReadOnlyList<ImpossiblePairs> All { get; } =
    [
        OneOf("A definition has one source of events, which has an ingest time or none.", "source.ingest", "source.noingest"),
        OneOf("A definition has one source of events, whose ids are of one type.", "source.id.String", "source.id.Guid", "source.id.Long", "source.id.Int"),
        OneOf("A query groups its events as they are, or objects made of them.", "element.bare", "element.anonymous"),
        OneOf("Events are a parameter before the dimensions or after them.", "parameters.eventsfirst", "parameters.dimensionsfirst"),
        OneOf("A key has one number of parts.", "key.1", "key.2", "key.3"),
        OneOf("A batch has one dimension Delta, whose key is of one type.", "join.key.Long", "join.key.Int", "join.key.Guid"),
        OneOf("A batch has one dimension Gamma, whose key is of one type.", "join.key.String", "join.key.Hue"),
        OneOf("A batch has one dimension Omega, whose key is of two types.", "join.key.String.Long", "join.key.String.Zone", "join.key.String.Date", "join.key.String.Decimal"),
        new(["element.bare"], Joined, "A joined row is grouped together with the event, in an object."),
        new(["element.bare"], ["let.row"], "What a let names of a row is grouped together with the event, in an object."),
        new(["element.bare"], ["parameters.dimensionsfirst"], "Without a join there is no dimension that could come first."),
        new(["element.bare"], ["key.dimension"], "Without a join there is no column of a dimension."),
        new(["source.versions"], ["source.noingest"], "Versions of an event are told apart by when each was known."),
    ];

    private static ImpossiblePairs OneOf(string reason, params string[] alternatives) => new(alternatives, alternatives, reason);
}
