using Shop;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;

namespace TypedFeatures.Tests.Meaning;

public sealed class FeatureTableTests
{
    private static readonly DateTime At = new(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string> Laws => HandTheory.LawsOf("Feature tables");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Feature tables", law);

    [Fact]
    public void Row_IsNormalisedAsIngestionDoes()
    {
        var row = new CourierRisk { Courier = "ada", ComputedAt = At.AddTicks(3), WrittenAt = At.AddTicks(9), Score = -0d };

        var value = CourierRisk.EvaluateMany(new ReferenceMoment(At), [["ada"]], [row]).Single();

        value.ComputedAt.ShouldBe(At);
        value.WrittenAt.ShouldBe(At);
        double.IsNegative(value.Score!.Value).ShouldBeFalse();
    }

    [Fact]
    public void Row_ThatIngestionRefuses_IsRefused()
    {
        var row = new CourierRisk { Courier = "ada", ComputedAt = At, WrittenAt = At, Score = double.NaN };

        Should.Throw<ArgumentException>(() => CourierRisk.EvaluateMany(new ReferenceMoment(At), [["ada"]], [row]))
            .Message.ShouldContain("Row 0");
    }

    [Fact]
    public void Keys_MayRepeat_AndCannotBeNull()
    {
        var row = new CourierRisk { Courier = "ada", ComputedAt = At, WrittenAt = At };
        var moment = new ReferenceMoment(At);

        var values = CourierRisk.EvaluateMany(moment, [["bob"], ["ada"], ["ada"]], [row]);

        values[0].ShouldBe(new CourierRisk { Courier = "bob" });
        values[1].ShouldBe(row);
        values[2].ShouldBe(row);
        Should.Throw<ArgumentException>(() => CourierRisk.EvaluateMany(moment, [[null!]], [row]));
    }

    [Fact]
    public void TypeThatIsNoTable_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => ReferenceRows.Table<Merchant>([])).Message.ShouldContain("[EventTime]");
}
