using System.Globalization;

namespace TypedFeatures.Plans.Contract;

/// <summary>Constants as a contract says them.</summary>
public static class ContractConstant
{
    /// <summary>What a feature is where its value is null: the constant of <c>… ?? constant</c>; null where there is none.</summary>
    public static string? DefaultOf(Scalar value) =>
        value is Binary { Operator: BinaryOperator.Coalesce, Right: { } right } && Unconverted(right) is Constant { Value: not null } constant ? Write(constant) : null;

    /// <summary>The text of a constant: text in quotes, numbers so that they are read back exactly, all else as the plan holds it.</summary>
    public static string Write(Constant constant) => (constant ?? throw new ArgumentNullException(nameof(constant))).Value switch
    {
        null => "null",
        string text when constant.Type.Kind is ScalarKind.String => "'" + text.Replace("'", "''") + "'",
        string text => text,
        bool truth => truth ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };

    private static Scalar Unconverted(Scalar value) => value is Conversion { Operand: Constant constant } ? constant : value;
}
