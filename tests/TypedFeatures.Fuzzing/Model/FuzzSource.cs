using System.Text;

namespace TypedFeatures.Fuzzing.Model;

/// <summary>A column of a source.</summary>
/// <param name="Name">The property.</param>
/// <param name="Type">Its type.</param>
/// <param name="Attribute">What it is marked with; empty for a plain value.</param>
public sealed record FuzzColumn(string Name, FuzzType Type, string Attribute = "")
{
    public bool IsPlain => Attribute.Length == 0 || Attribute.StartsWith("[Column", StringComparison.Ordinal);

    public string Text => $"    {Attribute}{(Attribute.Length > 0 ? " " : "")}{Type.Digits}public {(Type is { Kind: Kind.String, IsNullable: false } ? "required " : "")}{Type.Text} {Name} {{ get; init; }}\n";
}

/// <summary>What a row computes of its columns.</summary>
/// <param name="Name">The property.</param>
/// <param name="Type">Its type.</param>
/// <param name="Body">The expression.</param>
public sealed record FuzzProperty(string Name, FuzzType Type, string Body);

/// <summary>A source.</summary>
/// <param name="Row">The row type.</param>
/// <param name="Table">The name of its table.</param>
/// <param name="IsEvent">Whether it is one of events.</param>
/// <param name="Columns">The columns in order.</param>
/// <param name="Constructs">What it shows.</param>
public sealed record FuzzSource(string Row, string Table, bool IsEvent, IReadOnlyList<FuzzColumn> Columns, IReadOnlyList<string> Constructs)
{
    /// <summary>What its rows compute.</summary>
    public IReadOnlyList<FuzzProperty> Computed { get; init; } = [];

    public IEnumerable<FuzzColumn> Keys => Columns.Where(c => c.Attribute == "[EntityKey]");

    /// <summary>The declaration in C#.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            text.Append(IsEvent ? "[EventSource(\"" : "[DimensionSource(\"").Append(Table).Append("\")]\npublic sealed record ").Append(Row).Append("\n{\n");
            foreach (var column in Columns)
            {
                text.Append(column.Text);
            }

            foreach (var property in Computed)
            {
                text.Append("    public ").Append(property.Type.Text).Append(' ').Append(property.Name).Append(" => ").Append(property.Body).Append(";\n");
            }

            return text.Append("}\n").ToString();
        }
    }
}
