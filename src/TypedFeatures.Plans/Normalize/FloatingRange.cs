namespace TypedFeatures.Plans.Normalize;

/// <summary>
/// Which double-valued expressions can leave the finite numbers. Columns are finite (ingestion sees to it), so one operation on them can
/// overflow to an infinity but not give NaN: that takes an infinite operand.
/// </summary>
public static class FloatingRange
{
    /// <summary>Whether the value can be infinite or NaN.</summary>
    public static bool MayBeNonFinite(Scalar value) => value.Type.IsFloating && value switch
    {
        Constant or ColumnOf or StateColumnOf or KeyOf or ViewFeature or RequestValue => value is StateColumnOf,
        Binary { Operator: BinaryOperator.Coalesce } b => MayBeNonFinite(b.Left) || MayBeNonFinite(b.Right),
        Binary => true,
        Unary u => MayBeNonFinite(u.Operand),
        Conditional c => MayBeNonFinite(c.WhenTrue) || MayBeNonFinite(c.WhenFalse),
        Conversion c => (c.Type.Kind is ScalarKind.Single && c.Operand.Type.Kind is not ScalarKind.Single) || MayBeNonFinite(c.Operand),
        Call { Function: ScalarFunction.Ratio } => true,
        Call c when c.Function.IsPartial() => false,
        Call c => c.Arguments.Any(MayBeNonFinite),
        Aggregate a => a.Info.MayOverflow,
        _ => false,
    };

    /// <summary>Whether the value can be NaN. A state column holds none.</summary>
    public static bool MayBeNaN(Scalar value) => value.Type.IsFloating && value switch
    {
        Binary { Operator: BinaryOperator.Coalesce } b => MayBeNaN(b.Left) || MayBeNaN(b.Right),
        Binary b => MayBeNonFinite(b.Left) || MayBeNonFinite(b.Right),
        Unary u => MayBeNaN(u.Operand),
        Conditional c => MayBeNaN(c.WhenTrue) || MayBeNaN(c.WhenFalse),
        Conversion c => MayBeNaN(c.Operand),
        Call { Function: ScalarFunction.Ratio } c => c.Arguments.Any(MayBeNonFinite),
        Call c when c.Function.IsPartial() => false,
        Call c => c.Arguments.Any(MayBeNaN),
        _ => false,
    };
}
