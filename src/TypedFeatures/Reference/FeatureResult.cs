using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TypedFeatures.Reference;

/// <summary>Makes the floating-point features of a result what a feature may be: finite or null, and never −0.</summary>
internal static class FeatureResult<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TFeatures>
    where TFeatures : class
{
    private static readonly PropertyInfo[] Floating =
    [
        .. typeof(TFeatures).GetProperties().Where(static p =>
            p is { GetMethod: not null, SetMethod: not null }
            && (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) is var type
            && (type == typeof(double) || type == typeof(float))),
    ];

    private static readonly string View = typeof(TFeatures).GetCustomAttribute<FeatureViewAttribute>()?.Name
        ?? typeof(TFeatures).GetCustomAttribute<LabelAttribute>()?.Name ?? typeof(TFeatures).Name;

    /// <summary>Finishes a result that a definition has just made.</summary>
    public static TFeatures Finish(TFeatures features)
    {
        foreach (var property in Floating)
        {
            if (property.GetValue(features) is not { } value)
            {
                continue;
            }

            var normalised = ColumnValue.Normalise(value, out var fault);
            if (fault is not null && Nullable.GetUnderlyingType(property.PropertyType) is null)
            {
                throw new NonFiniteFeatureException(View, property.Name);
            }

            property.SetValue(features, fault is null ? normalised : null);
        }

        return features;
    }
}
