using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the file-local class behind <c>Service</c>.</summary>
internal sealed class FeatureServiceEmitter(SourceWriter writer, PrintedService service, ServiceNames names)
{
    private const string List = "global::System.Collections.Generic.IReadOnlyList";
    private readonly ServicePlan plan = service.Service.Plan;
    private readonly List<(string Property, ScalarType Type, string Description)> members = [.. new ServiceNames(service.Service).RequestMembers];

    /// <summary>Writes the class.</summary>
    public void Emit()
    {
        writer.Gap();
        writer.Line(Names.GeneratedCode);
        using var scope = writer.Block($"file sealed class {names.Implementation}() : {names.FeatureService}(CreateDescriptor())");
        EmitInputs();
        EmitRequest();
        EmitNormalize();
        EmitCreate();
        EmitDescriptor();
        foreach (var type in EnumMethods.Among(members.Select(m => m.Type)))
        {
            EnumMethods.EmitName(writer, type);
        }
    }

    private void EmitInputs()
    {
        writer.Gap();
        writer.Line($"public override {List}<{Names.Root}ServiceInput<{names.Request}>> Inputs {{ get; }} =");
        writer.Line("[");
        using (writer.Indent())
        {
            foreach (var view in plan.Views)
            {
                var record = CSharpText.Global(view.View.TypeName);
                var parts = string.Join(", ", view.Keys.Select(k => "request." + CSharpText.Identifier(plan.Keys[k].Property)));
                var key = view.Keys.Count == 1 ? parts : $"new {record}.Key({parts})";
                writer.Line($"{Names.Root}ServiceInput<{names.Request}>.Of({record}.View, static request => {key}),");
            }
        }

        writer.Line("];");
    }

    private void EmitRequest()
    {
        var parts = string.Join(", ", members.Select(m => "spine." + CSharpText.Identifier(m.Property)));
        writer.Gap();
        writer.Line($"public override {names.Request} RequestOf({names.Spine} spine) => new({parts});");
        writer.Gap();
        writer.Line($"public override {Names.DateTime} AsOfOf({names.Spine} spine) => spine.AsOf;");
        writer.Gap();
        using var method = writer.Block($"public override void WriteRequest({names.Request} request, {Names.RowWriter} writer)");
        foreach (var (property, type, _) in members)
        {
            writer.Line(type.WriteColumn("writer", "request." + CSharpText.Identifier(property)));
        }
    }

    private void EmitNormalize()
    {
        writer.Gap();
        writer.Line($"public override {names.Request} Normalize({names.Request} request) => new(");
        using var arguments = writer.Indent();
        for (var i = 0; i < members.Count; i++)
        {
            writer.Line(Normalized(members[i].Property, members[i].Type) + (i == members.Count - 1 ? ");" : ","));
        }
    }

    private static string Normalized(string property, ScalarType type)
    {
        var value = "request." + CSharpText.Identifier(property);
        if (type.Kind is not (ScalarKind.Single or ScalarKind.Double or ScalarKind.DateTime or ScalarKind.TimeSpan or ScalarKind.String or ScalarKind.Decimal))
        {
            return value;
        }

        var name = (type.Kind is ScalarKind.Decimal ? type.Digits() + ", " : "") + CSharpText.Literal(property);
        return type.IsNullable
            ? $"{value} is {{ }} {CSharpText.CamelCase(property)}Value ? {Names.Online}RequestCheck.Normal({CSharpText.CamelCase(property)}Value, {name}) : null"
            : $"{Names.Online}RequestCheck.Normal({value}, {name})";
    }

    private void EmitCreate()
    {
        writer.Gap();
        using var record = writer.Block($"public override {names.Record} Create({names.Request} request, {List}<object> features) => new()", ";");
        for (var i = 0; i < plan.Views.Count; i++)
        {
            writer.Line($"{CSharpText.Identifier(plan.Views[i].Property)} = ({CSharpText.Global(plan.Views[i].View.TypeName)})features[{CSharpText.Number(i)}],");
        }

        foreach (var request in plan.Requests)
        {
            writer.Line($"{CSharpText.Identifier(request.Property)} = request.{CSharpText.Identifier(request.Property)},");
        }
    }

    private void EmitDescriptor()
    {
        var declaration = service.Service.Declaration;
        writer.Gap();
        using var method = writer.Block($"private static {Names.Root}FeatureServiceDescriptor CreateDescriptor() => new()", ";");
        writer.Line($"Name = {CSharpText.Literal(plan.Name)},");
        writer.Line($"Version = {CSharpText.Number(plan.Version)},");
        writer.Line($"Owner = {CSharpText.Literal(declaration.Owner)},");
        writer.Line($"Description = {CSharpText.Literal(declaration.Description)},");
        writer.Line($"ContractHash = {CSharpText.Literal(service.ContractHash)},");
        SchemaText.EmitFields(writer, "Keys", plan.Keys.Select(k => (k.Property, k.Name, k.Type, "")));
        SchemaText.EmitFields(writer, "Inputs", plan.Requests.Select(r => (r.Property, r.Name, r.Type, r.Description)));
        SchemaText.EmitFields(writer, "Features", Features());
        var names = string.Join(", ", ServiceVector.PlaceNames(plan).Select(name => CSharpText.Literal(name)));
        writer.Line($"VectorNames = {Names.Plans}EquatableArray.Of<string>({names}),");
        SqlClassEmitter.EmitPlans(writer, plan.TypeName, "ServicePlans", [.. service.Sql.Select(s => s.Engine)]);
    }

    private IEnumerable<(string Property, string Name, ScalarType Type, string Description)> Features() =>
        plan.Views.SelectMany(v => v.View.Features.Select(f => ($"{v.Property}.{f.Property}", v.ColumnOf(f), f.Type, f.Description)))
            .Concat(plan.OnDemand.Select(f => (f.Property, f.Name, f.Type, f.Description)));
}
