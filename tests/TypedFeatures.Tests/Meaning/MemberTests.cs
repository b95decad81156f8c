using Xunit;

namespace TypedFeatures.Tests.Meaning;

public sealed class MemberTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Members");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Members", law);
}
