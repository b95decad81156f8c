using System.Text.RegularExpressions;
using Commerce;
using TypedFeatures.Tests;

namespace TypedFeatures.Samples.Tests;

public sealed class CommerceRunTests
{
    private static readonly string[] Small = ["--users", "1000", "--purchases", "20000", "--labels", "1000"];

    [DuckDbTheory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    public Task OnDuckDb_EveryValueAgrees(string online) => EveryValueAgrees("duckdb", online);

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    public Task OnSqlite_EveryValueAgrees(string online) => EveryValueAgrees("sqlite", online);

    [PostgresFact]
    public async Task OnPostgres_EveryValueAgrees() =>
        await EveryValueAgrees("postgres", "memory", "--connection", (await PostgresServer.GetAsync()).ConnectionString);

    [Fact]
    public async Task WithOut_TheTrainingSetsStay_AndAnotherRunIsRefused()
    {
        using var folder = new ScratchFolder();
        string[] args = ["--engine", "sqlite", .. Small, "--out", folder.Path];
        (await CommerceCommand.RunAsync(args, TextWriter.Null)).ShouldBe(0);

        var lines = await File.ReadAllLinesAsync(Path.Combine(folder.Path, "training", "user_at_merchant.csv"));
        lines[0].ShouldStartWith("user_id,merchant_id,as_of,moment_id,is_fraud,");
        lines.Length.ShouldBe(1 + 1000);

        using var output = new StringWriter();
        (await CommerceCommand.RunAsync(args, output)).ShouldBe(1);
        output.ToString().ShouldContain("holds the history of another run");
    }

    [Theory]
    [InlineData("--online", "mongo")]
    [InlineData("--online", "redis://")]
    [InlineData("--engine", "oracle")]
    [InlineData("--users", "0")]
    public async Task AnOptionWithoutMeaning_IsRefused(string option, string value)
    {
        using var output = new StringWriter();
        (await CommerceCommand.RunAsync([option, value], output)).ShouldNotBe(0);
        output.ToString().ShouldContain(option);
    }

    private static async Task EveryValueAgrees(string engine, string online, params string[] more)
    {
        using var output = new StringWriter();
        var exitCode = await CommerceCommand.RunAsync(["--engine", engine, "--online", online, .. more, .. Small], output);
        var text = output.ToString();
        exitCode.ShouldBe(0, text);

        var closing = Regex.Match(text, @"^parity: 0 mismatches in (\d+) values$", RegexOptions.Multiline);
        closing.Success.ShouldBeTrue(text);
        text.TrimEnd().ShouldEndWith(closing.Value);
        int.Parse(closing.Groups[1].Value).ShouldBeGreaterThanOrEqualTo(100_000);

        var withRows = Regex.Match(Regex.Replace(text, @"\s*│\s*│?\s*", " "), @"(\d+)% with rows");
        withRows.Success.ShouldBeTrue(text);
        int.Parse(withRows.Groups[1].Value).ShouldBeGreaterThanOrEqualTo(70);
    }
}
