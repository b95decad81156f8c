using System.Globalization;

namespace TypedFeatures.Fuzzing.Model;

/// <summary>An expression of a definition.</summary>
/// <param name="Production">How it is written.</param>
/// <param name="Type">What comes out.</param>
/// <param name="Operands">Its operands.</param>
/// <param name="Leaf">What a leaf holds: a literal, a column, a length.</param>
public sealed record Expr(Production Production, FuzzType Type, IReadOnlyList<Expr> Operands, string Leaf = "")
{
    public bool IsConstant => Production.Construct.StartsWith("constant", StringComparison.Ordinal) || (Operands.Count > 0 && Operands.All(o => o.IsConstant));

    /// <summary>It and everything below it, parents first.</summary>
    public IEnumerable<Expr> All => Operands.SelectMany(o => o.All).Prepend(this);

    public bool MayFail => All.Any(e => e.Production.Fails);

    /// <summary>The smaller expressions that may stand in its place.</summary>
    public IEnumerable<Expr> Parts => Operands.Where((o, i) => o.Type == Type && !Production.Operands[i].OfRow);

    /// <summary>Replaces one expression of the tree, found by its place among <see cref="All"/>.</summary>
    public Expr With(int place, Expr replacement)
    {
        if (place == 0)
        {
            return replacement;
        }

        var operands = Operands.ToArray();
        var next = 1;
        for (var i = 0; i < operands.Length; i++)
        {
            var size = operands[i].All.Count();
            if (place < next + size)
            {
                operands[i] = operands[i].With(place - next, replacement);
                return this with { Operands = operands };
            }

            next += size;
        }

        throw new ArgumentOutOfRangeException(nameof(place));
    }
}

/// <summary>Writes expressions.</summary>
/// <param name="Rows">How a variable of the query is named where the expression stands.</param>
/// <param name="Lambda">How it is named in a window's lambda.</param>
public sealed record ExprText(Func<string, string> Rows, Func<string, string> Lambda)
{
    private readonly int[] variables = new int[1];

    public string Of(Expr expression) => Fill(expression, expression.Production.Text);

    /// <summary>The magnitude of an inexact expression; of an exact one, nothing.</summary>
    public string MagnitudeOf(Expr expression) => expression.Production.Magnitude is { } text ? Fill(expression, text) : "0d";

    private string Fill(Expr expression, string text)
    {
        if (expression.Production.IsLeaf)
        {
            return text.Replace("{d}", Named(expression.Leaf), StringComparison.Ordinal);
        }

        if (text.Contains("{v}", StringComparison.Ordinal))
        {
            text = text.Replace("{v}", "v" + (++variables[0]).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        for (var i = 0; i < expression.Operands.Count; i++)
        {
            var writer = expression.Production.Operands[i].OfRow ? this with { Rows = Lambda } : this;
            var place = i.ToString(CultureInfo.InvariantCulture);
            var operand = expression.Operands[i];
            text = ReplaceEach(text, $"{{m{place}}}", () => writer.MagnitudeOf(operand));
            text = ReplaceEach(text, $"{{{place}}}", () => writer.Of(operand));
        }

        return text.Replace("{d}", Named(expression.Leaf), StringComparison.Ordinal);
    }

    /// <summary>Writes an operand anew wherever it stands: variables of patterns in it must not be declared twice.</summary>
    private static string ReplaceEach(string text, string place, Func<string> write)
    {
        for (var at = text.IndexOf(place, StringComparison.Ordinal); at >= 0;)
        {
            var written = write();
            text = text[..at] + written + text[(at + place.Length)..];
            at = text.IndexOf(place, at + written.Length, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A leaf names a variable of the query as <c>§name§</c>.</summary>
    private string Named(string leaf)
    {
        var start = leaf.IndexOf('§', StringComparison.Ordinal);
        if (start < 0)
        {
            return leaf;
        }

        var end = leaf.IndexOf('§', start + 1);
        return leaf[..start] + Rows(leaf[(start + 1)..end]) + Named(leaf[(end + 1)..]);
    }
}
