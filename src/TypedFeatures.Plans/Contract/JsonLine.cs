using System.Globalization;
using System.Text;

namespace TypedFeatures.Plans.Contract;

/// <summary>Writes an object of JSON on one line. What is empty, false or not there is left out.</summary>
internal sealed class JsonLine
{
    private readonly List<string> members = [];

    public JsonLine Text(string name, string? value) => value is { Length: > 0 } ? Add(name, Quoted(value)) : this;

    public JsonLine Length(string name, long? microseconds) => microseconds is { } length ? Text(name, WindowNotation.Write(length)) : this;

    public JsonLine Number(string name, long? value) => value is { } number ? Add(name, number.ToString(CultureInfo.InvariantCulture)) : this;

    public JsonLine Flag(string name, bool value) => value ? Add(name, "true") : this;

    public JsonLine Texts(string name, IEnumerable<string> values) => List(name, values.Select(Quoted));

    public JsonLine Objects(string name, IEnumerable<JsonLine> values) => List(name, values.Select(v => v.ToString()));

    /// <summary>The members, as they stand in an object.</summary>
    public string Members => string.Join(", ", members);

    /// <inheritdoc/>
    public override string ToString() => "{" + Members + "}";

    /// <summary>A text of JSON. What is not ASCII stays as it is, except what could not stand in a file: controls and halves of surrogate pairs.</summary>
    public static string Quoted(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var isPair = char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            if (isPair)
            {
                text.Append(c).Append(value[++i]);
            }
            else if (c is '"' or '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
            {
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(c);
            }
        }

        return text.Append('"').ToString();
    }

    private JsonLine List(string name, IEnumerable<string> values)
    {
        var text = string.Join(", ", values);
        return text.Length == 0 ? this : Add(name, "[" + text + "]");
    }

    private JsonLine Add(string name, string value)
    {
        members.Add($"\"{name}\": {value}");
        return this;
    }
}
