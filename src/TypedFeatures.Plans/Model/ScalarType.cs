namespace TypedFeatures.Plans;

/// <summary>The kinds of scalar values, each with one meaning on every engine.</summary>
public enum ScalarKind
{
    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A 32-bit signed integer.</summary>
    Int32,

    /// <summary>A 64-bit signed integer.</summary>
    Int64,

    /// <summary>An IEEE single, a storage type only: every operator works on <see cref="Double"/>.</summary>
    Single,

    /// <summary>A finite IEEE double; −0 is 0.</summary>
    Double,

    /// <summary>Unicode text without NUL or lone surrogates, ordered by code point.</summary>
    String,

    /// <summary>A GUID, stored as and ordered by its lower-case text.</summary>
    Guid,

    /// <summary>A UTC instant in microseconds since 1970, years 1900 to 2299.</summary>
    DateTime,

    /// <summary>A calendar date, in days since 1970.</summary>
    Date,

    /// <summary>A length of time in microseconds.</summary>
    TimeSpan,

    /// <summary>An enum member, stored by name and ordered by value.</summary>
    Enum,
}

/// <summary>A scalar type: its kind, whether null belongs to it, and for enums which.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="IsNullable">Whether null is one of its values.</param>
/// <param name="Enum">The enum; set exactly where <paramref name="Kind"/> is <see cref="ScalarKind.Enum"/>.</param>
public sealed record ScalarType(ScalarKind Kind, bool IsNullable = false, EnumType? Enum = null)
{
    /// <summary>A truth value that is never unknown.</summary>
    public static readonly ScalarType Boolean = new(ScalarKind.Boolean);

    /// <summary>A 32-bit integer that is never null.</summary>
    public static readonly ScalarType Int32 = new(ScalarKind.Int32);

    /// <summary>A 64-bit integer that is never null.</summary>
    public static readonly ScalarType Int64 = new(ScalarKind.Int64);

    /// <summary>A double that is never null.</summary>
    public static readonly ScalarType Double = new(ScalarKind.Double);

    /// <summary>Text that is never null.</summary>
    public static readonly ScalarType String = new(ScalarKind.String);

    /// <summary>An instant that is never null.</summary>
    public static readonly ScalarType DateTime = new(ScalarKind.DateTime);

    /// <summary>A length of time that is never null.</summary>
    public static readonly ScalarType TimeSpan = new(ScalarKind.TimeSpan);

    /// <summary>The same type with null.</summary>
    public ScalarType Nullable => IsNullable ? this : this with { IsNullable = true };

    /// <summary>The same type without null.</summary>
    public ScalarType NonNullable => IsNullable ? this with { IsNullable = false } : this;

    /// <summary>Whether this is <see cref="ScalarKind.Int32"/> or <see cref="ScalarKind.Int64"/>.</summary>
    public bool IsInteger => Kind is ScalarKind.Int32 or ScalarKind.Int64;

    /// <summary>Whether this is <see cref="ScalarKind.Single"/> or <see cref="ScalarKind.Double"/>.</summary>
    public bool IsFloating => Kind is ScalarKind.Single or ScalarKind.Double;

    /// <summary>Whether the C# type is a reference type (its nullability is an annotation, not another type).</summary>
    public bool IsReference => Kind is ScalarKind.String;

    /// <inheritdoc/>
    public override string ToString() => (Enum?.Name ?? Kind.ToString()) + (IsNullable ? "?" : "");
}

/// <summary>An enum as plans know it: stored by member name, ordered by member value.</summary>
/// <param name="Name">The full C# name, without <c>global::</c>.</param>
/// <param name="Members">The members in ascending order of value; names and values are both unique.</param>
public sealed record EnumType(string Name, EquatableArray<EnumMember> Members);

/// <summary>One member of an enum.</summary>
/// <param name="Name">The C# name, which is also what is stored.</param>
/// <param name="Value">The numeric value, which decides the order.</param>
public sealed record EnumMember(string Name, long Value);
