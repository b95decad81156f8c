using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Plans;
using TypedFeatures.Reference;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

public sealed class CompositeTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Vectors, lists and maps");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Vectors, lists and maps", law);

    [Fact]
    public void Lists_AreEqualWhereTheirItemsAre()
    {
        FeatureList<string> list = ["a", "b"];

        list.ShouldBe(["a", "b"]);
        (list == FeatureList.Create<string>(["a", "b"])).ShouldBeTrue();
        list.GetHashCode().ShouldBe(FeatureList.Create<string>(["a", "b"]).GetHashCode());
        (list != (FeatureList<string>)["b", "a"]).ShouldBeTrue();
        list.Equals((FeatureList<string>)["a"]).ShouldBeFalse();
        list.Equals(null).ShouldBeFalse();
    }

    [Fact]
    public void RecordsWithListsAndMaps_CompareByValue()
    {
        CourierLists Of(string label) => new() { Courier = "ada", TopLabels = [label], ByLabel = FeatureMap.Create(new KeyValuePair<string, long>(label, 1)) };

        Of("a").ShouldBe(Of("a"));
        Of("a").ShouldNotBe(Of("b"));
    }

    [Fact]
    public void InterfaceOfAList_HasTheListsEquality()
    {
        IReadOnlyList<string> Face() => FeatureList.Create<string>(["a"]);

        EqualityComparer<IReadOnlyList<string>>.Default.Equals(Face(), Face()).ShouldBeTrue();
    }

    [Fact]
    public void Maps_AreSortedByCodePoint_AndEqualInAnyOrderOfMaking()
    {
        var map = FeatureMap.Create<string, long>([new("\U0001F600", 3), new("\uFF5E", 2), new("", 1)]);

        map.Keys.ShouldBe(["", "\uFF5E", "\U0001F600"]);
        map.Values.ShouldBe([1, 2, 3]);
        map.ShouldBe(FeatureMap.Create<string, long>([new("", 1), new("\uFF5E", 2), new("\U0001F600", 3)]));
        map["\uFF5E"].ShouldBe(2);
        map.GetValueOrDefault("absent").ShouldBe(0);
        map.TryGetValue("absent", out _).ShouldBeFalse();
        Should.Throw<KeyNotFoundException>(() => map["absent"]);
        Should.Throw<ArgumentException>(() => FeatureMap.Create<string, long>([new("a", 1), new("a", 2)]));
    }

    [Fact]
    public void LengthsOfLists_AreChecked()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Over(w => w.LatestK(0, p => p.Category)));
        Should.Throw<ArgumentOutOfRangeException>(() => Over(w => w.TopK(1001, p => p.Category)));
        Over(w => w.LatestK(1000, p => p.Category)).ShouldBe(["books"]);
    }

    [Theory]
    [InlineData(new float[] { 1 }, "has 1 numbers where [Vector(2)] says 2.")]
    [InlineData(new float[] { 1, 2, 3 }, "has 3 numbers where [Vector(2)] says 2.")]
    [InlineData(new[] { 1, float.NaN }, "is NaN or infinite at index 1")]
    [InlineData(new[] { float.PositiveInfinity, 1 }, "is NaN or infinite at index 0")]
    public void VectorsThatAreNone_AreRefusedWithTheirPlace(float[] shape, string fault) =>
        Should.Throw<ArgumentException>(() => CourierShapes.Evaluate("ada", T, [Scan(1, T) with { Shape = shape }]))
            .Message.ShouldContain(fault);

    [Fact]
    public void Widths_AreThoseOfAModelsInput()
    {
        ScalarType.Double.Width.ShouldBe(1);
        ScalarType.VectorOf(128).Width.ShouldBe(128);
        ScalarType.ListOf(ScalarType.Double).Width.ShouldBe(0);
        ScalarType.MapOf(ScalarType.String, ScalarType.Int64).Width.ShouldBe(0);
        ScalarType.VectorOf(3).ShouldNotBe(ScalarType.VectorOf(4));
        ScalarType.ListOf(ScalarType.Double).ShouldBe(ScalarType.ListOf(ScalarType.Double.Nullable));
    }

    private static TValue? Over<TValue>(Func<Window<Purchase>, TValue?> feature) => Ask.OfUser(T, [Buy("a", T - Days(3), 1)], g => feature(g.All));
}
