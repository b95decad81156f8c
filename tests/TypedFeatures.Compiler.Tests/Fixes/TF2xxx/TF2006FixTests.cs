using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2006FixTests
{
    private static readonly TF2006Fixes Fixes = new();

    private static string View(string length, string members) => TestView.Source(
        "public long Value { get; init; }",
        $$"""from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.Last({{length}}).Count() }""",
        members);

    [Theory]
    [InlineData("static TimeSpan month = Days(30);", "static readonly TimeSpan month = Days(30);")]
    [InlineData("private static TimeSpan month = Days(30); // about", "private static readonly TimeSpan month = Days(30); // about")]
    public Task FieldWithAConstantLength_BecomesReadonly(string field, string fixedField) => FixTest.FixesAsync(Fixes, "readonly", View("month", field), View("month", fixedField));

    [Theory]
    [InlineData("TimeSpan.FromDays(-1)", "TimeSpan.FromDays(1)")]
    [InlineData("-Days(7)", "Days(7)")]
    public Task NegativeLength_BecomesPositive(string length, string fixedLength) => FixTest.FixesAsync(Fixes, "positive", View(length, ""), View(fixedLength, ""));

    [Theory]
    [InlineData("TimeSpan.Zero", "")]
    [InlineData("month", "static TimeSpan month = Days(30); static void Change() => month = Days(31);")]
    [InlineData("month", "static TimeSpan month;")]
    public Task LengthThatChanges_HasNoFix(string length, string members) => FixTest.OffersAsync(Fixes, View(length, members));
}
