using TypedFeatures.Plans;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Contract;

public sealed class LockFileTests
{
    private const string Entry = """
        {
          "format": 1,
          "definitions": [
            {
              "kind": "view", "name": "v", "version": 1,
              "type": "Test.V",
              "features": [
                {"id": "a", "property": "A", "type": "Int64"}
              ]
            }
          ]
        }
        """;

    [Fact]
    public void WhatIsPrinted_IsReadBack()
    {
        foreach (var file in new[] { LockFile.Empty, ContractCode.Locked(ContractCode.Shop), ContractCode.Released(ContractCode.Shop) })
        {
            LockFile.Parse(file.Print()).ShouldBe(file);
            LockFile.Parse(file.Print()).Print().ShouldBe(file.Print());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void WhateverIsPrinted_IsReadBack(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 50; i++)
        {
            var file = RandomContracts.File(random);
            LockFile.Parse(file.Print()).ShouldBe(file, $"seed {seed}, file {i}:\n{file.Print()}");
        }
    }

    [Fact]
    public void ItIsJson_OnLinesOfItsOwnWithNoCarriageReturns()
    {
        var text = ContractCode.Released(ContractCode.Shop).Print();

        text.ShouldNotContain("\r");
        text.ShouldEndWith("}\n");
        using var json = System.Text.Json.JsonDocument.Parse(text);
        var view = json.RootElement.GetProperty("definitions").EnumerateArray().First(d => d.GetProperty("name").GetString() == "user_orders");
        var ids = view.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetString()!).ToList();
        ids.ShouldBe(["average30d", "favourite90d", "first_quantity", "last_email", "last_quantity", "last_status", "max_price90d", "orders7d", "spend30d"]);
        foreach (var id in ids)
        {
            text.Split('\n').Count(line => line.TrimStart().StartsWith($"{{\"id\": \"{id}\"", StringComparison.Ordinal)).ShouldBe(1, "a feature has one line");
        }
    }

    [Fact]
    public void AChangeOfOneFeature_IsAChangeOfOneLine()
    {
        var before = ContractCode.Locked(ContractCode.Shop).Print().Split('\n');
        var after = ContractCode.Locked(ContractCode.Edit("Orders7d = g.Last(Days(7))", "Orders7d = g.Last(Days(8))")).Print().Split('\n');
        before.Zip(after).Count(lines => lines.First != lines.Second).ShouldBe(1);
        after.Length.ShouldBe(before.Length);
    }

    [Fact]
    public void ItSaysWhatADefinitionPromises()
    {
        var text = ContractCode.Released(ContractCode.Shop).Print();

        text.ShouldContain("""{"id": "max_price90d", "property": "MaxPrice90d", "type": "Double", "released": true, "hash": """);
        text.ShouldContain("""
            "default": "0", "aggregates": ["Max"], "windows": ["90d"], "sources": ["orders", "shops"], "columns": ["orders.price"]}
            """);
        text.ShouldContain("\"onlineTtl\": \"400d\"");
        text.ShouldContain("\"lookBack\": \"90d\"");
        text.ShouldContain("\"maxAge\": \"30d\"");
        text.ShouldContain("\"horizon\": \"60d\"");
        text.ShouldContain("\"usedBy\": [\"checkout v3\"]");
        text.ShouldContain("""{"name": "email", "type": "String?", "pii": true}""");
        text.ShouldContain("""{"name": "occurred_at", "type": "DateTime", "role": "eventTime"}""");
        text.ShouldContain("""{"id": "amount", "property": "Amount", "type": "Double", "released": true, "origin": "request"}""");
        text.ShouldContain("""
            "vector": ["user_orders7d", "user_average30d", "user_spend30d", "user_max_price90d", "user_last_quantity", "user_first_quantity", "user_last_status", "user_last_email", "user_favourite90d", "risk_scored_at", "risk_score", "risk_embedding", "amount", "share", "doubled"]
            """);
    }

    [Fact]
    public void ItIsAFunctionOfTheContracts_WhateverTheirOrder()
    {
        var contracts = ContractCode.Contracts(ContractCode.Shop);
        LockFile.Of(contracts.Reverse()).Print().ShouldBe(LockFile.Of(contracts).Print());
    }

    public static TheoryData<string, string, int, int, string> Errors => new()
    {
        { "", "x", 1, 1, "Here stands 'x' where a value is expected." },
        { "", "", 1, 1, "Here stands the end of the file where a value is expected." },
        { "", "[]", 1, 1, "Here stands an array where an object is expected." },
        { "\"format\": 1", "\"format\": 2", 2, 13, "The file has format 2, and this version of TypedFeatures knows formats up to 1. Update its package." },
        { "\"format\": 1", "\"format\": 0", 2, 13, "There is no format 0; the first is 1." },
        { "\"format\": 1,\n", "", 1, 1, "\"format\" is missing here." },
        { "\"format\": 1", "\"format\": 01", 2, 13, "'01' is no whole number of 64 bits, written without leading zeros." },
        { "\"format\": 1", "\"format\": 1.0", 2, 13, "'1.0' is no whole number of 64 bits, written without leading zeros." },
        { "\"format\": 1", "\"format\": \"1\"", 2, 13, "\"format\" is a text where a number is expected." },
        { "\"format\": 1", "\"format\": null", 2, 13, "Here stands 'n' where a value is expected." },
        { "\"kind\": \"view\"", "\"kind\": \"window\"", 5, 15, "'window' is none of view, table, label, service." },
        { "\"version\": 1", "\"version\": 0", 5, 47, "0 is no version; they count from 1." },
        { "\"type\": \"Test.V\"", "\"typ\": \"Test.V\"", 4, 5, "\"type\" is missing here." },
        { "\"type\": \"Test.V\"", "\"type\": \"Test.V\", \"colour\": \"red\"", 6, 25, "\"colour\" means nothing here. Was it misspelled, or written by a newer version of TypedFeatures?" },
        { "\"type\": \"Test.V\"", "\"type\": \"Test.V\", \"type\": \"Test.V\"", 6, 25, "\"type\" stands here twice. Keep one; a merge may have left both." },
        { "\"type\": \"Test.V\"", "\"type\": \"Test.V\", \"onlineTtl\": \"7 days\"", 6, 38, "'7 days' is no length of time such as 7d, 12h, 30m or 15s." },
        { "\"type\": \"Test.V\"", "\"type\": \"Test.V\", \"retired\": \"2027-02-30\"", 6, 36, "'2027-02-30' is no date of the form 2027-01-31." },
        { "\"Int64\"}", "\"Int65\"}", 8, 46, "'Int65' is no type of a feature." },
        { "\"Int64\"}", "\"Int64\"},", 9, 7, "Here stands ']' where a value is expected." },
        { "\"Int64\"}", "\"Int64}", 8, 53, "Here stands the end of the line where the quote that ends the text is expected." },
        { "\"Int64\"}", "\"Int64\"}, {\"id\": \"A\", \"property\": \"A\", \"type\": \"Int64\"}", 8, 56, "The feature 'A' stands here twice. Keep one; a merge may have left both." },
        { "\"Int64\"}", "\"\\x\"}", 8, 48, "Here stands 'x' where what may follow a backslash in JSON is expected." },
        { "  ]\n}", "  ]\n} }", 12, 3, "Here stands '}' where the end of the file is expected." },
        { "\"format\": 1", "\"format\": " + new string('[', 100_000), 2, 44, "Nothing in a lock file is nested 32 deep." },
        { "\"format\": 1,", "<<<<<<< ours", 2, 3, "Here stands '<' where a name in quotes is expected." },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void WhatIsNoLockFile_IsAnErrorThatSaysWhere(string before, string after, int line, int column, string message)
    {
        LockFile.Parse(Entry).Definitions.Count.ShouldBe(1);
        var text = before.Length == 0 ? after : Entry.Replace(before, after, StringComparison.Ordinal);
        text.ShouldNotBe(Entry);

        var error = Should.Throw<LockFileException>(() => LockFile.Parse(text));

        (error.Reason, error.Line, error.Column).ShouldBe((message, line, column));
    }

    [Fact]
    public void ADefinitionTwice_IsAnError()
    {
        var entry = Entry[Entry.IndexOf("    {", StringComparison.Ordinal)..(Entry.LastIndexOf("    }", StringComparison.Ordinal) + 5)];
        Should.Throw<LockFileException>(() => LockFile.Parse(Entry.Replace(entry, entry + "," + entry, StringComparison.Ordinal)))
            .Reason.ShouldBe("The feature view 'v' version 1 stands here twice. Keep one; a merge may have left both.");
    }

    [Fact]
    public void OneVersionTwice_IsRefused()
    {
        var contracts = ContractCode.Contracts(ContractCode.Shop);
        Should.Throw<ArgumentException>(() => LockUpdate.Accept(LockFile.Empty, contracts.Append(contracts[0] with { TypeName = "Test.Copy" })))
            .Message.ShouldStartWith("'Test.UserOrders' and 'Test.Copy' are both the feature view 'user_orders' version 1. Give the newer of them the next version.");
    }

    [Fact]
    public void CarriageReturnsAndAByteOrderMark_AreRead() =>
        LockFile.Parse("\uFEFF" + Entry.Replace("\n", "\r\n", StringComparison.Ordinal)).ShouldBe(LockFile.Parse(Entry));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(1, "1us")]
    [InlineData(1_500, "1500us")]
    [InlineData(2_000, "2ms")]
    [InlineData(90_000_000, "90s")]
    [InlineData(5_400_000_000, "90m")]
    [InlineData(3_600_000_000, "1h")]
    [InlineData(604_800_000_000, "7d")]
    public void Lengths_AreWrittenInTheGreatestUnit_AndReadBack(long microseconds, string text)
    {
        WindowNotation.Write(microseconds).ShouldBe(text);
        WindowNotation.ReadLength(text).ShouldBe(microseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("d")]
    [InlineData("-1d")]
    [InlineData("7 d")]
    [InlineData("99999999999999999999d")]
    [InlineData("106751992d")]
    public void WhatIsNoLength_IsNotRead(string text) => WindowNotation.ReadLength(text).ShouldBeNull();

    [Fact]
    public void OldVersions_StandBesideNewOnes()
    {
        var file = LockUpdate.Accept(ContractCode.Released(ContractCode.Shop), ContractCode.Contracts(ForkTests.Forked));
        file.Definitions.Where(d => d.Identity.Name == "user_orders").Select(d => (d.Identity.Version, d.IsReleased)).ShouldBe([(1, true), (2, false)]);
    }
}
