using Xunit;

namespace TypedFeatures.Tests.Meaning;

public sealed class HandoverTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Handovers");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Handovers", law);
}
