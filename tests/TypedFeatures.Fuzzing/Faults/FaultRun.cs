using System.Diagnostics;
using System.Globalization;

namespace TypedFeatures.Fuzzing.Faults;

/// <summary>Plants faults out of a seed of one's choice: whether they are found must not hang on the seed that the tests have.</summary>
public static class FaultRun
{
    /// <summary>Whether all faults whose name has a text are found.</summary>
    public static async Task<bool> RunAsync(int seed, string text, Action<string> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        var all = true;
        await using var finder = FaultFinder.WithBudget(seed);
        foreach (var fault in PlantedFaults.All.Where(f => f.ToString().Contains(text, StringComparison.Ordinal)))
        {
            var clock = Stopwatch.StartNew();
            var (definition, difference) = await finder.FindAsync(fault);
            all &= definition is not null;
            say(string.Create(CultureInfo.InvariantCulture, $"{fault}: {(definition is { } place ? $"definition {place}, {difference}" : "NOT FOUND")} ({clock.Elapsed.TotalSeconds:0.0} s)"));
        }

        return all;
    }
}
