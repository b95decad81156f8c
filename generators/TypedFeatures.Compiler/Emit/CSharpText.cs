using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedFeatures.Compiler.Emit;

/// <summary>How names, literals and documentation are spelled in C#.</summary>
internal static class CSharpText
{
    /// <summary>A name as an identifier, with <c>@</c> where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) is SyntaxKind.FieldKeyword or SyntaxKind.AwaitKeyword
            ? "@" + name
            : name;

    /// <summary>A full type name, from the global namespace.</summary>
    public static string Global(string fullName) => "global::" + string.Join(".", fullName.Split('.').Select(Identifier));

    /// <summary>A full type name as part of an identifier.</summary>
    public static string Flat(string fullName) => fullName.Replace("@", "").Replace('.', '_');

    /// <summary>A property's name as a parameter or local, unescaped.</summary>
    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>A column's name as a property: <c>order_value</c> as <c>OrderValue</c>.</summary>
    public static string PascalCase(string name)
    {
        var result = new StringBuilder(name.Length);
        var upper = true;
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                upper = true;
                continue;
            }

            result.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return result.Length == 0 || char.IsDigit(result[0]) ? "Column" + result : result.ToString();
    }

    /// <summary>A string literal.</summary>
    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A number as a long literal.</summary>
    public static string Literal(long value) =>
        value == long.MinValue ? "long.MinValue" : value.ToString(CultureInfo.InvariantCulture) + "L";

    /// <summary>A truth value.</summary>
    public static string Literal(bool value) => value ? "true" : "false";

    /// <summary>A number.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Text inside a documentation comment, on one line.</summary>
    public static string Doc(string text) => string.Join(" ", text.Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries))
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>A raw string literal whose lines begin and end on lines of their own; quotes enough for any content.</summary>
    public static string RawLiteral(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var quotes = new string('"', Math.Max(3, longest + 1));
        return quotes + "\n" + text + "\n" + quotes;
    }

    /// <summary>A length of time as a name: <c>7Days</c>, <c>36Hours</c>.</summary>
    public static string DurationName(long microseconds)
    {
        (long Size, string Name)[] units =
        [
            (86_400_000_000, "Days"), (3_600_000_000, "Hours"), (60_000_000, "Minutes"), (1_000_000, "Seconds"), (1_000, "Milliseconds"), (1, "Microseconds"),
        ];
        var (size, name) = units.First(u => microseconds % u.Size == 0);
        var count = microseconds / size;
        return count.ToString(CultureInfo.InvariantCulture) + (count == 1 ? name.Substring(0, name.Length - 1) : name);
    }
}
