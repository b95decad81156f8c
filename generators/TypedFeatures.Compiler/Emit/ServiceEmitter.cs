using TypedFeatures.Compiler.Contract;
using TypedFeatures.Plans;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes all the generated source of one feature service.</summary>
public static class ServiceEmitter
{
    /// <summary>The files of a service: its members and its SQL.</summary>
    public static EquatableArray<EmittedFile> Emit(PrintedService service)
    {
        var declaration = service.Service.Declaration;
        var prefix = (declaration.Namespace.Length > 0 ? $"{declaration.Namespace}.{declaration.Name}" : declaration.Name).Replace("@", "");
        return EquatableArray.Of(
            new EmittedFile($"{prefix}.Service.g.cs", EmitService(service)),
            new EmittedFile($"{prefix}.Sql.g.cs", EmitSql(service)));
    }

    private static string EmitService(PrintedService service)
    {
        var names = new ServiceNames(service.Service);
        var writer = Open(service.Service.Declaration, ContractBuilder.Of(service.Service));
        new ServiceMembersEmitter(writer, service.Service, names).Emit();
        new FeatureServiceEmitter(writer, service, names).Emit();
        return writer.ToString();
    }

    private static string EmitSql(PrintedService service)
    {
        var declaration = service.Service.Declaration;
        var writer = Open(declaration);
        writer.Line($"/// <summary>The SQL of the feature service <c>{CSharpText.Doc(service.Service.Plan.Name)}</c>, as printed for each engine.</summary>");
        writer.Line(Names.GeneratedCode);
        using (writer.Block($"{(declaration.IsPublic ? "public" : "internal")} static class {declaration.Name}Sql"))
        {
            foreach (var sql in service.Sql)
            {
                SqlClassEmitter.EmitEngine(writer, new EngineTexts(sql.Engine, "ServicePlans", Texts(sql), sql.Setup));
            }
        }

        return writer.ToString();
    }

    /// <summary>The texts of an engine: constant, text, what it is.</summary>
    internal static IEnumerable<(string Name, string Text, string Doc)> Texts(ServiceSql sql) =>
    [
        ("Training", sql.Training, "One row per row of the table <c>spine</c>, in its order, with what the service would have answered at <c>as_of</c>."),
        ("TrainingKnowingEverything", sql.TrainingKnowingEverything, "The same with every row known at its event time."),
    ];

    private static SourceWriter Open(ServiceDeclaration declaration, DefinitionContract? contract = null)
    {
        var writer = new SourceWriter();
        writer.Line(Names.FileHeader);
        if (contract is not null)
        {
            ContractEmitter.Emit(writer, contract);
        }

        if (declaration.Namespace.Length > 0)
        {
            writer.Line($"namespace {ViewEmitter.NamespaceText(declaration.Namespace)};");
            writer.Gap();
        }

        return writer;
    }
}
