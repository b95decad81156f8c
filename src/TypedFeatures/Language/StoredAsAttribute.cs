namespace TypedFeatures;

/// <summary>How the values of an enum are stored.</summary>
public enum EnumStorage
{
    /// <summary>By the member's name, which is how enums are stored that say nothing. Values without a member are refused.</summary>
    Name,

    /// <summary>As the underlying integer: every value is stored, combined flags and values without a member included.</summary>
    Number,
}

/// <summary>
/// Says how an enum is stored. <see cref="FlagsAttribute"/> enums and enums with two names for one value have no one name per value, so they need
/// <see cref="EnumStorage.Number"/>. Changing it changes the contract of every view that reads the enum.
/// </summary>
/// <param name="storage">By name or as the number.</param>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class StoredAsAttribute(EnumStorage storage) : Attribute
{
    /// <summary>By name or as the number.</summary>
    public EnumStorage Storage { get; } = storage;
}
