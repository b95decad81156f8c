using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using TypedFeatures.Parity;
using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Specification.Tests;

/// <summary>The code of the page, compiled once with the real generator and analyzers.</summary>
public sealed class CompiledPage
{
    private static readonly Lazy<CompiledPage> Lazily = new(() => new CompiledPage(SectionText.Of(SemanticsPage.Sections)));

    private readonly CompiledDefinitions definitions;
    private readonly ConcurrentDictionary<Type, CompiledView> views = new();

    private CompiledPage(IReadOnlyList<string> texts)
    {
        Compilation = DefinitionCompiler.Compilation(texts);
        if (DefinitionCompiler.Analyze(texts) is { Count: > 0 } problems)
        {
            throw new DefinitionException(problems);
        }

        definitions = CompiledDefinitions.CompileQuickly([.. texts]);
    }

    public static CompiledPage Current => Lazily.Value;

    /// <summary>The text, to look into.</summary>
    public CSharpCompilation Compilation { get; }

    public CompiledView View(string section, string name) =>
        views.GetOrAdd(Type(section, name), CompiledView.Of);

    public Type Type(string section, string name) =>
        definitions.Assembly.GetType(FullName(section, name)) ?? definitions.Assembly.GetType($"Semantics.{name}") ?? throw new ArgumentException($"There is no type {name} under '{section}'.", nameof(name));

    /// <summary>Some view over one source alone.</summary>
    public CompiledView ViewOver(Type source) => definitions.Views.First(v => v.Descriptor.Sources.Count == 1 && v.Descriptor.Sources[0].RowType == source.FullName);

    /// <summary>The rows of an example by type, in order of arrival.</summary>
    public IReadOnlyList<IGrouping<Type, object>> Rows(string section, IReadOnlyDictionary<string, PageTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return [.. tables.SelectMany(t => t.Value.Rows.Select(r => (Type: Type(section, t.Key), Row: r, t.Value.Head))).GroupBy(r => r.Type, r => Row(r.Type, r.Head, r.Row.Cells))];
    }

    /// <summary>A row: the first cell is the event's id; of rows without one it only names the row. An empty cell is the property's default.</summary>
    public static object Row(Type type, IReadOnlyList<string> head, IReadOnlyList<string> cells)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(cells);
        var row = Activator.CreateInstance(type)!;
        for (var i = 0; i < head.Count && i < cells.Count; i++)
        {
            var property = i > 0
                ? type.GetProperty(head[i]) ?? throw new ArgumentException($"{type.Name} has no property '{head[i]}'.", nameof(head))
                : type.GetProperties().FirstOrDefault(p => p.IsDefined(typeof(EventIdAttribute)));
            if (property is not null && cells[i].Length > 0)
            {
                property.SetValue(row, CellText.Parse(cells[i], property.PropertyType));
            }
        }

        return row;
    }

    /// <summary>Rows as a list of their type.</summary>
    public static IList Typed(Type type, IEnumerable<object> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type))!;
        foreach (var row in rows)
        {
            list.Add(row);
        }

        return list;
    }

    private static string FullName(string section, string name) => $"{SemanticsPage.Sections.Single(s => s.Title == section).Namespace}.{name}";
}
