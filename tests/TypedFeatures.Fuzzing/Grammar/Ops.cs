using TypedFeatures.Fuzzing.Model;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>Short names for the table of productions.</summary>
internal static class Ops
{
    /// <summary>Null or not; null makes the result null.</summary>
    public static Operand Op(Kind kind) => new(kind);

    public static Operand NotNull(Kind kind) => new(kind, Nulls.Never);

    public static Operand Nullable(Kind kind) => new(kind, Nulls.Maybe);

    /// <summary>Not always computed.</summary>
    public static Operand Lazy(Kind kind) => new(kind) { IsLazy = true };

    /// <summary>A condition, or another operand whose type is not the result's.</summary>
    public static Operand Aside(Kind kind, Nulls nulls = Nulls.Never) => new(kind, nulls) { IsAside = true };

    public static Operand Window { get; } = new(Kind.Window, Nulls.Never) { IsAside = true };

    /// <summary>The body of a window's lambda.</summary>
    public static Operand Row(Kind kind, Nulls nulls = Nulls.Any) => new(kind, nulls) { OfRow = true, NotConstant = true };

    public static string Of(string construct, Kind kind) => $"{construct}<{FuzzType.LabelOf(kind)}>";

    public static string OfNullable(string construct, Kind kind) => $"{construct}<{FuzzType.LabelOf(kind)}?>";
}
