using System.Globalization;
using System.Text;
using TypedFeatures.Fuzzing.Grammar;
using TypedFeatures.Fuzzing.Model;
using TypedFeatures.Parity;

namespace TypedFeatures.Fuzzing.Run;

/// <summary>Which constructs stood in a definition that was compared, and which pairs of them in one and the same.</summary>
public sealed class Coverage
{
    /// <summary>What a query shows besides its expressions; some of it stands among the impossible pairs alone.</summary>
    private static readonly string[] Query =
        [.. ImpossiblePairs.All.SelectMany(p => p.Some), "source.versions", "query.where", "join.inner", "join.outer", "join.single", "join.composite", "join.two", "join.bitemporal", "join.notbitemporal", "join.validto", "join.tombstone", "key.dimension", "key.computed", "key.nullable", "key.column"];

    private static readonly string[] Single = [.. Productions.All.Concat(Leaves.All).Select(p => p.Construct).Concat(Query).Distinct().Order(StringComparer.Ordinal)];

    private readonly Dictionary<string, int> uses = Single.ToDictionary(c => c, _ => 0);
    private readonly string[] constructs = [.. Single.Select(FamilyOf).Distinct()];
    private readonly Dictionary<string, int> places;
    private readonly int[,] pairs;
    private readonly bool[,] impossible;

    public Coverage()
    {
        places = constructs.Index().ToDictionary(c => c.Item, c => c.Index);
        pairs = new int[constructs.Length, constructs.Length];
        impossible = new bool[constructs.Length, constructs.Length];
        foreach (var pair in ImpossiblePairs.All)
        {
            Exclude(pair.Some, pair.Others);
        }

        ExcludeSelf();
    }

    /// <summary>What pairs are counted of: a construct whatever the type it is used on.</summary>
    public IReadOnlyList<string> Families => constructs;

    /// <summary>Every construct, once per type it can be used on.</summary>
    public static IReadOnlyList<string> Constructs => Single;

    /// <summary>Constructs that no definition had.</summary>
    public IEnumerable<string> Unused => Single.Where(c => uses[c] == 0);

    /// <summary>Pairs that a definition can have.</summary>
    public int Possible => Places().Count(p => !impossible[p.A, p.B]);

    public int Covered => Places().Count(p => !impossible[p.A, p.B] && pairs[p.A, p.B] > 0);

    public IEnumerable<(string A, string B)> Missing => Places().Where(p => !impossible[p.A, p.B] && pairs[p.A, p.B] == 0).Select(p => (constructs[p.A], constructs[p.B]));

    /// <summary>Whether every construct was used, and every pair of families in one and the same definition.</summary>
    public bool IsComplete => Covered == Possible && !Unused.Any();

    /// <summary>What was covered, and everything that was not.</summary>
    public string Report()
    {
        var text = new StringBuilder();
        var line = CultureInfo.InvariantCulture;
        text.Append(line, $"constructs: {Single.Length - Unused.Count()} of {Single.Length}, in {constructs.Length} families\n");
        foreach (var construct in Unused)
        {
            text.Append("  unused: ").Append(construct).Append('\n');
        }

        text.Append(line, $"pairs covered {Covered} of {Possible}{(Covered == Possible ? "" : $": {Possible - Covered} missing")}\n");
        foreach (var missing in Missing.GroupBy(p => p.A, p => p.B))
        {
            text.Append("  missing: ").Append(missing.Key).Append(" with ").AppendJoin(", ", missing).Append('\n');
        }

        text.Append("rarest: ").AppendJoin(", ", Single.OrderBy(CountOf).Take(8).Select(c => string.Create(line, $"{c} {CountOf(c)}"))).Append('\n');
        return text.ToString();
    }

    /// <summary>How many definitions had a construct.</summary>
    public int CountOf(string construct) => uses[construct];

    public void Add(IEnumerable<string> definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var all = definition.Distinct().ToList();
        foreach (var construct in all)
        {
            uses[construct] = uses.TryGetValue(construct, out var count) ? count + 1 : throw new InvalidOperationException($"'{construct}' is no construct of the table.");
        }

        var found = all.Select(c => places[FamilyOf(c)]).Distinct().Order().ToArray();
        for (var a = 0; a < found.Length; a++)
        {
            for (var b = a; b < found.Length; b++)
            {
                if (a != b && impossible[found[a], found[b]])
                {
                    throw new InvalidOperationException($"'{constructs[found[a]]}' and '{constructs[found[b]]}' stand in one definition, which was said to be impossible.");
                }

                pairs[found[a], found[b]]++;
            }
        }
    }

    /// <summary>Constructs that a definition should have: one with several others it was not seen with yet, and some that were used least.</summary>
    public IReadOnlyList<string> Wanted(Random random, int count)
    {
        var rows = Enumerable.Range(0, constructs.Length).Select(a => (A: a, Missing: MissingOf(a))).Where(r => r.Missing.Count > 0).ToList();
        var wanted = new List<string>();
        if (rows.Count > 0)
        {
            var (construct, missing) = random.Chance(0.5) ? rows.MaxBy(r => r.Missing.Count) : random.Pick(rows);
            var others = missing.ToArray();
            random.Shuffle(others);
            wanted.AddRange(others.Take(count - 2).Prepend(construct).Select(f => MemberOf(constructs[f], random)));
        }

        var least = uses.Values.Min();
        wanted.AddRange(random.GetItems(Single.Where(c => uses[c] <= least + 1).ToArray(), Math.Max(1, count - wanted.Count)));
        return [.. wanted.Distinct()];
    }

    private string MemberOf(string family, Random random) => random.Pick(Single.Where(c => FamilyOf(c) == family).OrderBy(c => uses[c]).Take(3).ToList());

    /// <summary>A construct without the type it is used on, and whether that may be null.</summary>
    private static string FamilyOf(string construct) =>
        construct.StartsWith("type", StringComparison.Ordinal) ? construct
        : (construct.IndexOf('<', StringComparison.Ordinal) is > 0 and var at ? construct[..at] : construct).Replace("?", "", StringComparison.Ordinal);

    private List<int> MissingOf(int a) =>
        [.. Enumerable.Range(0, constructs.Length).Where(b => a != b && !impossible[Math.Min(a, b), Math.Max(a, b)] && pairs[Math.Min(a, b), Math.Max(a, b)] == 0)];

    private IEnumerable<(int A, int B)> Places() =>
        Enumerable.Range(0, constructs.Length).SelectMany(a => Enumerable.Range(a + 1, constructs.Length - a - 1).Select(b => (a, b)));

    private void Exclude(IEnumerable<string> some, IEnumerable<string> others)
    {
        foreach (var a in some.Select(s => places[s]))
        {
            foreach (var b in others.Select(o => places[o]).Where(b => b != a))
            {
                impossible[Math.Min(a, b), Math.Max(a, b)] = true;
            }
        }
    }

    private void ExcludeSelf()
    {
        for (var i = 0; i < constructs.Length; i++)
        {
            impossible[i, i] = true;
        }
    }
}
