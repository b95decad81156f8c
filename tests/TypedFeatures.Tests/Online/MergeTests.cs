using TypedFeatures.Online;

namespace TypedFeatures.Tests.Online;

/// <summary>Accumulators that merge: of two parts what one of all rows says, wherever they are parted.</summary>
public sealed class MergeTests
{
    private static readonly double[] Values = [3, -1, 4, 1, -5, 9, 2, -6, 5, 1e9, 1e9 + 2];

    [Fact]
    public void Moments_MergeWithoutCancelling()
    {
        foreach (var (left, right) in Parts())
        {
            var (whole, merged, other) = (default(MomentsAccumulator), default(MomentsAccumulator), default(MomentsAccumulator));
            Array.ForEach(Values, v => whole.Add(v));
            Array.ForEach(left, v => merged.Add(v));
            Array.ForEach(right, v => other.Add(v));
            merged.Merge(in other);

            merged.Variance!.Value.ShouldBe(whole.Variance!.Value, whole.Variance.Value * 1e-12);
            merged.PopulationStandardDeviation!.Value.ShouldBe(whole.PopulationStandardDeviation!.Value, whole.PopulationStandardDeviation.Value * 1e-12);
        }
    }

    [Fact]
    public void Moments_OfAGreatMean_KeepASmallDeviation()
    {
        var (merged, other) = (default(MomentsAccumulator), default(MomentsAccumulator));
        merged.Add(1e15);
        other.Add(1e15 + 2);
        merged.Merge(in other);

        merged.Variance.ShouldBe(2);
    }

    [Fact]
    public void Moments_AreNull_WhereAPartHoldsAValueTooGreatToSquare()
    {
        var (merged, other) = (default(MomentsAccumulator), default(MomentsAccumulator));
        merged.Add(1);
        merged.Add(2);
        other.Add(1e141);
        other.Add(double.NaN);
        merged.Merge(in other);

        merged.Variance.ShouldBeNull();
        merged.PopulationStandardDeviation.ShouldBeNull();
    }

    [Fact]
    public void DecayedSums_MergeAtTheLaterOfTheirTimes()
    {
        const long HalfLife = 100;
        foreach (var isSwapped in new[] { false, true })
        {
            var (early, late) = (default(DecayedSumAccumulator), default(DecayedSumAccumulator));
            early.Add(16, 0, HalfLife);
            late.Add(8, 100, HalfLife);
            late.Add(8, 0, HalfLife);
            var (merged, other) = isSwapped ? (late, early) : (early, late);
            merged.Merge(in other);
            merged.Merge(default);

            merged.Result(200, HalfLife).ShouldBe(4 + 4 + 2);
        }
    }

    [Fact]
    public void DecayedSum_IsInfiniteOnlyWhereItIsTooGreatWhenRead()
    {
        var sum = default(DecayedSumAccumulator);
        sum.Add(1.5e308, 0, 1);
        sum.Add(1.5e308, 0, 1);

        sum.Result(0, 1).ShouldBe(double.PositiveInfinity);
        sum.Result(1, 1).ShouldBe(1.5e308);
    }

    [Fact]
    public void CountsAndPicks_Merge()
    {
        var (count, counted) = (default(CountAccumulator), default(CountAccumulator));
        count.Add();
        counted.Add();
        count.Merge(in counted);
        count.Result.ShouldBe(2);

        var (least, other) = (default(MinAccumulator<long, Int64Kind>), default(MinAccumulator<long, Int64Kind>));
        least.Merge(in other);
        least.HasValue.ShouldBeFalse();
        other.Add(3);
        least.Merge(in other);
        least.Value.ShouldBe(3);

        var (latest, later) = (default(LatestAccumulator<long, Int64Kind, string, StringKind>), default(LatestAccumulator<long, Int64Kind, string, StringKind>));
        latest.Add(1, new(5, 0, "b"));
        later.Add(2, new(5, 0, "a"));
        latest.Merge(in later);
        latest.Value.ShouldBe(1);
        later.Merge(in latest);
        later.Value.ShouldBe(1);
    }

    [Fact]
    public void EveryNewState_SurvivesTheCodec()
    {
        var (moments, percentile, decayed) = (default(MomentsAccumulator), default(PercentileAccumulator), default(DecayedSumAccumulator));
        foreach (var value in Values)
        {
            moments.Add(value);
            percentile.Add(value);
            decayed.Add(value, (long)value, 10);
        }

        Bytes.RoundTrip(moments).Variance.ShouldBe(moments.Variance);
        Bytes.RoundTrip(percentile).Result(0.3).ShouldBe(percentile.Result(0.3));
        Bytes.RoundTrip(decayed).Result(2_000_000_000, 10).ShouldBe(decayed.Result(2_000_000_000, 10));
        Bytes.RoundTrip(default(DecayedSumAccumulator)).Result(0, 1).ShouldBe(0);
        Bytes.RoundTrip(default(PercentileAccumulator)).Result(0.5).ShouldBeNull();
    }

    private static IEnumerable<(double[] Left, double[] Right)> Parts() =>
        Enumerable.Range(0, Values.Length + 1).Select(i => (Values[..i], Values[i..]));
}
