using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the file-local class behind <c>View</c>: descriptor, keys, features, states.</summary>
internal sealed class FeatureViewEmitter(SourceWriter writer, PrintedView view, ViewNames names)
{
    private readonly ViewPlan plan = view.View.Plan;
    private readonly OnlineModel online = new(view.View);

    /// <summary>Writes the class.</summary>
    public void Emit()
    {
        writer.Gap();
        writer.Line(Names.GeneratedCode);
        using var scope = writer.Block($"file sealed class {names.Implementation}() : {names.GeneratedFeatureView}(CreateDescriptor())");
        EmitSpine();
        new RecordReadEmitter(writer, plan, names).EmitRead("ReadFeatures");
        EmitStates();
        new DescriptorEmitter(writer, view).Emit();
        new StateEmitter(writer, online, names).Emit();
    }

    private void EmitSpine()
    {
        writer.Gap();
        var parts = string.Join(", ", plan.Keys.Select(k => "spine." + CSharpText.Identifier(k.Property)));
        writer.Line($"public override {names.Key} KeyOf({names.Spine} spine) => {(names.IsComposite ? $"new({parts})" : parts)};");
        writer.Gap();
        writer.Line($"public override {Names.DateTime} AsOfOf({names.Spine} spine) => spine.AsOf;");
    }

    private void EmitStates()
    {
        var state = $"{Names.Online}FeatureState<{names.Key}, {names.Record}>";
        writer.Gap();
        writer.Line($"public override {state} CreateState(long watermark) => new State(watermark, new());");
        writer.Gap();
        var decoded = online.HasRowsAlone ? $"new State(watermark, {Names.Online}RowLog<Row>.ReadToEnd(ref reader))" : "State.Decode(watermark, ref reader)";
        writer.Line($"public override {state} DecodeState(long watermark, ref {Names.StateReader} reader) => {decoded};");
    }
}
