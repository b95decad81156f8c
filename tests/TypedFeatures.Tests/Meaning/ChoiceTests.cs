using Xunit;

namespace TypedFeatures.Tests.Meaning;

public sealed class ChoiceTests
{
    public static TheoryData<string> Laws => HandTheory.LawsOf("Choices");

    [Theory]
    [MemberData(nameof(Laws))]
    public void Law_HoldsByHand(string law) => HandTheory.Check("Choices", law);
}
