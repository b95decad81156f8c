using Shop;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using static TypedFeatures.Duration;

namespace TypedFeatures.Tests.Meaning;

/// <summary>Another view's snapshots as a dimension.</summary>
public sealed class ViewJoinTests
{
    [Theory]
    [MemberData(nameof(Laws))]
    public void Reference_SaysWhatWasWorkedOut(string law) => HandTheory.Check("Views over views", law);

    public static TheoryData<string> Laws() => HandTheory.LawsOf("Views over views");

    [Fact]
    public void Grid_ThatIsNoLength_IsRefused()
    {
        var view = ReferenceEvaluation.View<UserPurchases>(new ReferenceMoment(DateTime.UnixEpoch), [], at => UserPurchases.Query(at, [], []));

        Should.Throw<ArgumentOutOfRangeException>(() => view.Snapshots(TimeSpan.Zero));
        Should.Throw<ArgumentOutOfRangeException>(() => view.Snapshots(-Days(1)));
        Should.Throw<ArgumentOutOfRangeException>(() => view.Snapshots(TimeSpan.FromTicks(15)));
    }

    [Theory]
    [InlineData(100, null, 0, true)]
    [InlineData(100, null, -99, true)]
    [InlineData(100, null, -100, false)]
    [InlineData(100, 40L, -120, true)]
    [InlineData(100, 40L, -121, false)]
    public void LookBack_LeavesOutItsStart_AndATileTakesItIn(long length, long? tile, long eventTime, bool reaches) =>
        new LookBack(length, tile).Reaches(eventTime, asOf: 0).ShouldBe(reaches);
}
