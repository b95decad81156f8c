using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using TypedFeatures.Online;

namespace TypedFeatures.Reference;

/// <summary>
/// Makes the floating-point features of a result, those of vectors and maps included, what a feature may be: finite or null, and never −0; decimals what they are
/// declared to be; and instants UTC.
/// </summary>
internal static class FeatureResult<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TFeatures>
    where TFeatures : class
{
    private static readonly PropertyInfo[] Checked =
    [
        .. typeof(TFeatures).GetProperties().Where(static p =>
            p is { GetMethod: not null, SetMethod: not null }
            && (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) is var type
            && (type == typeof(double) || type == typeof(float) || type == typeof(decimal) || type == typeof(DateTime) || (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable))))),
    ];

    private static readonly string View = typeof(TFeatures).GetCustomAttribute<FeatureViewAttribute>()?.Name
        ?? typeof(TFeatures).GetCustomAttribute<LabelAttribute>()?.Name ?? typeof(TFeatures).Name;

    /// <summary>Finishes a result that a definition has just made.</summary>
    /// <exception cref="OverflowException">A decimal does not fit its declaration.</exception>
    public static TFeatures Finish(TFeatures features) =>
        Refused(features, static _ => true) is { } property ? throw new NonFiniteFeatureException(View, property) : features;

    /// <summary>The same for another view: whether every feature that is one value and cannot be null is finite.</summary>
    public static bool TryFinish(TFeatures features) => Refused(features, static value => value is not IEnumerable) is null;

    /// <summary>The property that must not hold what was computed; null where all may.</summary>
    private static string? Refused(TFeatures features, Func<object, bool> matters)
    {
        foreach (var property in Checked)
        {
            if (property.GetValue(features) is not { } value)
            {
                continue;
            }

            var normalised = value switch
            {
                decimal number => Fit(property, number),
                DateTime instant => ColumnValue.InUtc(instant),
                _ => Normalise(Filled(property, value)),
            };
            if (normalised is null && !AllowsNull(property) && matters(value))
            {
                return property.Name;
            }

            property.SetValue(features, normalised);
        }

        return null;
    }

    /// <summary>The sum of no vectors is as many zeros as the feature has numbers, which only its declaration says.</summary>
    private static object Filled(PropertyInfo property, object value) =>
        value is float[] { Length: 0 } && property.GetCustomAttribute<VectorAttribute>() is { } vector ? new float[vector.Length] : value;

    private static object? Normalise(object value)
    {
        switch (value)
        {
            case float[] vector:
                return FeatureValue.Finite(vector);
            case IMapOfNumbers map:
                return map.IsFinite ? value : null;
            default:
                var normalised = ColumnValue.Normalise(value, out var fault);
                return fault is null ? normalised : null;
        }
    }

    private static decimal Fit(PropertyInfo property, decimal value) => property.GetCustomAttribute<DecimalAttribute>() is { } digits
        ? DecimalValue.Fit(value, digits.Precision, digits.Scale)
        : throw new InvalidOperationException($"{typeof(TFeatures)} has the decimal property {property.Name} of no known precision; mark it [Decimal(precision, scale)].");

    private static bool AllowsNull(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (!property.PropertyType.IsValueType && SourceColumnModel.IsNullable(property));
}
