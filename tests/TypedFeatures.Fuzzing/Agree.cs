using System.Globalization;
using TypedFeatures.Parity;
using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing;

/// <summary>Checks one case on every path: what tests made of the fuzzer's explanations call.</summary>
public static class Agree
{
    /// <summary>Fails unless every path says the same of an entity at an instant.</summary>
    /// <param name="view">The view.</param>
    /// <param name="rows">The rows, in order of arrival.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="key">The parts of the key as declared.</param>
    public static async Task EverywhereAsync(CompiledView view, IReadOnlyList<object> rows, DateTime asOf, params object[] key)
    {
        ArgumentNullException.ThrowIfNull(view);
        var results = await view.RunAsync(Engines.All, rows, [new(view.Key(key), asOf)]);
        var expected = results.Single(r => r.Path == "reference");
        foreach (var result in results.Where(r => r != expected && !IsNobody(r)))
        {
            var (wanted, was) = (Say(expected), Say(result));
            if (wanted != was)
            {
                throw new InvalidOperationException($"{result.Path} says {was}; the reference says {wanted}. {(result.Failure ?? expected.Failure)?.Message}");
            }
        }

        // The reference's own features do not say whether it found the entity; the others must at least say the same.
        var sayings = results.Where(r => r is { Failure: null, Found: not null }).ToLookup(r => r.Found!.Value, r => r.Path);
        if (sayings.Count > 1)
        {
            throw new InvalidOperationException($"The entity is found by {string.Join(", ", sayings[true])}, and not by {string.Join(", ", sayings[false])}.");
        }
    }

    /// <summary>A snapshot leaves out who is not found.</summary>
    private static bool IsNobody(PathResult result) => result is { Values: null, Found: false };

    // Fifteen digits: sums of doubles in another order differ in the last.
    private static string Say(PathResult result) => result.Failure is not null
        ? "a failure"
        : string.Join(", ", result.Values!.Select(v => $"{v.Key} = {(Say(v.Value))}"));

    private static string Say(object? value) => value switch
    {
        double d => d.ToString("G9", CultureInfo.InvariantCulture),
        string => HistoryText.Literal(value),
        System.Collections.IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Say)) + "]",
        _ => HistoryText.Literal(value),
    };
}
