using System.Text;

namespace TypedFeatures.Tests.Store;

/// <summary>
/// Vectors from the specification's own sanity checks and from widely published ones; the longer inputs run through stripes, words and single bytes.
/// </summary>
public sealed class XxHash64Tests
{
    [Theory]
    [InlineData("", 0UL, 0xEF46DB3751D8E999UL)]
    [InlineData("a", 0UL, 0xD24EC4F1A98C6E5BUL)]
    [InlineData("abc", 0UL, 0x44BC2CF5AD770999UL)]
    [InlineData("Nobody inspects the spammish repetition", 0UL, 0xFBCEA83C8A378BF1UL)]
    public void Hash_IsTheStandards(string text, ulong seed, ulong expected) => XxHash64.Of(Encoding.UTF8.GetBytes(text), seed).ShouldBe(expected);

    [Theory]
    [InlineData(0, 0x9E3779B1UL, 0xAC75FDA2929B17EFUL)]
    [InlineData(1, 0UL, 0xE934A84ADB052768UL)]
    [InlineData(1, 0x9E3779B1UL, 0x5014607643A9B4C3UL)]
    [InlineData(4, 0UL, 0x9136A0DCA57457EEUL)]
    [InlineData(14, 0UL, 0x8282DCC4994E35C8UL)]
    [InlineData(14, 0x9E3779B1UL, 0xC3BD6BF63DEB6DF0UL)]
    [InlineData(222, 0UL, 0xB641AE8CB691C174UL)]
    [InlineData(222, 0x9E3779B1UL, 0x20CB8AB7AE10C14AUL)]
    public void Hash_OfTheStandardsBytes_IsTheStandards(int length, ulong seed, ulong expected)
    {
        // xxHash's own sanity buffer.
        var bytes = new byte[length];
        ulong generator = 2654435761;
        for (var i = 0; i < length; i++)
        {
            bytes[i] = (byte)(generator >> 56);
            generator = unchecked(generator * 11400714785074694797UL);
        }

        XxHash64.Of(bytes, seed).ShouldBe(expected);
    }
}
