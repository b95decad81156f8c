using TypedFeatures.Online;

namespace TypedFeatures.Tests.Online;

public sealed class AccumulatorTests
{
    [Fact]
    public void OverNoRows_EachHasTheEmptyValue()
    {
        default(CountAccumulator).Result.ShouldBe(0);
        default(AnyAccumulator).Result.ShouldBeFalse();
        default(Int32SumAccumulator).Result.ShouldBe(0);
        default(Int64SumAccumulator).Result.ShouldBe(0);
        default(TimeSpanSumAccumulator).Result.ShouldBe(TimeSpan.Zero);
        default(DoubleSumAccumulator).Result.ShouldBe(0);
        default(IntegerAverageAccumulator).Result.ShouldBeNull();
        default(DoubleAverageAccumulator).Result.ShouldBeNull();
        default(CountDistinctAccumulator<string, StringKind>).Result.ShouldBe(0);
        default(ModeAccumulator<string, StringKind>).HasValue.ShouldBeFalse();
        default(MinAccumulator<long, Int64Kind>).HasValue.ShouldBeFalse();
        default(MaxAccumulator<long, Int64Kind>).HasValue.ShouldBeFalse();
        default(LatestAccumulator<long, Int64Kind, string, StringKind>).HasValue.ShouldBeFalse();
        default(FirstAccumulator<long, Int64Kind, string, StringKind>).HasValue.ShouldBeFalse();
    }

    [Fact]
    public void IntegerSums_OverflowOnlyWhereTheTotalDoes()
    {
        var fits = default(Int64SumAccumulator);
        fits.Add(long.MaxValue);
        fits.Add(long.MaxValue);
        fits.Add(-long.MaxValue);
        fits.Result.ShouldBe(long.MaxValue);

        var narrow = default(Int32SumAccumulator);
        narrow.Add(int.MaxValue);
        narrow.Add(1);
        Should.Throw<OverflowException>(() => narrow.Result);
        narrow.Add(-1);
        narrow.Result.ShouldBe(int.MaxValue);

        var spans = default(TimeSpanSumAccumulator);
        spans.Add(TimeSpan.FromTicks(long.MaxValue));
        spans.Add(TimeSpan.FromDays(1));
        Should.Throw<OverflowException>(() => spans.Result);
    }

    [Fact]
    public void IntegerAverage_IsTheExactSumDividedByTheCount()
    {
        var small = default(IntegerAverageAccumulator);
        small.Add(1);
        small.Add(2);
        small.Result.ShouldBe(1.5);

        // 3 · (2⁶³ − 1) does not fit 64 bits: (2³³·⌊S/2³²⌋ …) rounds to 3·2⁶³, a third of which is 2⁶³.
        var big = default(IntegerAverageAccumulator);
        big.Add(long.MaxValue);
        big.Add(long.MaxValue);
        big.Add(long.MaxValue);
        big.Result.ShouldBe(9_223_372_036_854_775_808.0);
    }

    [Fact]
    public void NonFiniteValues_AreSkippedLikeNulls_AndMinusZeroIsZero()
    {
        double[] values = [double.NaN, 1, double.PositiveInfinity, 3, double.NegativeInfinity];
        var (sum, average, min, max, mode) = (default(DoubleSumAccumulator), default(DoubleAverageAccumulator), default(MinAccumulator<double, DoubleKind>),
            default(MaxAccumulator<double, DoubleKind>), default(ModeAccumulator<double, DoubleKind>));
        foreach (var value in values)
        {
            sum.Add(value);
            average.Add(value);
            min.Add(value);
            max.Add(value);
            mode.Add(value);
        }

        (sum.Result, average.Result, min.Value, max.Value, mode.Value).ShouldBe((4.0, 2.0, 1.0, 3.0, 1.0));

        var zeros = default(MinAccumulator<double, DoubleKind>);
        zeros.Add(-0.0);
        double.IsNegative(zeros.Value).ShouldBeFalse();
        var distinct = default(CountDistinctAccumulator<double, DoubleKind>);
        distinct.Add(-0.0);
        distinct.Add(0.0);
        distinct.Add(double.NaN);
        distinct.Result.ShouldBe(1);
    }

    [Fact]
    public void Mode_OfEquallyFrequentValues_IsTheSmallestByCodePoint()
    {
        foreach (var order in Bytes.Permutations(new[] { "\U0001F600", "\U0001F600", "\uFFFD", "\uFFFD", "b" }))
        {
            var mode = default(ModeAccumulator<string, StringKind>);
            foreach (var value in order)
            {
                mode.Add(value);
            }

            mode.Value.ShouldBe("\uFFFD");
            Bytes.RoundTrip(mode).Value.ShouldBe("\uFFFD");
        }
    }

    [Fact]
    public void LatestAndFirst_FollowEventTimeThenIngestTimeThenId_WhateverTheOrderOfAdding()
    {
        (long Event, long Ingest, string Id, int Value)[] rows = [(5, 1, "z", 1), (5, 2, "a", 2), (5, 2, "b", 3), (4, 9, "c", 4), (4, 9, "d", 5)];
        foreach (var order in Bytes.Permutations(rows))
        {
            var latest = default(LatestAccumulator<int, Int32Kind, string, StringKind>);
            var first = default(FirstAccumulator<int, Int32Kind, string, StringKind>);
            foreach (var row in order)
            {
                var place = new RowOrder<string, StringKind>(row.Event, row.Ingest, row.Id);
                latest.Add(row.Value, place);
                first.Add(row.Value, place);

                // A state may be stored and read between any two rows.
                latest = Bytes.RoundTrip(latest);
                first = Bytes.RoundTrip(first);
            }

            (latest.Value, first.Value).ShouldBe((3, 4));
        }
    }

    [Fact]
    public void Bytes_DoNotDependOnTheOrderOfAdding()
    {
        string[] values = ["b", "a", "c", "a"];
        Bytes.Permutations(values).Select(order =>
        {
            var mode = default(ModeAccumulator<string, StringKind>);
            var distinct = default(CountDistinctAccumulator<string, StringKind>);
            foreach (var value in order)
            {
                mode.Add(value);
                distinct.Add(value);
            }

            return Convert.ToHexString(Bytes.Of(mode)) + Convert.ToHexString(Bytes.Of(distinct));
        }).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void ACopy_GoesOnWithoutChangingTheOriginal()
    {
        var mode = default(ModeAccumulator<long, Int64Kind>);
        var distinct = default(CountDistinctAccumulator<long, Int64Kind>);
        mode.Add(1);
        distinct.Add(1);
        var (modeCopy, distinctCopy) = (mode.Copy(), distinct.Copy());
        modeCopy.Add(2);
        modeCopy.Add(2);
        distinctCopy.Add(2);
        (mode.Value, modeCopy.Value, distinct.Result, distinctCopy.Result).ShouldBe((1, 2, 1, 2));
    }

    [Fact]
    public void RunningTotals_GoOnAfterARoundTrip()
    {
        var sum = default(Int64SumAccumulator);
        var average = default(IntegerAverageAccumulator);
        var mean = default(DoubleAverageAccumulator);
        var count = default(CountAccumulator);
        for (var i = 1; i <= 4; i++)
        {
            sum.Add(i);
            average.Add(i);
            mean.Add(i);
            count.Add();
            (sum, average, mean, count) = (Bytes.RoundTrip(sum), Bytes.RoundTrip(average), Bytes.RoundTrip(mean), Bytes.RoundTrip(count));
        }

        (sum.Result, average.Result, mean.Result, count.Result).ShouldBe((10, 2.5, 2.5, 4));
    }

    [Fact]
    public void ImpossibleTables_AreRefused()
    {
        Should.Throw<InvalidDataException>(() => Bytes.Read([2, 2, 1, 2, 1], (ref StateReader r) => ModeAccumulator<long, Int64Kind>.Read(ref r)));
        Should.Throw<InvalidDataException>(() => Bytes.Read([1, 2, 0], (ref StateReader r) => ModeAccumulator<long, Int64Kind>.Read(ref r)));
        Should.Throw<InvalidDataException>(() => Bytes.Read([2, 2, 2], (ref StateReader r) => CountDistinctAccumulator<long, Int64Kind>.Read(ref r)));
    }
}
