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

    /// <summary>An exact decimal: a whole number of units of ten to the power of minus <see cref="ScalarType.Scale"/>, of at most <see cref="ScalarType.Limit"/> units.</summary>
    Decimal,

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

    /// <summary>A fixed number of finite IEEE singles: a column of a source, or a feature.</summary>
    Vector,

    /// <summary>Scalars in an order, none of them null: a feature only.</summary>
    List,

    /// <summary>Numbers by key, sorted by key: a feature only.</summary>
    Map,
}

/// <summary>A scalar type: its kind, whether null belongs to it, and for enums which.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="IsNullable">Whether null is one of its values.</param>
/// <param name="Enum">The enum; set exactly where <paramref name="Kind"/> is <see cref="ScalarKind.Enum"/>.</param>
/// <remarks>Equal types have equal kinds, nulls, enums by either storage, elements, keys, lengths, scales and limits.</remarks>
public sealed record ScalarType(ScalarKind Kind, bool IsNullable = false, EnumType? Enum = null)
{
    /// <summary>The most digits a decimal may be declared with.</summary>
    public const int MostDigits = 18;

    /// <summary>
    /// The greatest number of units that a computed decimal may reach: nine values of 18 digits. Above any number of units up to here there is room in 64 bits for
    /// a whole multiple of every power of ten, which comparisons of unlike scales need.
    /// </summary>
    public const long MostUnits = 8_999_999_999_999_999_999;

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

    /// <summary>What a list holds, or what a map holds by key; never null itself.</summary>
    public ScalarType? Element { get; init; }

    /// <summary>By what a map is keyed; never null itself.</summary>
    public ScalarType? Key { get; init; }

    /// <summary>
    /// The full C# name of the enum whose values these integers are, stored as numbers by <c>[StoredAs(EnumStorage.Number)]</c>; null for integers that
    /// are just that, and for every other kind. Plans take such values for the integers they are; only C# calls them by the enum's name.
    /// </summary>
    public string? NumberOf { get; init; }

    /// <summary>How many numbers a vector has; 0 for every other kind.</summary>
    public int Length { get; init; }

    /// <summary>How many digits a decimal has after the point; 0 for every other kind.</summary>
    public int Scale { get; init; }

    /// <summary>
    /// The greatest magnitude of a decimal, in units; 0 for every other kind. Of a declared decimal it is all its digits nines; <see cref="long.MaxValue"/> stands for
    /// any 64-bit integer.
    /// </summary>
    public long Limit { get; init; }

    /// <summary>How many digits a decimal may have in all.</summary>
    public int Precision => Limit.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;

    /// <summary>Whether a value has parts: a vector, list or map.</summary>
    public bool IsComposite => Kind is ScalarKind.Vector or ScalarKind.List or ScalarKind.Map;

    /// <summary>How many numbers a value takes in a vector of model inputs: as many as a vector has, 1 for a scalar; 0 where that is not fixed (lists and maps).</summary>
    public int Width => Kind switch
    {
        ScalarKind.Vector => Length,
        ScalarKind.List or ScalarKind.Map => 0,
        _ => 1,
    };

    /// <summary>The same type with null.</summary>
    public ScalarType Nullable => IsNullable ? this : this with { IsNullable = true };

    /// <summary>The same type without null.</summary>
    public ScalarType NonNullable => IsNullable ? this with { IsNullable = false } : this;

    /// <summary>Whether this is <see cref="ScalarKind.Int32"/> or <see cref="ScalarKind.Int64"/>.</summary>
    public bool IsInteger => Kind is ScalarKind.Int32 or ScalarKind.Int64;

    /// <summary>Whether this is <see cref="ScalarKind.Single"/> or <see cref="ScalarKind.Double"/>.</summary>
    public bool IsFloating => Kind is ScalarKind.Single or ScalarKind.Double;

    /// <summary>Whether the C# type is a reference type (its nullability is an annotation, not another type).</summary>
    public bool IsReference => Kind is ScalarKind.String || IsComposite;

    /// <summary>A vector of <paramref name="length"/> numbers.</summary>
    public static ScalarType VectorOf(int length) => new(ScalarKind.Vector) { Length = length };

    /// <summary>A list of <paramref name="element"/>.</summary>
    public static ScalarType ListOf(ScalarType element) => new(ScalarKind.List) { Element = element.NonNullable };

    /// <summary>A map from <paramref name="key"/> to <paramref name="element"/>.</summary>
    public static ScalarType MapOf(ScalarType key, ScalarType element) => new(ScalarKind.Map) { Key = key.NonNullable, Element = element.NonNullable };

    /// <summary>A decimal as declared: of so many digits, so many of them after the point.</summary>
    public static ScalarType DecimalOf(int precision, int scale) => DecimalWithin(PowerOfTen(precision) - 1, scale);

    /// <summary>A decimal of at most so many units.</summary>
    public static ScalarType DecimalWithin(long limit, int scale) => new(ScalarKind.Decimal) { Limit = limit, Scale = scale };

    /// <summary>Ten to the power of 0 to 18.</summary>
    public static long PowerOfTen(int exponent) => exponent == 0 ? 1 : 10 * PowerOfTen(exponent - 1);

    /// <summary>How many units of a finer scale as many units of this decimal are at most; null where that is more than <see cref="MostUnits"/>.</summary>
    public long? LimitAt(int scale)
    {
        var factor = PowerOfTen(scale - Scale);
        return Limit <= MostUnits / factor ? Limit * factor : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        ScalarKind.Decimal => $"Decimal({Precision}, {Scale})",
        ScalarKind.Enum => Enum!.Name,
        _ when NumberOf is { } name => name,
        ScalarKind.Vector => $"Vector({Length})",
        ScalarKind.List => $"List({Element})",
        ScalarKind.Map => $"Map({Key}, {Element})",
        _ => Kind.ToString(),
    } + (IsNullable ? "?" : "");
}

/// <summary>An enum as plans know it: stored by member name, ordered by member value.</summary>
/// <param name="Name">The full C# name, without <c>global::</c>.</param>
/// <param name="Members">The members in ascending order of value; names and values are both unique.</param>
public sealed record EnumType(string Name, EquatableArray<EnumMember> Members);

/// <summary>One member of an enum.</summary>
/// <param name="Name">The C# name, which is also what is stored.</param>
/// <param name="Value">The numeric value, which decides the order.</param>
public sealed record EnumMember(string Name, long Value);
