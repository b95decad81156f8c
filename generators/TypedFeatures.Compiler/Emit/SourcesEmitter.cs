using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the descriptors of all sources of a compilation and the module initializer that registers them.</summary>
public static class SourcesEmitter
{
    /// <summary>The hint name of the one file.</summary>
    public const string HintName = "TypedFeatures.Sources.g.cs";

    /// <summary>The file.</summary>
    /// <param name="sources">The sources, in a stable order.</param>
    public static EmittedFile Emit(EquatableArray<BoundSource> sources)
    {
        var names = new UniqueNames("SourceRegistration");
        var descriptors = sources.Select(s => (Source: s, Type: names.Of(s.Name.Replace(".", "") + "Descriptor"))).ToList();
        var writer = new SourceWriter();
        writer.Line(Names.FileHeader);
        writer.Line("namespace TypedFeatures.Generated;");
        writer.Gap();
        EmitRegistration(writer, descriptors.Select(d => d.Type));
        foreach (var (source, type) in descriptors)
        {
            EmitDescriptor(writer, source.Schema, type);
        }

        return new EmittedFile(HintName, writer.ToString());
    }

    private static void EmitRegistration(SourceWriter writer, IEnumerable<string> descriptors)
    {
        writer.Line("/// <summary>Makes the sources of this assembly known when it is loaded.</summary>");
        writer.Line(Names.GeneratedCode);
        using var type = writer.Block("file static class SourceRegistration");
        writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializerAttribute]");
        using var method = writer.Block("internal static void Register()");
        foreach (var descriptor in descriptors)
        {
            writer.Line($"{Names.Sources}SourceRegistry.Register(new {descriptor}());");
        }
    }

    private static void EmitDescriptor(SourceWriter writer, SourceSchema schema, string type)
    {
        var row = CSharpText.Global(schema.RowType);
        writer.Gap();
        writer.Line(Names.GeneratedCode);
        using var scope = writer.Block($"file sealed class {type}() : {Names.Sources}SourceDescriptor<{row}>(CreateSchema())");
        var enums = EnumMethods.Among(schema.Columns.Select(c => c.Type)).ToList();
        foreach (var e in enums)
        {
            SchemaText.EmitEnumField(writer, e);
        }

        writer.Gap();
        using (writer.Block($"public override void Write({row} row, {Names.RowWriter} writer)"))
        {
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(row);");
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(writer);");
            foreach (var column in schema.Columns)
            {
                writer.Line(column.Type.WriteColumn("writer", "row." + CSharpText.Identifier(column.Property)));
            }
        }

        foreach (var e in enums)
        {
            EnumMethods.EmitName(writer, e);
        }

        writer.Gap();
        writer.Line($"private static {Names.Plans}SourceSchema CreateSchema() =>");
        using (writer.Indent())
        {
            SchemaText.EmitSource(writer, schema);
        }
    }
}
