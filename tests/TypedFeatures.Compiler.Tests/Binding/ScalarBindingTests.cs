using TypedFeatures.Plans;
using static TypedFeatures.Compiler.Tests.Ir;

namespace TypedFeatures.Compiler.Tests.Binding;

public class ScalarBindingTests
{
    private static readonly Scalar Amount = Of("Amount", DoubleType.Nullable);
    private static readonly Scalar Email = Of("Email", TextType.Nullable);
    private static readonly Scalar Country = Of("Country", TextType.Nullable, 1);
    private static readonly Scalar Rate = Of("Rate", DoubleType.Nullable, 1);

    [Fact]
    public void NullTests_BecomeIsNull()
    {
        Condition("o.Amount == null").ShouldBe(IsNull(Amount));
        Condition("o.Amount is null").ShouldBe(IsNull(Amount));
        Condition("!o.Amount.HasValue").ShouldBe(IsNull(Amount));
        Condition("null != o.Amount").ShouldBe(Not(IsNull(Amount)));
        Condition("o.Amount is { }").ShouldBe(Not(IsNull(Amount)));
        Condition("o.Amount is double").ShouldBe(Not(IsNull(Amount)));
    }

    [Fact]
    public void NegatedComparison_StaysANegation_BecauseOfNulls()
    {
        Condition("!(o.Amount > 10)").ShouldBe(Not(Compare(BinaryOperator.Greater, Amount, Is(10.0))));
        Condition("o.Amount is not > 10").ShouldBe(Not(Compare(BinaryOperator.Greater, Amount, Is(10.0))));
        Condition("o.Amount != 10").ShouldBe(Compare(BinaryOperator.NotEqual, Amount, Is(10.0)));
        Condition("o.Amount is not 10").ShouldBe(Compare(BinaryOperator.NotEqual, Amount, Is(10.0)));
    }

    [Fact]
    public void ImplicitConversions_AreExplicit()
    {
        Condition("o.Quantity > o.Units").ShouldBe(Compare(BinaryOperator.Greater, new Conversion(LongType, Of("Quantity", IntType)), Of("Units", LongType)));
        Condition("o.Discount > o.Price").ShouldBe(Compare(BinaryOperator.Greater, new Conversion(DoubleType.Nullable, Of("Discount", IntType.Nullable)), Of("Price", DoubleType)));
        Condition("o.Weight > 1.5f").ShouldBe(Compare(
            BinaryOperator.Greater, new Conversion(DoubleType, Of("Weight", new ScalarType(ScalarKind.Single))), Is(1.5)));
        Row("double?", "o.Quantity * o.Price").ShouldBe(Ir.Binary(
            DoubleType, BinaryOperator.Multiply, new Conversion(DoubleType, Of("Quantity", IntType)), Of("Price", DoubleType)));
    }

    [Fact]
    public void Coalesce_IsNullOnlyWhereItsRightSideIs()
    {
        Row("double?", "o.Amount ?? 0").ShouldBe(Ir.Binary(DoubleType, BinaryOperator.Coalesce, Amount, Is(0.0)));
        Row("double?", "o.Discount ?? o.Amount").ShouldBe(Ir.Binary(
            DoubleType.Nullable, BinaryOperator.Coalesce, new Conversion(DoubleType.Nullable, Of("Discount", IntType.Nullable)), Amount));
        Row("double?", "o.Amount.GetValueOrDefault()").ShouldBe(Ir.Binary(DoubleType, BinaryOperator.Coalesce, Amount, Is(0.0)));
    }

    [Fact]
    public void ConditionalAccess_IsTheFunctionOverTheNullableReceiver()
    {
        Row("int?", "o.Email?.Length").ShouldBe(Call(IntType.Nullable, ScalarFunction.Length, Email));
        Row("double?", "(o.ShippedAt - o.PlacedAt)?.TotalDays").ShouldBe(Call(
            DoubleType.Nullable,
            ScalarFunction.TotalDays,
            Ir.Binary(SpanType.Nullable, BinaryOperator.Subtract, Of("ShippedAt", InstantType.Nullable), Of("PlacedAt", InstantType))));
        Row("int?", "o.ShippedAt?.Date.Year").ShouldBe(Call(
            IntType.Nullable, ScalarFunction.Year, Call(InstantType.Nullable, ScalarFunction.StartOfDay, Of("ShippedAt", InstantType.Nullable))));
    }

    [Fact]
    public void ConditionalAccessToSomethingThatIsNeverNull_IsAConditional()
    {
        Row("bool?", "o.Email?.Equals(\"a\")").ShouldBe(new Conditional(
            BoolType.Nullable,
            Not(IsNull(Email)),
            Compare(BinaryOperator.Equal, Value(Email), Is("a")),
            new Constant(BoolType.Nullable, null)));
    }

    [Fact]
    public void GuardedText_IsItsValue()
    {
        Row("int?", "o.Email != null ? o.Email.Length : 0").ShouldBe(new Conditional(
            IntType, Not(IsNull(Email)), Call(IntType, ScalarFunction.Length, Value(Email)), Is(0)));
    }

    [Fact]
    public void LeftJoinedColumn_IsNullable_AndItsValueBehindAGuard()
    {
        LeftJoined("string?", "x.s?.Country").ShouldBe(Country);
        LeftJoined("int?", "x.s?.Country.Length").ShouldBe(Call(IntType.Nullable, ScalarFunction.Length, Country));
        LeftJoined("double?", "x.s != null ? x.s.Rate : 1").ShouldBe(new Conditional(DoubleType, new IsMatched(1), Value(Rate), Is(1.0)));
        LeftJoined("double?", "x.s is null ? 1 : x.s.Rate").ShouldBe(new Conditional(DoubleType, Not(new IsMatched(1)), Is(1.0), Value(Rate)));
        LeftJoined("string?", "x.s != null ? x.s.City : null").ShouldBe(new Conditional(
            TextType.Nullable, new IsMatched(1), Of("City", TextType.Nullable, 1), new Constant(TextType.Nullable, null)));
    }

    [Fact]
    public void PatternVariable_StandsForItsInput()
    {
        Row("double?", "o.Amount is > 0 and var amount ? o.Price / amount : 1").ShouldBe(new Conditional(
            DoubleType,
            Compare(BinaryOperator.Greater, Amount, Is(0.0)),
            Ir.Binary(DoubleType, BinaryOperator.Divide, Of("Price", DoubleType), Value(Amount)),
            Is(1.0)));
    }

    [Fact]
    public void PatternVariableOfText_IsNullWhereItsPatternTakesNull()
    {
        Condition("o.Email is var email && email != null").ShouldBe(Not(IsNull(Email)));
        Condition("o.Email is { } email && email != \"a\"").ShouldBe(Condition("o.Email is string email && email != \"a\""));
    }

    [Fact]
    public void DayOfWeek_IsANumber()
    {
        var day = Call(IntType, ScalarFunction.DayOfWeek, Of("PlacedAt", InstantType));
        Condition("o.PlacedAt.DayOfWeek == DayOfWeek.Saturday").ShouldBe(Compare(BinaryOperator.Equal, day, Is(6)));
        Condition("o.PlacedAt.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday").ShouldBe(
            Compare(BinaryOperator.Or, Compare(BinaryOperator.Equal, day, Is(6)), Compare(BinaryOperator.Equal, day, Is(0))));
        Condition("o.PlacedAt.DayOfWeek >= DayOfWeek.Friday").ShouldBe(Compare(BinaryOperator.GreaterOrEqual, day, Is(5)));
        Row("int?", "(int)o.PlacedAt.DayOfWeek").ShouldBe(day);
    }

    [Fact]
    public void Constants_AreInStorageUnits()
    {
        Condition("o.Delay > TimeSpan.FromSeconds(1.5)").ShouldBe(Compare(BinaryOperator.Greater, Of("Delay", SpanType), new Constant(SpanType, 1_500_000L)));
        Condition("o.OccurredAt > new DateTime(1970, 1, 2)").ShouldBe(Compare(BinaryOperator.Greater, Of("OccurredAt", InstantType), new Constant(InstantType, 86_400_000_000L)));
        Condition("o.Day == new DateOnly(1970, 2, 1)").ShouldBe(Compare(
            BinaryOperator.Equal, Of("Day", new ScalarType(ScalarKind.Date)), new Constant(new ScalarType(ScalarKind.Date), 31)));
        Condition("o.Token == new Guid(\"C9F0F895-FB98-4B91-9A2D-000000000001\")").ShouldBe(Compare(
            BinaryOperator.Equal, Of("Token", new ScalarType(ScalarKind.Guid)), new Constant(new ScalarType(ScalarKind.Guid), "c9f0f895-fb98-4b91-9a2d-000000000001")));
        Row("double?", "-0.0").ShouldBe(Is(0.0));
        Row("double?", "1 + 2 * 3.0").ShouldBe(Is(7.0));
        Row("double?", "o.IsGift ? 1.0 : default(double?)").ShouldBe(new Conditional(
            DoubleType.Nullable, Of("IsGift", BoolType), Is(1.0), new Constant(DoubleType.Nullable, null)));
    }

    [Fact]
    public void TextOperations_AreFunctions()
    {
        Condition("o.Category.StartsWith(\"a\", StringComparison.Ordinal)").ShouldBe(Call(BoolType, ScalarFunction.StartsWith, Of("Category", TextType), Is("a")));
        Row("string?", "Text.LowerAscii(o.Category)").ShouldBe(Call(TextType, ScalarFunction.LowerAscii, Of("Category", TextType)));
        Row("string?", "Text.LowerAscii(o.Email)").ShouldBe(Call(TextType.Nullable, ScalarFunction.LowerAscii, Email));
    }

    [Fact]
    public void Ratio_MayBeNullWhateverItsOperands() => Row("double?", "Numeric.Ratio(o.Price, o.Quantity)").ShouldBe(Call(
        DoubleType.Nullable, ScalarFunction.Ratio, Of("Price", DoubleType), new Conversion(DoubleType, Of("Quantity", IntType))));

    private static Scalar Condition(string condition) => AggregateOf(TestView.Condition(condition)).Predicate!;

    private static Scalar Row(string type, string value) => AggregateOf(TestView.Row(type, value)).Argument!;

    private static Scalar LeftJoined(string type, string value) => AggregateOf(TestView.LeftJoined(type, value)).Argument!;

    private static Aggregate AggregateOf(string source)
    {
        var result = TestCode.BindView(TestCode.CompileValid(source), TestView.TypeName);
        result.Diagnostics.ShouldBeEmpty();
        return result.Value!.Plan.Features[0].Value.ShouldBeOfType<Aggregate>();
    }
}
