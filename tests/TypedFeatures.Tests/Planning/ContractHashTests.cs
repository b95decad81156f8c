using Shouldly;
using TypedFeatures.Plans;

namespace TypedFeatures.Tests.Planning;

public sealed class ContractHashTests
{
    private static readonly ScalarType Text = ScalarType.String;
    private static readonly Scalar Amount = new ColumnOf(ScalarType.Double.Nullable, 0, "Amount");
    private static readonly Scalar Shipping = new ColumnOf(ScalarType.Double.Nullable, 0, "Shipping");
    private static readonly Scalar IsLarge = Bool(BinaryOperator.Greater, Amount, new Constant(ScalarType.Double.Nullable, 10.0));
    private static readonly Scalar IsShipped = Bool(BinaryOperator.Less, Shipping, Amount);

    [Fact]
    public void Hash_IsSixteenHexadecimalDigits() => Hash(View()).ShouldMatch("^[0-9a-f]{16}$");

    [Fact]
    public void Hash_IgnoresOrderAndRepetitionOfConditions()
    {
        var one = View() with { Filter = And(IsLarge, IsShipped) };

        Hash(one with { Filter = And(IsShipped, IsLarge) }).ShouldBe(Hash(one));
        Hash(one with { Filter = And(And(IsShipped, IsLarge), IsShipped) }).ShouldBe(Hash(one));
    }

    [Fact]
    public void Hash_IgnoresOrderOfCommutingOperands_AndDirectionOfComparisons()
    {
        var one = View() with { Filter = IsShipped };

        Hash(one with { Filter = Bool(BinaryOperator.Greater, Amount, Shipping) }).ShouldBe(Hash(one));
        Hash(Summing(Double(BinaryOperator.Add, Amount, Shipping))).ShouldBe(Hash(Summing(Double(BinaryOperator.Add, Shipping, Amount))));
    }

    [Fact]
    public void Hash_KeepsApartWhatFloatingPointKeepsApart()
    {
        var left = Double(BinaryOperator.Add, Double(BinaryOperator.Add, Amount, Shipping), Amount);
        var right = Double(BinaryOperator.Add, Amount, Double(BinaryOperator.Add, Amount, Shipping));
        var associated = Double(BinaryOperator.Add, Double(BinaryOperator.Add, Amount, Amount), Shipping);

        Hash(Summing(left)).ShouldBe(Hash(Summing(right)), "a + (a + s) only commutes (a + s) + a");
        Hash(Summing(left)).ShouldNotBe(Hash(Summing(associated)), "addition does not associate");
        Hash(Summing(Double(BinaryOperator.Subtract, Amount, Shipping))).ShouldNotBe(Hash(Summing(Double(BinaryOperator.Subtract, Shipping, Amount))));
    }

    [Fact]
    public void Hash_ChangesWithEverythingThatChangesAValue()
    {
        var view = View();
        var feature = view.Features[0];
        var aggregate = (Aggregate)feature.Value;
        ViewPlan With(Aggregate value) => view with { Features = EquatableArray.Of(feature with { Value = value }) };

        var changes = new Dictionary<string, ViewPlan>
        {
            ["filter"] = view with { Filter = IsLarge },
            ["boundary"] = view with { Filter = Bool(BinaryOperator.GreaterOrEqual, Amount, new Constant(ScalarType.Double.Nullable, 10.0)) },
            ["window"] = With(aggregate with { Window = new WindowBounds(8) }),
            ["offset"] = With(aggregate with { Window = aggregate.Window with { Offset = 8 } }),
            ["tile"] = With(aggregate with { Window = aggregate.Window with { Tile = 8 } }),
            ["gap"] = With(aggregate with { Window = aggregate.Window with { Gap = 8 } }),
            ["parameter"] = With(aggregate with { Parameters = EquatableArray.Of(new Constant(ScalarType.Double, 0.5)) }),
            ["another parameter"] = With(aggregate with { Parameters = EquatableArray.Of(new Constant(ScalarType.Double, 0.25)) }),
            ["whole past"] = With(aggregate with { Window = new WindowBounds(null) }),
            ["aggregate"] = With(aggregate with { Kind = AggregateKind.Max }),
            ["argument"] = With(aggregate with { Argument = Shipping }),
            ["predicate"] = With(aggregate with { Predicate = IsLarge }),
            ["name"] = view with { Features = EquatableArray.Of(feature with { Name = "other" }) },
            ["type"] = view with { Features = EquatableArray.Of(feature with { Type = ScalarType.Double.Nullable }) },
            ["version"] = view with { Version = 2 },
            ["event time"] = view with { Events = Swap(view.Events, "OccurredAt", "IngestedAt") },
            ["source"] = view with { Events = view.Events with { Name = "orders" } },
        };
        changes.Values.Append(view).Select(Hash).ShouldBeUnique();
    }

    [Fact]
    public void Hash_IgnoresTheNameOfTheRecordAndDescriptions()
    {
        var view = View();

        Hash(view with { TypeName = "Elsewhere.Renamed" }).ShouldBe(Hash(view));
        Hash(view with { Features = EquatableArray.Of(view.Features[0] with { Description = "New words." }) }).ShouldBe(Hash(view));
    }

    private static string Hash(ViewPlan view) => ContractHash.Of(view);

    private static Binary Bool(BinaryOperator op, Scalar left, Scalar right) => new(ScalarType.Boolean, op, left, right);

    private static Binary Double(BinaryOperator op, Scalar left, Scalar right) => new(ScalarType.Double.Nullable, op, left, right);

    private static Binary And(Scalar left, Scalar right) => Bool(BinaryOperator.And, left, right);

    private static ViewPlan Summing(Scalar argument) => View() is var view
        ? view with { Features = EquatableArray.Of(view.Features[0] with { Value = (Aggregate)view.Features[0].Value with { Argument = argument } }) }
        : view;

    private static SourceSchema Swap(SourceSchema source, string one, string other) => source with
    {
        Columns = source.Columns.Select(c => c.Property == one ? c with { Role = source.Column(other).Role }
            : c.Property == other ? c with { Role = source.Column(one).Role }
            : c).ToEquatableArray(),
    };

    private static ViewPlan View()
    {
        var events = new SourceSchema("purchases", SourceKind.Event, "Shop.Purchase", EquatableArray.Of(
            new SourceColumn("EventId", "event_id", Text, ColumnRole.EventId),
            new SourceColumn("OccurredAt", "occurred_at", ScalarType.DateTime, ColumnRole.EventTime),
            new SourceColumn("IngestedAt", "ingested_at", ScalarType.DateTime, ColumnRole.IngestTime),
            new SourceColumn("UserId", "user_id", ScalarType.Int64),
            new SourceColumn("Amount", "amount", ScalarType.Double.Nullable),
            new SourceColumn("Shipping", "shipping", ScalarType.Double.Nullable)));
        return new ViewPlan(
            "spend",
            1,
            "Shop.Spend",
            events,
            EquatableArray.Of<AsOfJoin>(),
            Filter: null,
            EquatableArray.Of(new KeyPart("UserId", "user_id", ScalarType.Int64, new ColumnOf(ScalarType.Int64, 0, "UserId"), 0)),
            EquatableArray.Of(new Feature("Spend", "spend", ScalarType.Double, new Aggregate(
                ScalarType.Double, AggregateKind.Sum, new WindowBounds(7), Amount, Predicate: null))));
    }
}
