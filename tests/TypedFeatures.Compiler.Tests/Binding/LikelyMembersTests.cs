using TypedFeatures.Compiler.Tests.Rules;

namespace TypedFeatures.Compiler.Tests.Binding;

/// <summary>What somebody who knows C# is likely to try in a definition: it works, or the message names the remedy.</summary>
public sealed class LikelyMembersTests
{
    public static TheoryData<string, string, string> Refused => new()
    {
        // What is tried, its type, and the remedy that the message must name.
        { "bool?", "o.OccurredAt < DateTime.UtcNow", "g.AsOf" },
        { "bool?", "o.OccurredAt < DateTime.Now", "g.AsOf" },
        { "bool?", "o.OccurredAt.Date == DateTime.Today", "g.AsOf" },
        { "long?", "o.OccurredAt.Ticks", "TotalMicroseconds" },
        { "long?", "o.Delay.Ticks", "TotalMicroseconds" },
        { "string?", "o.OccurredAt.ToString()", "CultureInfo.InvariantCulture" },
        { "string?", "o.OccurredAt.ToString(\"O\")", "CultureInfo.InvariantCulture" },
        { "string?", "o.Day.ToString()", "CultureInfo.InvariantCulture" },
        { "string?", "o.Quantity.ToString()", "CultureInfo.InvariantCulture" },
        { "string?", "o.Price.ToString(System.Globalization.CultureInfo.InvariantCulture)", "leave numbers" },
        { "string?", "$\"{o.OccurredAt:yyyy-MM}\"", "join texts" },
        { "string?", "$\"{o.Price}\"", "integers in the invariant culture" },
        { "DateTime?", "o.OccurredAt.ToLocalTime()", "TimeSpan column" },
        { "DateTime?", "o.OccurredAt.AddDays(o.Price)", "whole number" },
        { "DateTime?", "o.OccurredAt.AddTicks(o.Units)", "TimeSpan.FromMicroseconds" },
        { "TimeSpan?", "o.Delay * 2", "TotalSeconds" },
        { "TimeSpan?", "TimeSpan.FromHours(o.Price)", "whole number" },
        { "DateTime?", "DateTime.Parse(o.Category)", "Ingest a column" },
        { "int?", "int.Parse(o.Category)", "Ingest a column" },
        { "double?", "double.Parse(o.Category)", "Ingest a column" },
        { "int?", "Convert.ToInt32(o.Price)", "checked((int)x)" },
        { "int?", "(int)o.Price", "checked(" },
        { "int?", "o.Quantity + 1", "checked(" },
        { "double?", "o.Price / o.Price", "Numeric.Ratio" },
        { "double?", "o.Price % 2.5", "not supported" },
        { "double?", "Math.Log(o.Price)", "Numeric.Log" },
        { "double?", "Math.Log10(o.Price)", "Numeric.Log10" },
        { "double?", "Math.Sqrt(o.Price)", "Numeric.Sqrt" },
        { "double?", "Math.Pow(o.Price, 2)", "Numeric.Pow" },
        { "double?", "Math.Exp(o.Price)", "Numeric.Exp" },
        { "double?", "Math.Cbrt(o.Price)", "Numeric.Pow" },
        { "double?", "Math.Sin(o.Price)", "in the model" },
        { "double?", "Math.Atan2(o.Price, 1)", "in the model" },
        { "double?", "Math.Round(o.Price, 2)", "Math.Round(x)" },
        { "float?", "o.Weight * 2", "double" },
        { "bool?", "double.IsNaN(o.Price)", "null" },
        { "bool?", "o.Category.Contains(\"a\")", "StringComparison.Ordinal" },
        { "bool?", "o.Category.StartsWith(\"a\", StringComparison.OrdinalIgnoreCase)", "Text.LowerAscii" },
        { "string?", "o.Category.ToLowerInvariant()", "Text.LowerAscii" },
        { "string?", "o.Category.ToUpper()", "Text.UpperAscii" },
        { "string?", "o.Category.Trim()", "Text.TrimAscii" },
        { "string?", "o.Category.Substring(0, 3)", "Text.Left" },
        { "string?", "o.Category[..3]", "Text.Left" },
        { "string?", "o.Category.PadLeft(8)", "a number" },
        { "int?", "o.Category.Split(',').Length", "StartsWith" },
        { "int?", "o.Category.LastIndexOf(\"a\", StringComparison.Ordinal)", "IndexOf" },
        { "int?", "o.Category.CompareTo(\"a\")", "Text.Compare" },
        { "int?", "string.CompareOrdinal(o.Category, \"a\")", "Text.Compare" },
        { "string?", "string.Format(\"{0}\", o.Category)", "Join texts" },
        { "string?", "string.Join(\",\", o.Category, o.Region)", "+" },
        { "bool?", "string.IsNullOrWhiteSpace(o.Category)", "Text.TrimAscii" },
        { "bool?", "System.Text.RegularExpressions.Regex.IsMatch(o.Category, \"a+\")", "StartsWith" },
        { "int?", "o.Category.GetHashCode()", "Encode.Hash" },
        { "int?", "HashCode.Combine(o.Category, o.Region)", "Encode.Hash" },
        { "Guid?", "Guid.NewGuid()", "Encode.Hash" },
        { "int?", "Random.Shared.Next()", "Encode.Hash" },
        { "bool?", "o.Quantity.Equals(3)", "==" },
        { "int?", "o.Quantity.CompareTo(3)", "<, == or >" },
        { "bool?", "Enum.IsDefined(o.Status)", "members" },
        { "bool?", "o.Status.HasFlag(OrderStatus.Completed)", "[StoredAs(EnumStorage.Number)]" },
        { "bool?", "System.Linq.Enumerable.Any(o.Category)", "no loops" },
        { "int?", "o.Quantity << 2", "multiply" },
    };

    public static TheoryData<string, string> Supported => new()
    {
        { "DateTime?", "o.OccurredAt.AddMonths(1)" },
        { "DateTime?", "o.ShippedAt?.AddYears(-1)" },
        { "DateTime?", "o.OccurredAt.AddMicroseconds(5)" },
        { "DateTime?", "o.OccurredAt.AddTicks(50)" },
        { "DateOnly?", "o.Day.AddMonths(o.Quantity)" },
        { "DateOnly?", "o.Day.AddYears(o.Quantity)" },
        { "DateTime?", "o.Day.ToDateTime(TimeOnly.MinValue)" },
        { "DateTime?", "o.Day.ToDateTime(new TimeOnly(8, 30))" },
        { "string?", "Text.Left(o.Category, 3)" },
        { "string?", "Text.Right(o.Email, 3)" },
        { "string?", "o.Email ?? string.Empty" },
        { "bool?", "o.Category is \"a\" or \"b\"" },
        { "bool?", "o.Category is not (\"a\" or \"b\")" },
        { "bool?", "o.Email is not null and not \"\"" },
        { "bool?", "o.Email is { Length: > 3 }" },
        { "bool?", "o.Quantity is >= 1 and <= 5 or 9" },
        { "bool?", "o.Status is not OrderStatus.Pending" },
        { "bool?", "o.Previous is OrderStatus.Pending or null" },
        { "bool?", "o is { Status: OrderStatus.Completed, Amount: > 3, ShippedAt.Year: 2024 }" },
        { "bool?", "o is { Email.Length: 3 }" },
        { "int?", "o.ShippedAt?.Date.AddDays(1).Year" },
        { "int?", "o.ShippedAt?.AddMonths(1).TimeOfDay.Hours" },
        { "int?", "o.Email?.Replace(\"a\", \"b\")?.Length" },
        { "string?", "o.Amount switch { null => \"none\", < 0 => \"low\", < 10 => \"mid\", _ => \"high\" }" },
        { "string?", "(o.IsGift, o.Status) switch { (true, OrderStatus.Completed) => \"a\", (false, _) => \"b\", _ => null }" },
        { "string?", "o.Status switch { OrderStatus.Pending => \"p\", OrderStatus.Completed => \"c\", OrderStatus.Refunded => \"r\" }" },
        { "bool?", "o.Delay > Week" },
        { "bool?", "o.Delay > Span" },
        { "bool?", "o.OccurredAt >= Launch" },
        { "bool?", "o.Token == Known" },
        { "bool?", "o.Day >= Opening" },
        { "bool?", "o.Delay > Ours" },
        { "bool?", "Names.Contains(o.Category)" },
        { "bool?", "Statuses.Contains(o.Status)" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task WhatCannotBeMadeEqual_IsRefusedWithItsRemedy(string type, string value, string remedy)
    {
        var compilation = TestCode.CompileValid(Source(type, value));

        var diagnostics = await TestCode.AnalyzeAsync(compilation);

        diagnostics.Length.ShouldBe(1, string.Join("\n", diagnostics));
        diagnostics[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain(remedy);
        TestCode.BindView(compilation, TestView.TypeName).Value.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Supported))]
    public Task WhatIsLikelyToBeTried_Works(string type, string value) => RuleTest.AllowsAsync(Source(type, value));

    private static string Source(string type, string value) => "using System.Linq;\n" + TestView.Source(
        $"public {type} Value {{ get; init; }}",
        $$"""from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Latest(o => {{value}}) }""",
        """
        private static readonly TimeSpan Week = TimeSpan.FromDays(7);
            private static readonly TimeSpan Ours = Days(7) + Hours(1);
            private static readonly TimeSpan Span = new TimeSpan(7, 0, 0, 0);
            private static readonly DateTime Launch = new(2024, 5, 1, 12, 0, 0, DateTimeKind.Utc);
            private static readonly DateOnly Opening = new(2024, 5, 1);
            private static readonly Guid Known = Guid.Parse("5e3f8a52-0000-4000-8000-000000000001");
            private static readonly string[] Names = ["a", "b"];
            private static readonly OrderStatus[] Statuses = [OrderStatus.Pending, OrderStatus.Completed];
        """);
}
