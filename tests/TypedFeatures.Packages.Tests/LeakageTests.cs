using TypedFeatures.Packages.Tests.Feed;

namespace TypedFeatures.Packages.Tests;

/// <summary>What would see the future, or mean something else elsewhere, fails the build of a user's project: one project holds all cases and is built once.</summary>
[Collection(PackedFeedTests.Name)]
public sealed class LeakageTests(LeakageTests.BuiltLeaks leaks) : IClassFixture<LeakageTests.BuiltLeaks>
{
    private static readonly LeakCase[] Cases =
    [
        new("WallClock", "TF1010", "DateTime.UtcNow", "g.Last(Days(7)).Count(p => p.OccurredAt < DateTime.UtcNow)", "long"),
        new("Chance", "TF1011", "Random.Shared", "g.Last(Days(7)).Count(p => p.Amount > Random.Shared.NextDouble())", "long"),
        new("Outside", "TF1012", "File.Exists", "g.Last(Days(7)).Count(p => File.Exists(p.Category))", "long"),
        new("HashCode", "TF1014", "GetHashCode", "g.Last(Days(7)).Count(p => p.Category.GetHashCode() > 3)", "long"),
        new("OutcomeColumn", "TF1020", "p.ChargedBack", "g.Last(Days(7)).Count(p => p.ChargedBack)", "long"),
        new("OutcomeThroughLet", "TF1020", "p.ChargedBack", "g.Last(Days(7)).Max(p => p.Amount)", Query: "let lost = p.ChargedBack where !lost"),
        new("OutcomeInFilter", "TF1020", "!p.ChargedBack", "g.Last(Days(7)).Max(p => p.Amount)", Query: "where !p.ChargedBack"),
        new("IngestTime", "TF1022", "p.IngestedAt", "g.Last(Days(7)).Count(p => p.IngestedAt.Hour < 6)", "long", Severity: "warning"),
        new("Outcomes", "TF2062", "Outcomes<Purchase> future", "g.Last(Days(7)).Average(p => p.Amount)", Parameters: "Events<Purchase> purchases, Outcomes<Purchase> future"),
        new("Division", "TF1001", "p.Amount / p.Quantity", "g.Last(Days(7)).Sum(p => p.Amount / p.Quantity)"),
        new("DivisionInFilter", "TF1001", "where 100 / p.Amount", "g.Last(Days(7)).Max(p => p.Amount)", Query: "where 100 / p.Amount > 2"),
        new("Culture", "TF1004", "ToLowerInvariant", "g.Last(Days(7)).Count(p => p.Category.ToLowerInvariant() == \"books\")", "long"),
        new("NullDefault", "TF2012", "Mode", "g.Last(Days(7)).Mode(p => p.Category)!", "string"),
    ];

    public static TheoryData<LeakCase> All => [.. Cases];

    [Theory]
    [MemberData(nameof(All))]
    public void ALeak_FailsTheBuild_AtItsLine(LeakCase leak)
    {
        ArgumentNullException.ThrowIfNull(leak);
        leaks.Build.Diagnostics.Where(d => d.File == leak.Name + ".cs").Select(d => d.ToString()).ShouldBe([leak.Complaint], leaks.Build.Text);
    }

    /// <summary>The sources, view, label and service beside them are clean.</summary>
    [Fact]
    public void NothingElse_IsReported() => leaks.Build.ShouldComplain([.. Cases.Select(c => c.Complaint)]);

    /// <summary>The project with all the leaks, built.</summary>
    public sealed class BuiltLeaks
    {
        public BuiltLeaks(PackedFeed feed)
        {
            var project = new NewProject(feed, "Leaking").Package("TypedFeatures").Files("Console/Shop.cs");
            foreach (var leak in Cases)
            {
                project.File(leak.Name + ".cs", leak.Source);
            }

            Build = project.Build();
        }

        internal Build Build { get; }
    }
}
