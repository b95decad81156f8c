using Xunit;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("TypedFeatures.Parity.Tests.LongestFirst", "TypedFeatures.Parity.Tests")]

namespace TypedFeatures.Parity.Tests;

/// <summary>Begins with the classes that take longest, so that none of them is left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
        [nameof(ClickHouseHandCaseTests), nameof(RandomHistoriesTests), nameof(ClickHouseMutationTests), nameof(RandomLabelsTests), nameof(HarnessTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Place);

    // Each class is a collection, named after it.
    private static int Place(ITestCollection collection) =>
        Array.FindIndex(Longest, name => collection.DisplayName.EndsWith('.' + name, StringComparison.Ordinal)) is >= 0 and var place ? place : Longest.Length;
}
