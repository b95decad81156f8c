namespace TypedFeatures.Parity.Tests;

/// <summary>Draws adversarial histories from a seed. Histories of one group have different tags, and so neither keys nor event ids in common.</summary>
internal static class HistoryGenerator
{
    /// <summary>A group of histories that can live in one store: they share a clock and nothing else.</summary>
    public static IReadOnlyList<History> Group(int seed, int group, int count)
    {
        var clock = Clock.Draw(new Random(HashCode(seed, group, -1)), Lengths.All, Lengths.Tiles);
        return [.. Enumerable.Range(0, count).Select(i => Draw($"{seed}/{group}/{i}", clock, new Random(HashCode(seed, group, i)), tag: i + 1))];
    }

    private static History Draw(string seed, Clock clock, Random random, int tag)
    {
        var draw = new RowDraw(random, clock, tag);
        var rows = new List<object>();
        rows.AddRange(Many(random, 14, draw.Order));
        rows.AddRange(Many(random, 12, draw.Visit));
        rows.AddRange(Many(random, 9, draw.Signal));
        rows.AddRange(Many(random, 7, draw.Outlet));
        rows.AddRange(Many(random, 7, draw.Campaign));
        rows.AddRange(Many(random, 7, draw.Holder));
        rows.AddRange(Many(random, 8, draw.Permit));
        rows.AddRange(Many(random, 8, draw.OutletRisk));
        rows.AddRange(Many(random, 6, draw.RegionScore));
        var again = new RowRepeat(random, draw);
        rows.AddRange(rows.ToList().Where(_ => random.Chance(0.25)).Select(again.Of));
        rows.AddRange(rows.ToList().Where(_ => random.Chance(0.1)).Select(again.Of));
        var shuffled = rows.ToArray();
        random.Shuffle(shuffled);
        return new History(seed, clock, shuffled, Enumerable.Range(0, shuffled.Length).Where(_ => random.Chance(0.06)).ToHashSet());
    }

    private static IEnumerable<object> Many(Random random, int most, Func<object> row) =>
        random.Chance(0.06) ? [] : Enumerable.Range(0, random.Next(most + 1)).Select(_ => row());

    // Not System.HashCode, which differs from run to run.
    private static int HashCode(int seed, int group, int history) =>
        unchecked((((seed * 16_777_619) ^ group) * 16_777_619) ^ (history * 40_503));
}
