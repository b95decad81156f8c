using TypedFeatures.Tests;

namespace TypedFeatures.Specification.Tests;

/// <summary>The page <c>docs/semantics.md</c>, read once.</summary>
public static class SemanticsPage
{
    public static readonly string Path = Repository.PathOf("docs/semantics.md");

    private static readonly Lazy<IReadOnlyList<PageSection>> Lazily = new(Read);

    /// <summary>The sections that have examples.</summary>
    public static IReadOnlyList<PageSection> Sections => Lazily.Value;

    public static IEnumerable<Example> Examples => Sections.SelectMany(s => s.Examples);

    private static List<PageSection> Read()
    {
        var sections = new List<PageSection>();
        SectionReader? reader = null;
        foreach (var block in PageReader.Read(File.ReadAllLines(Path)))
        {
            if (block is PageHeading heading)
            {
                reader = new SectionReader(heading.Title, sections);
                sections.Add(reader.Section);
            }
            else
            {
                reader?.Read(block);
            }
        }

        return [.. sections.Where(s => s.Code.Count + s.Examples.Count > 0)];
    }
}

/// <summary>A section of the page: its code and its examples.</summary>
/// <param name="Title">The heading.</param>
public sealed record PageSection(string Title)
{
    /// <summary>The heading under which stands what all sections share.</summary>
    public const string Shared = "The rows of the examples";

    /// <summary>The namespace of its code.</summary>
    public string Namespace => Title == Shared ? "Semantics" : "Semantics.Of" + string.Concat(Title.Split(' ', ',', '-').Where(w => w.Length > 0).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    /// <summary>Its code, with the line each part begins at.</summary>
    public List<(int Line, string Text)> Code { get; } = [];

    public List<Example> Examples { get; } = [];

    /// <summary>What must be compiled before the views of expressions can be written: their row types and how they are grouped.</summary>
    public List<ExpressionTable> Tables { get; } = [];
}

/// <summary>Expressions whose types are still to be found out.</summary>
/// <param name="Number">Its number in the section.</param>
/// <param name="Parameter">What the expressions speak of: <c>r</c>, a row, or <c>g</c>, the history of an entity.</param>
/// <param name="RowType">The row type.</param>
/// <param name="Key">The property that rows are grouped by.</param>
/// <param name="Expressions">The expressions, and the view each is in: those that fail somewhere are alone.</param>
public sealed record ExpressionTable(int Number, string Parameter, string RowType, string Key, IReadOnlyList<PageExpression> Expressions)
{
    public bool IsOfRows => Parameter != "g";
}
