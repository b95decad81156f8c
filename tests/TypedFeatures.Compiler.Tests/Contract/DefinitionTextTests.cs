using TypedFeatures.Compiler.Contract;

namespace TypedFeatures.Compiler.Tests.Contract;

public class DefinitionTextTests
{
    [Fact]
    public void Text_IsTheRecordWithItsAttributesAndTheCommentsAboveIt() => Of("""
        using TypedFeatures;
        namespace Test;
        // not of the record

        // of the record
        /// <summary>A <see cref="Users"/>.</summary>
        [FeatureView("users")]
        public sealed partial record Users
        {

            public int A { get; init; } // ends
        }   // after it
        public sealed record Other;
        """).ShouldBe([
            "// of the record",
            "/// <summary>A <see cref=\"Users\"/>.</summary>",
            "[FeatureView(\"users\")]",
            "public sealed partial record Users",
            "{",
            "",
            "    public int A { get; init; } // ends",
            "}",
        ]);

    [Fact]
    public void PartsOfAPartialRecord_FollowEachOther() => Of(
        "[TypedFeatures.FeatureView(\"users\")]\npublic sealed partial record Users { }",
        "namespace Other;\n",
        "#pragma warning disable CS1591 // not of the record\n\tpublic sealed partial record Users\r\n\t{\r\n\t}")
        .ShouldBe(["[TypedFeatures.FeatureView(\"users\")]", "public sealed partial record Users { }", "\tpublic sealed partial record Users", "\t{", "\t}"]);

    private static IEnumerable<string> Of(params string[] sources) =>
        DefinitionText.Of(DefinitionContracts.In(TestCode.Compile(sources).Assembly.GlobalNamespace).Single(), CancellationToken.None);
}
