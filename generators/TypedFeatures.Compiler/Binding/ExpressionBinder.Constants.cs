using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <content>Constants.</content>
internal sealed partial class ExpressionBinder
{
    private const long EpochTicks = 621_355_968_000_000_000;
    private const long TicksPerMicrosecond = 10;

    /// <summary>A constant whose C# type is the operation's.</summary>
    private Symbolic? BindConstant(IOperation operation, object? value)
    {
        var type = operation.Type is null ? null : ScalarTypes.TryMap(operation.Type);
        if (value is null)
        {
            return type is null ? new NullValue() : new ScalarValue(new Constant(type.Nullable, null));
        }

        if (type is null)
        {
            return Wrap(Unsupported(operation, $"A constant of type '{operation.Type?.ToDisplayString()}' has no counterpart in storage; cast it to int, long, double or string"));
        }

        return Wrap(ConstantOf(operation, type.NonNullable, value));
    }

    private Scalar? ConstantOf(IOperation operation, ScalarType type, object value)
    {
        switch (value)
        {
            case double number:
                return double.IsNaN(number) || double.IsInfinity(number)
                    ? FailScalar(LeakageRules.NotANumber, operation, $"'{TextOf(operation)}' is no value of a feature, which is null where there is no number. Write null, and test with is null.")
                    : new Constant(type, number == 0 ? 0.0 : number);
            case float number:
                return float.IsNaN(number) || float.IsInfinity(number)
                    ? FailScalar(LeakageRules.NotANumber, operation, $"'{TextOf(operation)}' is no value of a feature, which is null where there is no number. Write null, and test with is null.")
                    : new Constant(type, number == 0 ? 0f : number);
            case decimal number:
                return Decimals.ConstantOf(number) ?? FailScalar(
                    Rules.DecimalRange, operation, $"'{TextOf(operation)}' has more than {ScalarType.MostDigits} digits, which no decimal here has. Write fewer, or compare as double: (double)….");
            case string text:
                return IsStorable(text)
                    ? new Constant(type, text)
                    : Unsupported(operation, "Text with NUL or a lone surrogate is in no source, so nothing can be equal to it");
            case TimeSpan span:
                return new Constant(type, FloorToMicroseconds(span.Ticks));
            case Guid guid:
                return new Constant(type, guid.ToString("D"));
            case DateTime instant:
                return instant.Year is >= 1900 and <= 2299
                    ? new Constant(type, FloorToMicroseconds(instant.Ticks - EpochTicks))
                    : Unsupported(operation, "Instants lie in the years 1900 to 2299");
            case CalendarDate date:
                return date.Midnight.Year is >= 1900 and <= 2299
                    ? new Constant(type, (int)((date.Midnight.Ticks - EpochTicks) / TimeSpan.TicksPerDay))
                    : Unsupported(operation, "Dates lie in the years 1900 to 2299");
        }

        if (type.NumberOf is not null)
        {
            return new Constant(
                type,
                type.Kind == ScalarKind.Int32 ? (object)System.Convert.ToInt32(value, CultureInfo.InvariantCulture) : System.Convert.ToInt64(value, CultureInfo.InvariantCulture));
        }

        if (type.Enum is not { } members)
        {
            return new Constant(type, value);
        }

        var number64 = System.Convert.ToInt64(value, CultureInfo.InvariantCulture);
        return members.Members.FirstOrDefault(m => m.Value == number64) is { } member
            ? new Constant(type, member.Name)
            : Unsupported(operation, $"{number64} is no member of '{members.Name}', so it has no name to be stored as; use one of {string.Join(", ", members.Members.Take(5).Select(m => m.Name))}");
    }

    private Symbolic? BindDefault(IOperation operation, ITypeSymbol type)
    {
        if (ScalarTypes.TryMap(type) is not { } scalar)
        {
            return new NullValue();
        }

        return scalar.IsNullable
            ? new ScalarValue(new Constant(scalar, null))
            : Wrap(DefaultOf(scalar) ?? Unsupported(operation, $"default({scalar}) is outside what can be stored; name the value that is meant"));
    }

    /// <summary><c>GetValueOrDefault()</c>.</summary>
    public Scalar? OrDefault(IOperation operation, Scalar value) =>
        !value.Type.IsNullable ? value
        : DefaultOf(value.Type.NonNullable) is { } otherwise ? new Binary(otherwise.Type, BinaryOperator.Coalesce, value, otherwise)
        : Unsupported(operation, $"The default of {value.Type.NonNullable} is outside what can be stored; name the value that is meant with ??");

    /// <summary>The value that C# gives for <c>default</c>; null where storage has no such value.</summary>
    private static Constant? DefaultOf(ScalarType type) => type.Kind switch
    {
        ScalarKind.Boolean => new Constant(type, false),
        ScalarKind.Int32 => new Constant(type, 0),
        ScalarKind.Int64 or ScalarKind.TimeSpan or ScalarKind.Decimal => new Constant(type, 0L),
        ScalarKind.Single => new Constant(type, 0f),
        ScalarKind.Double => new Constant(type, 0.0),
        ScalarKind.Guid => new Constant(type, Guid.Empty.ToString("D")),
        ScalarKind.Enum when type.Enum!.Members.FirstOrDefault(m => m.Value == 0) is { } zero => new Constant(type, zero.Name),
        _ => null,
    };

    private static long FloorToMicroseconds(long ticks) =>
        (ticks / TicksPerMicrosecond) - (ticks % TicksPerMicrosecond < 0 ? 1 : 0);

    private static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsLowSurrogate(text[i]))
            {
                return false;
            }

            if (char.IsHighSurrogate(text[i]) && (++i == text.Length || !char.IsLowSurrogate(text[i])))
            {
                return false;
            }
        }

        return true;
    }
}
