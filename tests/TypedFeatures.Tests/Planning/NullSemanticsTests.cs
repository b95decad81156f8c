using Shouldly;
using TypedFeatures.Plans;
using TypedFeatures.Plans.Normalize;

namespace TypedFeatures.Tests.Planning;

/// <summary>The pass turns two-valued C# conditions into three-valued SQL ones: proven by running both logics over every combination of nulls.</summary>
public sealed class NullSemanticsTests
{
    private static readonly ScalarType NullableDouble = ScalarType.Double.Nullable;
    private static readonly double?[] Values = [null, 1, 2];

    private static readonly BinaryOperator[] Comparisons =
    [
        BinaryOperator.Equal, BinaryOperator.NotEqual, BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual,
    ];

    private static Scalar X => new ColumnOf(NullableDouble, 0, "X");

    private static Scalar Y => new ColumnOf(NullableDouble, 0, "Y");

    public static TheoryData<Scalar> Conditions()
    {
        var data = new TheoryData<Scalar>();
        foreach (var op in Comparisons)
        {
            var xy = Bool(op, X, Y);
            data.Add(xy);
            data.Add(Not(xy));
            data.Add(Not(Not(xy)));
            data.Add(Bool(op, X, new Constant(NullableDouble, 1.0)));
            data.Add(Not(Bool(op, X, new Constant(NullableDouble, 1.0))));
            data.Add(Bool(op, X, new Constant(NullableDouble, null)));
            data.Add(Not(Bool(op, new Constant(NullableDouble, null), Y)));
            data.Add(Bool(BinaryOperator.And, xy, Not(Bool(BinaryOperator.Less, Y, X))));
            data.Add(Not(Bool(BinaryOperator.Or, Not(xy), Bool(BinaryOperator.Greater, X, Y))));
            data.Add(new Conditional(ScalarType.Boolean, xy, Not(xy), Bool(BinaryOperator.Equal, X, Y)));
            data.Add(Bool(BinaryOperator.Equal, xy, Bool(BinaryOperator.Less, X, Y)));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Condition_IsTrueInSql_ExactlyWhereCSharpSaysTrue(Scalar condition)
    {
        var explicitCondition = NullSemantics.Condition(condition);
        foreach (var (x, y) in from x in Values from y in Values select (x, y))
        {
            var expected = (bool)CSharp(condition, x, y)!;
            (Sql(explicitCondition, x, y) as bool? == true).ShouldBe(expected, $"{condition} at x={x}, y={y}");
        }
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Value_IsNeverUnknownInSql_AndEqualToCSharps(Scalar condition)
    {
        var explicitValue = NullSemantics.Value(condition);
        foreach (var (x, y) in from x in Values from y in Values select (x, y))
        {
            Sql(explicitValue, x, y).ShouldBe(CSharp(condition, x, y), $"{condition} at x={x}, y={y}");
        }
    }

    [Fact]
    public void PlainConditions_StayPlain()
    {
        var condition = Bool(BinaryOperator.Greater, X, new Constant(NullableDouble, 0.0));

        NullSemantics.Condition(condition).ShouldBe(condition);
    }

    [Fact]
    public void ComparisonOfNested_FloatArithmetic_GuardsAgainstNaN()
    {
        var x = new ColumnOf(ScalarType.Double, 0, "X");
        var overflowing = new Binary(ScalarType.Double, BinaryOperator.Multiply, x, x);
        var single = Bool(BinaryOperator.Greater, overflowing, x);
        var nested = Bool(BinaryOperator.Greater, new Binary(ScalarType.Double, BinaryOperator.Subtract, overflowing, overflowing), x);

        NullSemantics.Value(single).ShouldBe(single, "one operation on finite values may overflow but gives no NaN");
        NullSemantics.Value(nested).DescendantsAndSelf().OfType<Unary>().ShouldContain(u => u.Operator == UnaryOperator.NullIfNaN);
    }

    private static Binary Bool(BinaryOperator op, Scalar left, Scalar right) => new(ScalarType.Boolean, op, left, right);

    private static Unary Not(Scalar operand) => new(ScalarType.Boolean, UnaryOperator.Not, operand);

    /// <summary>C#: lifted comparison operators are two-valued.</summary>
    private static object? CSharp(Scalar node, double? x, double? y) => node switch
    {
        ColumnOf column => column.Property == "X" ? x : y,
        Constant constant => constant.Value,
        Unary { Operator: UnaryOperator.Not } not => !(bool)CSharp(not.Operand, x, y)!,
        Conditional c => (bool)CSharp(c.Test, x, y)! ? CSharp(c.WhenTrue, x, y) : CSharp(c.WhenFalse, x, y),
        Binary { Operator: BinaryOperator.And } b => (bool)CSharp(b.Left, x, y)! && (bool)CSharp(b.Right, x, y)!,
        Binary { Operator: BinaryOperator.Or } b => (bool)CSharp(b.Left, x, y)! || (bool)CSharp(b.Right, x, y)!,
        Binary b => Compare(b.Operator, CSharp(b.Left, x, y), CSharp(b.Right, x, y), unknown: false, nullEqualsNull: true),
        _ => throw new ArgumentException(node.ToString()),
    };

    /// <summary>SQL: comparison with null is unknown (null here), AND, OR and NOT are Kleene's.</summary>
    private static object? Sql(Scalar node, double? x, double? y) => node switch
    {
        ColumnOf column => column.Property == "X" ? x : y,
        Constant constant => constant.Value,
        Unary { Operator: UnaryOperator.Not } not => !Truth(not.Operand, x, y),
        Unary { Operator: UnaryOperator.IsNull } test => Sql(test.Operand, x, y) is null,
        Unary { Operator: UnaryOperator.IsTrue } test => Truth(test.Operand, x, y) ?? false,
        Conditional c => Truth(c.Test, x, y) == true ? Sql(c.WhenTrue, x, y) : Sql(c.WhenFalse, x, y),
        Binary { Operator: BinaryOperator.And } b => Truth(b.Left, x, y) & Truth(b.Right, x, y),
        Binary { Operator: BinaryOperator.Or } b => Truth(b.Left, x, y) | Truth(b.Right, x, y),
        Binary { Operator: BinaryOperator.IsNotDistinct } b => Equals(Sql(b.Left, x, y), Sql(b.Right, x, y)),
        Binary { Operator: BinaryOperator.IsDistinct } b => !Equals(Sql(b.Left, x, y), Sql(b.Right, x, y)),
        Binary b => Compare(b.Operator, Sql(b.Left, x, y), Sql(b.Right, x, y), unknown: null, nullEqualsNull: false),
        _ => throw new ArgumentException(node.ToString()),
    };

    private static bool? Truth(Scalar node, double? x, double? y) => (bool?)Sql(node, x, y);

    private static object? Compare(BinaryOperator op, object? left, object? right, bool? unknown, bool nullEqualsNull)
    {
        if (left is null || right is null)
        {
            return (op, nullEqualsNull) switch
            {
                (BinaryOperator.Equal, true) => left is null && right is null,
                (BinaryOperator.NotEqual, true) => !(left is null && right is null),
                _ => unknown,
            };
        }

        var order = System.Collections.Comparer.Default.Compare(left, right);
        return op switch
        {
            BinaryOperator.Equal => order == 0,
            BinaryOperator.NotEqual => order != 0,
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }
}
