using System.Globalization;
using System.Text;

namespace TypedFeatures.Plans.Contract;

/// <summary>Reads JSON strictly: no comments, no trailing commas, no name twice, no null and no fractions, which a lock file never has.</summary>
internal sealed class JsonReader(string text)
{
    /// <summary>More than a lock file needs, and less than the stack has room for.</summary>
    private const int Deepest = 32;

    private int at;
    private int line = 1;
    private int lineStart;
    private int depth;

    /// <summary>The one value that a text is.</summary>
    /// <exception cref="LockFileException">It is no JSON, or JSON that no lock file has.</exception>
    public static JsonNode Read(string text)
    {
        var reader = new JsonReader(text);
        reader.SkipByteOrderMark();
        var value = reader.Value();
        reader.SkipSpace();
        return reader.at == text.Length ? value : throw reader.Unexpected("the end of the file");
    }

    private int Column => at - lineStart + 1;

    private JsonNode Value()
    {
        SkipSpace();
        var (startLine, startColumn) = (line, Column);
        switch (at < text.Length ? text[at] : '\0')
        {
            case '{':
                return new JsonObject(Members(), startLine, startColumn);
            case '[':
                return new JsonArray(Items(']', Value), startLine, startColumn);
            case '"':
                return String();
            case '-' or (>= '0' and <= '9'):
                return new JsonNumber(Number(), startLine, startColumn);
            case 't' or 'f':
                return new JsonTruth(Truth(), startLine, startColumn);
            default:
                throw Unexpected("a value");
        }
    }

    private EquatableArray<JsonMember> Members()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return Items('}', () =>
        {
            SkipSpace();
            var name = at < text.Length && text[at] == '"' ? String() : throw Unexpected("a name in quotes");
            if (!names.Add(name.Value))
            {
                throw name.Error($"\"{name.Value}\" stands here twice. Keep one; a merge may have left both.");
            }

            SkipSpace();
            Take(':');
            return new JsonMember(name, Value());
        });
    }

    private EquatableArray<T> Items<T>(char close, Func<T> item)
    {
        var items = new List<T>();
        if (++depth > Deepest)
        {
            throw new LockFileException($"Nothing in a lock file is nested {Deepest} deep.", line, Column);
        }

        at++;
        SkipSpace();
        if (!TryTake(close))
        {
            do
            {
                items.Add(item());
                SkipSpace();
            }
            while (TryTake(','));

            Take(close);
        }

        depth--;
        return items.ToEquatableArray();
    }

    private JsonText String()
    {
        var (startLine, startColumn) = (line, Column);
        var value = new StringBuilder();
        for (at++; at < text.Length && text[at] >= ' '; at++)
        {
            switch (text[at])
            {
                case '"':
                    at++;
                    return new JsonText(value.ToString(), startLine, startColumn);
                case '\\':
                    at++;
                    value.Append(Escaped());
                    break;
                default:
                    value.Append(text[at]);
                    break;
            }
        }

        throw Unexpected("the quote that ends the text");
    }

    private char Escaped()
    {
        switch (at < text.Length ? text[at] : '\0')
        {
            case '"' or '\\' or '/':
                return text[at];
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u' when at + 4 < text.Length && ushort.TryParse(text.Substring(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            default:
                throw Unexpected("what may follow a backslash in JSON");
        }
    }

    private long Number()
    {
        var (start, column) = (at, Column);
        while (at < text.Length && text[at] is '-' or '+' or '.' or 'e' or 'E' or (>= '0' and <= '9'))
        {
            at++;
        }

        var digits = text.Substring(start, at - start);
        var magnitude = digits.TrimStart('-');
        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && (magnitude == "0" || magnitude[0] != '0')
            ? value
            : throw new LockFileException($"'{digits}' is no whole number of 64 bits, written without leading zeros.", line, column);
    }

    private bool Truth()
    {
        foreach (var word in new[] { "true", "false" })
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
            {
                at += word.Length;
                return word == "true";
            }
        }

        throw Unexpected("a value");
    }

    private void SkipByteOrderMark() => lineStart = at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    private void SkipSpace()
    {
        for (; at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n'; at++)
        {
            if (text[at] == '\n')
            {
                line++;
                lineStart = at + 1;
            }
        }
    }

    private bool TryTake(char mark)
    {
        if (at == text.Length || text[at] != mark)
        {
            return false;
        }

        at++;
        return true;
    }

    private void Take(char mark)
    {
        if (!TryTake(mark))
        {
            throw Unexpected($"'{mark}'");
        }
    }

    private LockFileException Unexpected(string expected)
    {
        var found = at == text.Length ? "the end of the file" : text[at] < ' ' ? "the end of the line" : $"'{text[at]}'";
        return new LockFileException($"Here stands {found} where {expected} is expected.", line, Column);
    }
}
