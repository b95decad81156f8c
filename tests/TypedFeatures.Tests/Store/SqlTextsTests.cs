using TypedFeatures.Plans;

namespace TypedFeatures.Tests.Store;

/// <summary>Plans are read from the constants of a generated class.</summary>
public sealed class SqlTextsTests
{
    [Fact]
    public void Plans_AreTheConstantsOfTheirNames() =>
        EnginePlans.Of(typeof(Texts), "duckdb", "CREATE INDEX a", "CREATE INDEX b").ShouldBe(new EnginePlans(
            "duckdb", "the training", "everything", "the snapshot", "the feed", "the feed of keys", EquatableArray.Of("CREATE INDEX a", "CREATE INDEX b")));

    [Fact]
    public void ClassWithoutATextOfThatName_IsRefusedByName() =>
        Should.Throw<ArgumentException>(() => LabelPlans.Of(typeof(NoTexts), "duckdb")).Message.ShouldContain("'TypedFeatures.Tests.Store.SqlTextsTests+NoTexts' has no text called Training");

    private static class Texts
    {
        public const string Training = "the training";
        public const string TrainingKnowingEverything = "everything";
        public const string Snapshot = "the snapshot";
        public const string StateFeed = "the feed";
        public const string StateFeedOfKeys = "the feed of keys";
    }

    private static class NoTexts
    {
        public static readonly string Training = "computed";
    }
}
