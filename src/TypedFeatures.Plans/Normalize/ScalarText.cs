using System.Globalization;
using System.Text;

namespace TypedFeatures.Plans.Normalize;

/// <summary>An unambiguous text of an expression, types included: equal texts, equal expressions. For hashing and sorting; nobody parses it.</summary>
internal static class ScalarText
{
    /// <param name="value">The expression.</param>
    /// <param name="withMembers">Whether types of enums say which members they have.</param>
    public static string Of(Scalar value, bool withMembers = true)
    {
        var text = new StringBuilder();
        Write(value, text, withMembers);
        return text.ToString();
    }

    private static void Write(Scalar value, StringBuilder text, bool withMembers)
    {
        text.Append('(');
        text.Append(value switch
        {
            Constant c => "const " + Literal(c.Value),
            ColumnOf c => "column " + Number(c.Source) + " " + Quoted(c.Property),
            StateColumnOf c => "state " + Number(c.Index),
            IsMatched m => "matched " + Number(m.Source),
            AsOfInstant => "as-of",
            KeyOf k => "key " + Number(k.Index),
            ViewFeature f => "feature " + Number(f.View) + " " + Quoted(f.Property),
            RequestValue r => "request " + Number(r.Index),
            Unary u => u.Operator.ToString(),
            Binary b => b.Operator.ToString(),
            Conversion => "convert",
            Conditional => "if",
            Call c => "call " + c.Function,
            Aggregate a => $"aggregate {a.Kind} {WindowText(a.Window)} {(a.Argument is null ? "" : "of")}{(a.Amount is null ? "" : " sum")} {(a.Predicate is null ? "" : "where")}{string.Concat(a.Parameters.Select(p => " " + Literal(p.Value)))}",
            _ => throw new ArgumentException($"No text for {value.GetType().Name}.", nameof(value)),
        });
        text.Append(" : ").Append(TypeText(value.Type, withMembers));
        foreach (var operand in value.Operands())
        {
            text.Append(' ');
            Write(operand, text, withMembers);
        }

        text.Append(')');
    }

    private static string WindowText(WindowBounds window) => window.Length is not { } length
        ? "all"
        : Number(length)
            + (window.Offset == 0 ? "" : " offset " + Number(window.Offset))
            + (window.Tile is { } tile ? " tile " + Number(tile) : "")
            + (window.Gap is { } gap ? " gap " + Number(gap) : "");

    /// <param name="type">The type.</param>
    /// <param name="withMembers">Whether an enum says which members it has.</param>
    public static string TypeText(ScalarType type, bool withMembers = true) =>
        type.Kind + (type.NumberOf is null ? "" : "#") + (type.IsNullable ? "?" : "") + (withMembers && type.Enum is { } members ? "{" + string.Join(",", members.Members.Select(m => m.Name + "=" + Number(m.Value))) + "}" : "")
        + (type.Kind is ScalarKind.Vector ? "[" + Number(type.Length) + "]" : "")
        + (type.Kind is ScalarKind.Decimal ? "(" + Number(type.Limit) + "," + Number(type.Scale) + ")" : "")
        + (type.Key is { } key ? "<" + TypeText(key, withMembers) + ">" : "")
        + (type.Element is { } element ? "<" + TypeText(element, withMembers) + ">" : "");

    public static string Quoted(string value) => "'" + value.Replace("'", "''") + "'";

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string s => Quoted(s),
        double d => Number(BitConverter.DoubleToInt64Bits(d)) + "d",
        float f => Number(BitConverter.DoubleToInt64Bits(f)) + "f",
        bool b => b ? "true" : "false",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"No text for a constant {value.GetType()}.", nameof(value)),
    };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
