using TypedFeatures.Online;

namespace TypedFeatures.Tests.Online;

public sealed class RowLogTests
{
    [Fact]
    public void Window_IncludesItsEnd_ExcludesItsStart()
    {
        var log = LogOf(10, 11, 20, 20, 21);
        Times(log.Window(10, 20)).ShouldBe([11, 20, 20]);
        Times(log.Window(9, 10)).ShouldBe([10]);
        Times(log.Window(19, 20)).ShouldBe([20, 20]);
        Times(log.Window(21, 100)).ShouldBeEmpty();
        Times(log.Window(100, 0)).ShouldBeEmpty();
        Times(new RowLog<Row>().Window(0, 1)).ShouldBeEmpty();
    }

    [Fact]
    public void RowsAreInOrder_WhateverTheOrderOfAdding()
    {
        (long Time, int Value)[] rows = [(5, 1), (5, 2), (3, 9), (7, 0), (4, 4)];
        foreach (var order in Bytes.Permutations(rows))
        {
            var log = new RowLog<Row>();
            foreach (var (time, value) in order)
            {
                log.Add(new Row(time, value));
            }

            All(log).ShouldBe([new(3, 9), new(4, 4), new(5, 1), new(5, 2), new(7, 0)]);
            log.LatestEventTime.ShouldBe(7);
        }
    }

    [Fact]
    public void Eviction_TakesTheRowsThroughAnInstant()
    {
        var log = LogOf(1, 2, 3, 4);
        log.EvictThrough(0);
        log.Count.ShouldBe(4);
        log.EvictThrough(2);
        Times(log.Window(long.MinValue, long.MaxValue)).ShouldBe([3, 4]);
        log.Add(new Row(1, 0));
        log.EvictThrough(9);
        (log.Count, log.LatestEventTime).ShouldBe((0, null));
    }

    [Fact]
    public void Decoding_GivesBackWhatWasEncoded()
    {
        foreach (var log in new[] { LogOf(), LogOf(Instant.Min, 0, Instant.Max), LogOf([.. Enumerable.Range(0, 300).Select(i => (long)i * i)]) })
        {
            var bytes = Bytes.Of((ref StateWriter writer) => log.Write(ref writer));
            All(Bytes.Read(bytes, RowLog<Row>.Read)).ShouldBe(All(log));
        }
    }

    [Fact]
    public void DamagedBytes_AreRefusedOrReadAsSomeRows_NeverACrash()
    {
        var log = LogOf(1_000, 2_000, 2_000, 5_000);
        var bytes = Bytes.Of((ref StateWriter writer) => log.Write(ref writer));
        for (var length = 0; length < bytes.Length; length++)
        {
            Should.Throw<InvalidDataException>(() => Bytes.Read(bytes[..length], RowLog<Row>.Read));
        }

        Should.Throw<InvalidDataException>(() => Bytes.Read([.. bytes, 0], RowLog<Row>.Read));
        for (var i = 0; i < bytes.Length; i++)
        {
            for (var value = 0; value < 256; value++)
            {
                var damaged = bytes.ToArray();
                damaged[i] = (byte)value;
                try
                {
                    var rows = All(Bytes.Read(damaged, RowLog<Row>.Read));
                    rows.Zip(rows.Skip(1)).ShouldAllBe(pair => Row.Compare(pair.First, pair.Second) <= 0);
                }
                catch (InvalidDataException)
                {
                    // The right answer to bytes that cannot be a log.
                }
            }
        }
    }

    [Fact]
    public void RowsOutOfOrder_AreRefused()
    {
        var bytes = Bytes.Of((ref StateWriter writer) =>
        {
            writer.WriteVarUInt64(2);
            writer.WriteVarUInt64(10);
            writer.WriteVarInt64(2);
            writer.WriteVarUInt64(0);
            writer.WriteVarInt64(1);
        });
        Should.Throw<InvalidDataException>(() => Bytes.Read(bytes, RowLog<Row>.Read));
    }

    private static RowLog<Row> LogOf(params long[] times)
    {
        var log = new RowLog<Row>();
        foreach (var time in times)
        {
            log.Add(new Row(time, 0));
        }

        return log;
    }

    private static long[] Times(ReadOnlySpan<Row> rows) => [.. rows.ToArray().Select(r => r.EventTime)];

    private static Row[] All(RowLog<Row> log) => log.Window(long.MinValue, long.MaxValue).ToArray();

    private record struct Row(long EventTime, int Value) : IStateRow<Row>
    {
        public static int KeyColumns => 0;

        public static int Compare(in Row left, in Row right) =>
            left.EventTime != right.EventTime ? left.EventTime.CompareTo(right.EventTime) : left.Value.CompareTo(right.Value);

        public void Visit<TVisitor>(ref TVisitor columns)
            where TVisitor : struct, IRowVisitor, allows ref struct
        {
            var value = Value;
            columns.Column<int, Int32Kind>(ref value);
            Value = value;
        }
    }
}
