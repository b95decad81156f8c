using Shouldly;
using TypedFeatures.Plans;
using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Tests.Planning;

public sealed class SqlPrinterTests
{
    private static readonly SqlExpression A = new SqlColumn(null, "a");
    private static readonly SqlExpression B = new SqlColumn(null, "b");
    private static readonly SqlExpression C = new SqlColumn("t", "c");

    [Fact]
    public void Parentheses_StandWherePrecedenceNeedsThem_AndNowhereElse()
    {
        Print(SqlMake.Multiply(SqlMake.Add(A, B), C)).ShouldBe("(a + b) * t.c");
        Print(SqlMake.Add(SqlMake.Multiply(A, B), C)).ShouldBe("a * b + t.c");
        Print(SqlMake.Subtract(A, SqlMake.Subtract(B, C))).ShouldBe("a - (b - t.c)");
        Print(SqlMake.Subtract(SqlMake.Subtract(A, B), C)).ShouldBe("a - b - t.c");
        Print(SqlMake.Divide(A, SqlMake.Multiply(B, C))).ShouldBe("a / (b * t.c)");
        Print(SqlMake.And(SqlMake.Or(A, B), C)).ShouldBe("(a OR b) AND t.c");
        Print(SqlMake.Or(SqlMake.And(A, B), C)).ShouldBe("a AND b OR t.c");
        Print(SqlMake.Not(SqlMake.And(A, B))).ShouldBe("NOT (a AND b)");
        Print(SqlMake.And(SqlMake.Not(A), B)).ShouldBe("NOT a AND b");
        Print(SqlMake.Not(SqlMake.Equal(A, B))).ShouldBe("NOT a = b");
        Print(SqlMake.Equal(SqlMake.Equal(A, B), C)).ShouldBe("(a = b) = t.c");
        Print(SqlMake.Equal(A, SqlMake.Not(B))).ShouldBe("a = (NOT b)");
        Print(new SqlNullTest(SqlMake.Add(A, B), IsNegated: true)).ShouldBe("a + b IS NOT NULL");
        Print(new SqlNullTest(SqlMake.Equal(A, B), IsNegated: false)).ShouldBe("(a = b) IS NULL");
    }

    [Fact]
    public void NegativeNumbers_NeverMakeAComment()
    {
        Print(SqlMake.Subtract(A, SqlMake.Long(-1))).ShouldBe("a - -1");
        Print(new SqlPrefix(SqlPrecedence.Sign, "-", SqlMake.Long(-1))).ShouldBe("-(-1)");
        Print(new SqlPrefix(SqlPrecedence.Sign, "-", new SqlPrefix(SqlPrecedence.Sign, "-", A))).ShouldBe("-(-a)");
    }

    [Fact]
    public void Names_AreQuotedWhereTheyHaveToBe()
    {
        Print(new SqlColumn("order", "Mixed Case")).ShouldBe("\"order\".\"Mixed Case\"");
        Print(new SqlColumn(null, "with\"quote")).ShouldBe("\"with\"\"quote\"");
        Print(new SqlColumn(null, "user_id")).ShouldBe("user_id");
    }

    [Fact]
    public void Doubles_AreNeverDecimals()
    {
        SqlDialect.Floating(0.5).ShouldBe(new SqlAtom("0.5e0"));
        SqlDialect.Floating(1e300).ShouldBe(new SqlAtom("1e300"));
        SqlDialect.Floating(-2.5e-8).ShouldBe(new SqlAtom("-2.5e-08"));
    }

    [Fact]
    public void Text_IsEscaped() => SqlDialect.Text("it's").ShouldBe(new SqlAtom("'it''s'"));

    private static string Print(SqlExpression expression)
    {
        var query = new SqlSelect
        {
            Outputs = EquatableArray.Of(new SqlOutput(expression, "x")),
            From = new SqlTable("t", "t"),
        };
        var text = SqlPrinter.Print(query, SqlIdentifier.Spell);
        text.ShouldStartWith("SELECT\n  ");
        text.ShouldEndWith(" AS x\nFROM t");
        return text["SELECT\n  ".Length..^" AS x\nFROM t".Length];
    }
}
