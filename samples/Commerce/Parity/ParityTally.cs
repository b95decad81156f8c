using System.Globalization;

namespace Commerce.Parity;

/// <summary>What was compared, and what differed.</summary>
internal sealed class ParityTally
{
    private const int Shown = 20;

    private readonly List<Difference> differences = [];

    /// <summary>Single values compared three ways (reference, SQL, online): those at the knowledge instants themselves.</summary>
    public long Values { get; private set; }

    /// <summary>Single values compared two ways (reference, online): those read later than the knowledge instant.</summary>
    public long LaterValues { get; private set; }

    /// <summary>How many values differ.</summary>
    public long Mismatches { get; private set; }

    /// <summary>Entities at knowledge instants.</summary>
    public long Entities { get; private set; }

    /// <summary>Those of them that have rows.</summary>
    public long EntitiesWithRows { get; private set; }

    /// <summary>The first few differences.</summary>
    public IReadOnlyList<Difference> Differences => differences;

    /// <summary>The last line of the program.</summary>
    public string ClosingLine => string.Create(CultureInfo.InvariantCulture, $"parity: {Mismatches} mismatches in {Values} values");

    /// <summary>0 where every value agrees, else 1.</summary>
    public int ExitCode => Mismatches == 0 ? 0 : 1;

    public void AddThreeWay(int values, bool isFound, IEnumerable<Difference> found)
    {
        Values += values;
        Entities++;
        EntitiesWithRows += isFound ? 1 : 0;
        Add(found);
    }

    public void AddLater(int values, IEnumerable<Difference> found)
    {
        LaterValues += values;
        Add(found);
    }

    private void Add(IEnumerable<Difference> found)
    {
        foreach (var difference in found)
        {
            Mismatches++;
            if (differences.Count < Shown)
            {
                differences.Add(difference);
            }
        }
    }
}
