using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2001Tests
{
    [Theory]
    [InlineData("double?", "[|Math.Sqrt(o.Price)|]")]
    [InlineData("double?", "[|Math.Round(o.Price, 2)|]")]
    [InlineData("double?", "[|Math.Log(o.Price)|]")]
    [InlineData("int?", "[|Math.Sign((o.Price * o.Price) - (o.Price * o.Price))|]")]
    [InlineData("double?", "[|Math.Clamp(o.Price, 2, 1)|]")]
    [InlineData("double?", "[|Math.Clamp(o.Price, o.Price, 1)|]")]
    [InlineData("string?", "o.Category + [|o.Price|]")]
    [InlineData("string?", "$\"{o.Category}{[|o.IsGift|]}\"")]
    [InlineData("string?", "$\"{o.Category}[|{o.Region,3}|]\"")]
    [InlineData("string?", "[|o.Category.Replace(o.Region, \"a\")|]")]
    [InlineData("int?", "[|o.Quantity >> 32|]")]
    [InlineData("int?", "[|o.Quantity >> o.Quantity|]")]
    [InlineData("int?", "[|o.Quantity >>> 1|]")]
    [InlineData("int?", "[|o.Quantity % -1|]")]
    [InlineData("int?", "checked([|o.Quantity + 1|]) switch { _ => 1 }")]
    [InlineData("int?", "checked([|o.Quantity + 1|]) is var next ? 1 : 2")]
    [InlineData("bool?", "[|(long?)checked(o.Units * 2)|] == null")]
    [InlineData("bool?", "null != [|(long?)checked(o.Units * 2)|]")]
    [InlineData("bool?", "([|(long?)checked(o.Units * 2)|]).HasValue")]
    [InlineData("bool?", "[|(long?)checked(o.Units * 2)|] is long")]
    [InlineData("bool?", "[|(o.Quantity, checked(o.Units * 2))|] is (1, 2)")]
    [InlineData("bool?", "[|(checked(o.Units * 2), o.Quantity)|] is (_, 2)")]
    [InlineData("int?", "[|(o.Quantity, checked(o.Units * 2))|] switch { (1, 2) => 1, _ => 2 }")]
    [InlineData("bool?", "[|new { o.Quantity, Twice = checked(o.Units * 2) }|] is { Quantity: 1, Twice: 2 }")]
    [InlineData("long?", "[|(checked(o.Units * 2), o.Points)|].Item2")]
    [InlineData("long?", "[|new { Twice = checked(o.Units * 2), o.Points }|].Points")]
    [InlineData("bool?", "[|(o.Quantity > 1 | checked(o.Quantity + 1) > 3)|]", "o.Quantity > 1 | checked(o.Quantity + 1) > 3")]
    [InlineData("bool?", "[|o.IsRush ^ checked(o.Quantity + 1) > 3|]")]
    [InlineData("DateTime?", "[|o.OccurredAt.AddDays(o.Price)|]")]
    [InlineData("DateTime?", "[|o.OccurredAt.AddSeconds(1e-7)|]")]
    [InlineData("DateTime?", "[|o.OccurredAt.AddMicroseconds(o.Units)|]")]
    [InlineData("DateTime?", "[|o.OccurredAt.AddTicks(1)|]")]
    [InlineData("DateTime?", "[|o.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Local)|]")]
    [InlineData("string?", "[|Text.Left(o.Category, o.Quantity)|]")]
    [InlineData("string?", "[|Text.Right(o.Category, 0)|]")]
    [InlineData("bool?", "[|o.Status.HasFlag(OrderStatus.Completed)|]")]
    [InlineData("TimeSpan?", "[|TimeSpan.FromHours(o.Price)|]")]
    [InlineData("TimeSpan?", "[|o.Delay * 2|]")]
    [InlineData("bool?", "new[] { [|o.Units|], 2 }.Contains(o.Quantity)")]
    [InlineData("int?", "[|o.Quantity << 1|]")]
    [InlineData("OrderStatus?", "[|(OrderStatus)7|]")]
    [InlineData("double?", "[|o.Price % 2.5|]")]
    [InlineData("long?", "[|o.Points.GetValueOrDefault(checked(o.Units * 2))|]")]
    [InlineData("bool?", "[|o.Category is \"a\" or ['b', ..]|]", "['b', ..]")]
    public Task ExpressionWithoutAPlan_IsAnError(string type, string value, string? exact = null) => RuleTest.ReportsAsync(
        RulesOf.UnsupportedExpression,
        TestView.Row(type, exact is null ? value : value.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal).Replace(exact, $"[|{exact}|]", StringComparison.Ordinal)));

    [Fact]
    public Task AsOfInsideAWindowsLambda_IsAnError() =>
        RuleTest.ReportsAsync(RulesOf.UnsupportedExpression, TestView.Feature("long", "g.All.Count(o => [|o.PlacedAt < g.AsOf|])"));

    [Fact]
    public Task TotalAsAnArgumentThatIsNotAlwaysNeeded_IsAnError() =>
        RuleTest.ReportsAsync(RulesOf.UnsupportedExpression, TestView.Feature("long", "[|g.All.Min(o => o.Units).GetValueOrDefault(g.All.Sum(o => o.Units))|]"));

    [Fact]
    public Task WindowAsAValue_IsAnError() => RuleTest.ReportsAsync(RulesOf.UnsupportedExpression, TestView.Feature(
        "bool", "[|g.All == g.All|]"));

    [Fact]
    public Task MethodWithStatements_IsNotReadInPlaceOfItsCall() => RuleTest.ReportsAsync(RulesOf.UnsupportedExpression, TestView.Source(
        "public double Value { get; init; }",
        "from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Sum(o => [|Twice(o.Price)|]) }",
        "static double Twice(double x) { var y = x; return y * 2; }"));

    [Fact]
    public Task DayOfWeekAsAFeature_IsAnError() =>
        RuleTest.ReportsAsync(RulesOf.UnsupportedExpression, TestView.Row("DayOfWeek?", "o.PlacedAt.DayOfWeek").Replace("g.All.Latest(o => o.PlacedAt.DayOfWeek)", "[|g.All.Latest(o => o.PlacedAt.DayOfWeek)|]", StringComparison.Ordinal));

    [Theory]
    [InlineData("string?", "o.Category + o.Region")]
    [InlineData("string?", "$\"{o.Category} {o.Email} {o.Status} {o.Token}\"")]
    [InlineData("string?", "o.Quantity.ToString(System.Globalization.CultureInfo.InvariantCulture)")]
    [InlineData("int?", "o.Quantity & 1 | ~o.Quantity ^ o.Quantity >> 3")]
    [InlineData("double?", "o.Computed")]
    [InlineData("int?", "(int)o.Status")]
    [InlineData("long?", "(long?)o.Previous")]
    [InlineData("DateTime?", "o.OccurredAt.AddDays(1).AddHours(-0.5).AddMinutes(o.Quantity)")]
    [InlineData("bool?", "o.IsRush & o.IsRush")]
    [InlineData("bool?", "!o.IsRush")]
    [InlineData("double?", "Numeric.Sqrt(o.Amount) ?? Math.Clamp(Math.Truncate(o.Price), -1, 1)")]
    [InlineData("TimeSpan?", "TimeSpan.FromMinutes(o.Units) + o.Delay.Duration() - o.Delay.Negate()")]
    [InlineData("double?", "o.Delay / Hours(1)")]
    [InlineData("bool?", "new[] { 1, 2 }.Contains(o.Quantity)")]
    [InlineData("bool?", "o.PlacedAt.DayOfWeek == DayOfWeek.Saturday")]
    [InlineData("bool?", "o.PlacedAt.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday")]
    [InlineData("int?", "(int)o.PlacedAt.DayOfWeek")]
    [InlineData("double?", "(o.PlacedAt - o.OccurredAt).TotalHours")]
    [InlineData("DateTime?", "o.OccurredAt + o.Delay")]
    [InlineData("TimeSpan?", "o.ShippedAt - o.OccurredAt")]
    [InlineData("int?", "o.Day.Year")]
    [InlineData("bool?", "o.IsRush == true")]
    [InlineData("bool?", "(o.IsRush ?? false) | o.IsGift")]
    [InlineData("double?", "o.Discount ?? o.Price")]
    [InlineData("long?", "o.Discount ?? o.Units")]
    [InlineData("long?", "o.Points.GetValueOrDefault()")]
    [InlineData("long?", "o.Points.GetValueOrDefault(3)")]
    [InlineData("long?", "o.Points ?? checked(o.Units * 2)")]
    [InlineData("bool?", "(checked(o.Units * 2), o.Quantity) is (2, 1)")]
    [InlineData("long?", "(checked(o.Units * 2), o.Points).Item1")]
    [InlineData("bool?", "checked(o.Points * 2) == null")]
    [InlineData("bool?", "checked(o.Units * 2) > 5 && (o.IsGift && false)")]
    [InlineData("int?", "checked(o.Units * 2) switch { > -2 and var twice when twice < 5 && false => 1, _ => 2 }")]
    [InlineData("bool?", "o.Token == Guid.Empty")]
    [InlineData("bool?", "o.Day > new DateOnly(2024, 2, 29)")]
    [InlineData("bool?", "o.OccurredAt >= new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Utc)")]
    [InlineData("bool?", "o is { Status: OrderStatus.Completed, Price: > 0 }")]
    [InlineData("OrderStatus?", "o.Previous ?? o.Status")]
    [InlineData("bool?", "o.Status > OrderStatus.Pending")]
    [InlineData("double?", "Math.Floor(Math.Abs(o.Price)) + Math.Ceiling(o.Price) + Math.Round(o.Price)")]
    public Task SupportedExpression_IsAllowed(string type, string value) => RuleTest.AllowsAsync(TestView.Row(type, value));
}
