using TypedFeatures.Plans;

namespace TypedFeatures.Tests.Planning;

/// <summary>Types as text, which generated descriptors hold.</summary>
public sealed class ScalarTypeNotationTests
{
    private static readonly EnumType Status = new("Shop.Orders.Status", EquatableArray.Of(new EnumMember("Größe", long.MinValue), new EnumMember("Open", 0), new EnumMember("@new", long.MaxValue)));

    [Fact]
    public void EveryType_IsReadBackFromItsText()
    {
        var scalars = Enum.GetValues<ScalarKind>()
            .Where(kind => kind is not (ScalarKind.Decimal or ScalarKind.Enum or ScalarKind.Vector or ScalarKind.List or ScalarKind.Map))
            .Select(kind => new ScalarType(kind))
            .Concat([ScalarType.DecimalOf(18, 18), ScalarType.DecimalWithin(long.MaxValue, 4), new(ScalarKind.Enum, Enum: Status)])
            .Concat([new(ScalarKind.Int32) { NumberOf = "Shop.Flags" }, new(ScalarKind.Int64) { NumberOf = "Flags" }])
            .ToList();
        var all = scalars
            .Concat(scalars.Select(ScalarType.ListOf))
            .Concat(scalars.SelectMany(key => scalars.Select(element => ScalarType.MapOf(key, element))))
            .Append(ScalarType.VectorOf(384))
            .SelectMany(type => new[] { type, type.Nullable })
            .ToList();

        all.Count.ShouldBeGreaterThan(400);
        all.ShouldAllBe(type => ScalarTypeNotation.Read(ScalarTypeNotation.Write(type)) == type);
        all.Select(ScalarTypeNotation.Write).Distinct().Count().ShouldBe(all.Count);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("3", 2)]
    [InlineData("Integer", 8)]
    [InlineData("Int64 ", 6)]
    [InlineData("Int64??", 7)]
    [InlineData("Decimal(99)", 11)]
    [InlineData("Vector(three)", 13)]
    [InlineData("List(Int64", 11)]
    [InlineData("Enum Shop.Status{}", 18)]
    [InlineData("Int32:", 7)]
    public void OtherText_IsRefusedAtItsPlace(string text, int character) =>
        Should.Throw<FormatException>(() => ScalarTypeNotation.Read(text)).Message.ShouldContain($"character {character}.");

    [Fact]
    public void Fields_HaveFourPartsEach()
    {
        var fields = FieldSchema.ListOf("UserId", "user_id", "Int64", "", "Spend", "spend", "Double?", "What was spent, in pounds.");

        fields.ShouldBe([new("UserId", "user_id", ScalarType.Int64), new("Spend", "spend", ScalarType.Double.Nullable, "What was spent, in pounds.")]);
        FieldSchema.ListOf().ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => FieldSchema.ListOf("UserId", "user_id", "Int64")).Message.ShouldContain("4 parts");
    }
}
