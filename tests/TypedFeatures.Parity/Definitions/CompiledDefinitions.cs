using System.Reflection;
using System.Runtime.Loader;

namespace TypedFeatures.Parity.Definitions;

/// <summary>
/// Sources and views out of C# text: compiled in memory by the real generator and analyzers, and loaded. Disposing unloads what <see cref="Compile"/> loaded.
/// </summary>
public sealed class CompiledDefinitions : IDisposable
{
    private readonly AssemblyLoadContext context;

    private CompiledDefinitions(AssemblyLoadContext context, Assembly assembly)
    {
        this.context = context;
        Assembly = assembly;
        Sources = [.. assembly.GetTypes().Where(RowTimes.IsSource)];
        Views = [.. assembly.GetTypes().Where(t => t.IsDefined(typeof(FeatureViewAttribute))).Select(CompiledView.Of)];
    }

    public Assembly Assembly { get; }

    /// <summary>The row types.</summary>
    public IReadOnlyList<Type> Sources { get; }

    public IReadOnlyList<CompiledView> Views { get; }

    /// <summary>Compiles and loads text. The usings of the language are implied.</summary>
    /// <exception cref="DefinitionException">The compiler or an analyzer refuses it.</exception>
    public static CompiledDefinitions Compile(params string[] sources) => Load(sources, analyze: true);

    /// <summary>
    /// The same for many definitions: the analyzers, which read definitions a second time as the generator did, only run when something was not
    /// generated, and what is loaded stays. In a long run over assemblies that come and go, code of such an assembly once failed with a null
    /// reference that no repetition showed.
    /// </summary>
    /// <exception cref="DefinitionException">The compiler or an analyzer refuses it.</exception>
    public static CompiledDefinitions CompileQuickly(params string[] sources) => Load(sources, analyze: false);

    /// <summary>The view of that type name.</summary>
    public CompiledView View(string type) =>
        Views.FirstOrDefault(v => v.Type.Name == type) ?? throw new ArgumentException($"There is no view '{type}' in the text.", nameof(type));

    /// <summary>A row of a source.</summary>
    /// <param name="type">The name of the row type.</param>
    /// <param name="values">The values by property; those not named are the type's defaults.</param>
    public object Row(string type, IEnumerable<KeyValuePair<string, object?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var source = Sources.FirstOrDefault(s => s.Name == type) ?? throw new ArgumentException($"There is no source '{type}' in the text.", nameof(type));
        var row = Activator.CreateInstance(source)!;
        foreach (var (name, value) in values)
        {
            var property = source.GetProperty(name) ?? throw new ArgumentException($"'{type}' has no property '{name}'.", nameof(values));
            property.SetValue(row, CellValue.As(property.PropertyType, value));
        }

        return row;
    }

    public void Dispose()
    {
        if (context.IsCollectible)
        {
            context.Unload();
        }
    }

    private static CompiledDefinitions Load(string[] sources, bool analyze)
    {
        using var image = DefinitionCompiler.Compile(sources, analyze);
        var context = new AssemblyLoadContext("definitions", isCollectible: analyze);
        try
        {
            var assembly = context.LoadFromStream(image);
            var bare = assembly.GetTypes().Where(t => t.IsDefined(typeof(FeatureViewAttribute)) && CompiledView.PropertyOf(t) is null).ToList();
            return bare.Count == 0
                ? new CompiledDefinitions(context, assembly)
                : throw new DefinitionException([$"Nothing was generated for {string.Join(", ", bare.Select(b => b.Name))}.", .. DefinitionCompiler.Analyze(sources)]);
        }
        catch
        {
            if (analyze)
            {
                context.Unload();
            }

            throw;
        }
    }
}
