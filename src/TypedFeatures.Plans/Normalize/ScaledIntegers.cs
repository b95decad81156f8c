namespace TypedFeatures.Plans.Normalize;

/// <summary>
/// Makes decimals the integers they are stored as: a value of scale 2 is the number of its hundredths, 64 bits wide. After this pass no expression has a decimal
/// type, so no engine and no state knows of them: sums, comparisons, keys and totals are those of <see cref="ScalarKind.Int64"/>. What holds values at rest (columns of
/// sources, keys, features) keeps its declared type, which says how to read them.
/// </summary>
public static class ScaledIntegers
{
    /// <summary>The type of the integers that stand for values of a type; the type itself where none of it is decimal.</summary>
    public static ScalarType TypeOf(ScalarType type) => type.Kind switch
    {
        ScalarKind.Decimal => new ScalarType(ScalarKind.Int64, type.IsNullable),
        ScalarKind.List => type with { Element = TypeOf(type.Element!) },
        ScalarKind.Map => type with { Key = TypeOf(type.Key!), Element = TypeOf(type.Element!) },
        _ => type,
    };

    /// <summary>A view over integers.</summary>
    public static ViewPlan Of(ViewPlan view) => view with
    {
        Joins = view.Joins.Select(j => j with { Keys = j.Keys.Select(Of).ToEquatableArray() }).ToEquatableArray(),
        Filter = view.Filter is { } filter ? Of(filter) : null,
        Keys = view.Keys.Select(k => k with { Value = Of(k.Value) }).ToEquatableArray(),
        Features = view.Features.Select(f => f with { Value = Of(f.Value) }).ToEquatableArray(),
        Branches = view.Branches.Select(b => b with { Values = b.Values.Select(Of).ToEquatableArray(), Filter = b.Filter is { } own ? Of(own) : null }).ToEquatableArray(),
    };

    /// <summary>An expression over integers.</summary>
    public static Scalar Of(Scalar value) => value switch
    {
        Binary { Left.Type.Kind: ScalarKind.Decimal, Right.Type.Kind: ScalarKind.Decimal } b when b.Type.Kind is not ScalarKind.Decimal => Comparison(b),
        Binary b => b with { Type = TypeOf(b.Type), Left = Of(b.Left), Right = Of(b.Right) },
        Unary u => u with { Type = TypeOf(u.Type), Operand = Of(u.Operand) },
        Conversion { Type.Kind: ScalarKind.Decimal } c => ToDecimal(c),
        Conversion { Operand.Type.Kind: ScalarKind.Decimal } c => FromDecimal(c),
        Conversion c => c with { Operand = Of(c.Operand) },
        Conditional c => c with { Type = TypeOf(c.Type), Test = Of(c.Test), WhenTrue = Of(c.WhenTrue), WhenFalse = Of(c.WhenFalse) },
        Call c => c with { Type = TypeOf(c.Type), Arguments = c.Arguments.Select(Of).ToEquatableArray() },
        Aggregate a => Total(a),
        _ => value with { Type = TypeOf(value.Type) },
    };

    /// <summary>
    /// Both sides in units of the finer scale. Where those of the coarser side might not fit it is first brought as near to zero as fits: it stays farther from zero than
    /// all that the other side can be.
    /// </summary>
    private static Binary Comparison(Binary node)
    {
        var scale = Math.Max(node.Left.Type.Scale, node.Right.Type.Scale);
        return node with { Left = ForComparison(node.Left, scale), Right = ForComparison(node.Right, scale) };
    }

    private static Scalar ForComparison(Scalar operand, int scale)
    {
        var units = Of(operand);
        if (operand.Type.Scale == scale || units is Constant { Value: null })
        {
            return units;
        }

        if (operand.Type.LimitAt(scale) is null)
        {
            var greatest = (ScalarType.MostUnits + 1) / ScalarType.PowerOfTen(scale - operand.Type.Scale);
            var aboveLeast = new Conditional(units.Type, IsBeyond(units, BinaryOperator.Less, -greatest), Long(-greatest), units);
            units = new Conditional(units.Type, IsBeyond(units, BinaryOperator.Greater, greatest), Long(greatest), aboveLeast);
        }

        return Times(units, scale - operand.Type.Scale);
    }

    // Of null both are false, and null it stays: least() and greatest() leave nulls out.
    private static Binary IsBeyond(Scalar units, BinaryOperator comparison, long limit) => new(ScalarType.Boolean, comparison, units, Long(limit));

    private static Scalar ToDecimal(Conversion node)
    {
        var units = Of(node.Operand);
        if (node.Operand.Type.Kind is not ScalarKind.Decimal)
        {
            units = units.Type.Kind is ScalarKind.Int64 ? units : new Conversion(TypeOf(node.Type), units);
        }

        var scaled = Times(units, node.Type.Scale - node.Operand.Type.Scale);
        var mayBeGreater = node.Operand.Type.Kind is ScalarKind.Decimal && !(node.Operand.Type.LimitAt(node.Type.Scale) <= node.Type.Limit);
        return mayBeGreater ? new Call(scaled.Type, ScalarFunction.Within, EquatableArray.Of(scaled, Long(node.Type.Limit))) : scaled;
    }

    private static Scalar FromDecimal(Conversion node)
    {
        var units = Of(node.Operand);
        var factor = ScalarType.PowerOfTen(node.Operand.Type.Scale);
        if (node.Type.IsFloating)
        {
            // Just so .NET does it: the units as a double, divided by the power of ten, which is exact.
            var number = new Conversion(node.Type, units);
            return factor == 1 ? number : new Binary(node.Type, BinaryOperator.Divide, number, new Constant(node.Type.NonNullable, (double)factor));
        }

        var whole = factor == 1 ? units : new Binary(units.Type, BinaryOperator.Divide, units, Long(factor));
        return node.Type.Kind is ScalarKind.Int64 ? whole : new Conversion(node.Type, whole);
    }

    private static Scalar Total(Aggregate node)
    {
        var aggregate = node with
        {
            Type = TypeOf(node.Type),
            Argument = node.Argument is { } argument ? Of(argument) : null,
            Amount = node.Amount is { } amount ? Of(amount) : null,
            Predicate = node.Predicate is { } predicate ? Of(predicate) : null,
        };
        return node is { Kind: AggregateKind.Sum, Type.Kind: ScalarKind.Decimal }
            ? new Call(aggregate.Type, ScalarFunction.Within, EquatableArray.Of<Scalar>(aggregate, Long(node.Type.Limit)))
            : aggregate;
    }

    private static Scalar Times(Scalar units, int digits) => digits == 0
        ? units
        : units is Constant { Value: long value } constant ? constant with { Value = value * ScalarType.PowerOfTen(digits) }
        : new Binary(units.Type, BinaryOperator.Multiply, units, Long(ScalarType.PowerOfTen(digits)));

    private static Constant Long(long value) => new(ScalarType.Int64, value);
}
