using System.Text;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes indented source text with <c>\n</c> line ends.</summary>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;
    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>An empty line, unless the last line is empty or opens a block.</summary>
    public void Gap()
    {
        var end = text.Length;
        if (end == 0 || (end >= 2 && text[end - 1] == '\n' && text[end - 2] is '\n' or '{'))
        {
            return;
        }

        text.Append('\n');
    }

    /// <summary>A line, or several separated by <c>\n</c>, each indented unless empty.</summary>
    public void Line(string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            if (line.Length > 0)
            {
                text.Append(' ', depth * IndentSize).Append(line);
            }

            text.Append('\n');
        }
    }

    /// <summary>Lines as they are, at the left edge: of the characters of an indented statement a quarter would be the indentation, which the compiler reads and takes off again.</summary>
    public void Verbatim(string lines) => text.Append(lines).Append('\n');

    /// <summary>A header and a block in braces, closed when the result is disposed.</summary>
    /// <param name="header">What stands before the block.</param>
    /// <param name="end">What follows the closing brace, such as a semicolon.</param>
    public Scope Block(string header, string end = "")
    {
        Line(header);
        Line("{");
        depth++;
        return new Scope(this, "}" + end);
    }

    /// <summary>Lines one step deeper until the result is disposed.</summary>
    public Scope Indent()
    {
        depth++;
        return new Scope(this, null);
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    /// <summary>An open block.</summary>
    internal readonly struct Scope(SourceWriter writer, string? end) : IDisposable
    {
        /// <summary>Closes the block.</summary>
        public void Dispose()
        {
            writer.depth--;
            if (end is not null)
            {
                writer.Line(end);
            }
        }
    }
}
