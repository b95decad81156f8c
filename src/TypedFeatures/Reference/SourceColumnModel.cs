using System.Reflection;
using TypedFeatures.Online;
using TypedFeatures.Sources;

namespace TypedFeatures.Reference;

/// <summary>A column of a source as reflection sees it.</summary>
internal sealed class SourceColumnModel
{
    private static readonly HashSet<Type> Types =
    [
        typeof(bool), typeof(int), typeof(long), typeof(float), typeof(double), typeof(string),
        typeof(Guid), typeof(DateTime), typeof(DateOnly), typeof(TimeSpan),
    ];

    private readonly int? vectorLength;
    private readonly DecimalAttribute? digits;

    public SourceColumnModel(PropertyInfo property)
    {
        Property = property;
        IsKnownAfterOutcome = property.IsDefined(typeof(KnownAfterOutcomeAttribute));
        var underlying = Nullable.GetUnderlyingType(property.PropertyType);
        var type = underlying ?? property.PropertyType;
        AllowsNull = underlying is not null || (!type.IsValueType && IsNullable(property));
        vectorLength = type == typeof(float[]) ? property.GetCustomAttribute<VectorAttribute>()?.Length : null;
        digits = type == typeof(decimal) ? property.GetCustomAttribute<DecimalAttribute>() : null;
        if (type == typeof(decimal) && digits is null)
        {
            throw SourceModel.Fault(property.DeclaringType!, $"has the decimal property {property.Name} of no known precision; mark it [Decimal(precision, scale)].");
        }

        if (digits is null && !type.IsEnum && !Types.Contains(type) && vectorLength is null)
        {
            throw SourceModel.Fault(property.DeclaringType!, $"has the property {property.Name} of type {type}, which no column can hold; remove its setter or change its type.");
        }
    }

    public PropertyInfo Property { get; }

    public bool AllowsNull { get; }

    /// <summary>Whether a later version of an event may change it.</summary>
    public bool IsKnownAfterOutcome { get; }

    public object? Read(object row) => Property.GetValue(row);

    public object? Normalise(object? value, out string? fault)
    {
        if (value is float[] vector)
        {
            fault = VectorValue.FaultOf(vector, vectorLength.GetValueOrDefault());
            return fault is null ? VectorValue.Normalise(vector) : vector;
        }

        if (value is decimal number && digits is { Precision: var precision, Scale: var scale })
        {
            fault = DecimalValue.FaultOf(number, precision, scale, out var units);
            return fault is not null || DecimalValue.IsNormal(number, scale) ? value : DecimalValue.Of(units, scale);
        }

        if (value is not null)
        {
            return ColumnValue.Normalise(value, out fault);
        }

        fault = AllowsNull ? null : "is null but the property is not nullable.";
        return value;
    }

    /// <summary>Whether a property of a reference type may be null.</summary>
    internal static bool IsNullable(PropertyInfo property)
    {
        // Trimmed applications drop the annotations unless this switch keeps them; without them null cannot be told to be wrong.
        var isSupported = !AppContext.TryGetSwitch("System.Reflection.NullabilityInfoContext.IsSupported", out var enabled) || enabled;
        return !isSupported || new NullabilityInfoContext().Create(property).ReadState != NullabilityState.NotNull;
    }
}
