using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>The C# names of a view and of its key.</summary>
internal sealed class ViewNames(BoundView view)
{
    /// <summary>The record, from the global namespace.</summary>
    public string Record { get; } = CSharpText.Global(view.Plan.TypeName);

    /// <summary>Whether the key has several parts and so a generated type.</summary>
    public bool IsComposite => view.Plan.Keys.Count > 1;

    /// <summary>The key's type.</summary>
    public string Key => IsComposite ? Record + ".Key" : view.Plan.Keys[0].Type.CSharp();

    /// <summary>The spine's type.</summary>
    public string Spine => Record + ".Spine";

    /// <summary>The view's base type.</summary>
    public string FeatureView => $"{Names.Root}FeatureView<{Key}, {Record}, {Spine}>";

    /// <summary>The base type of the class behind it.</summary>
    public string GeneratedFeatureView => $"{Names.Root}GeneratedFeatureView<{Key}, {Parts}, {Record}, {Spine}>";

    /// <summary>Whether the library has no type for the parts of the key: there are several, or a decimal, which has digits.</summary>
    public bool HasOwnParts => IsComposite || view.Plan.Keys[0].Type.Kind == ScalarKind.Decimal;

    /// <summary>The file-local struct of the parts of the key, where they need one.</summary>
    public string OwnParts => view.Declaration.Name + "KeyParts";

    /// <summary>The type of the parts of the key.</summary>
    public string Parts => HasOwnParts ? OwnParts : $"{Names.Keys}SinglePart<{view.Plan.Keys[0].Type.WithKind()}>";

    /// <summary>The file-local class behind the member <c>View</c>.</summary>
    public string Implementation => view.Declaration.Name + "FeatureView";

    /// <summary>The file-local class through which the definitions of other views are reached.</summary>
    public string Definitions => view.Declaration.Name + "Definitions";

    /// <summary>The base type of a label.</summary>
    public string Label => $"{Names.Root}Label<{Key}, {Record}>";

    /// <summary>The base type of the class behind it.</summary>
    public string GeneratedLabel => $"{Names.Root}GeneratedLabel<{Key}, {Parts}, {Record}>";

    /// <summary>The file-local class behind the member <c>Label</c>.</summary>
    public string LabelImplementation => view.Declaration.Name + "Label";

    /// <summary>A part of a key held in a variable.</summary>
    public string KeyPart(string key, int index) => IsComposite ? $"{key}.{CSharpText.Identifier(view.Plan.Keys[index].Property)}" : key;

    /// <summary>
    /// A feature's value as its property takes it: the times of a feature table are null where there is no row, but their properties are never null.
    /// </summary>
    public string OfProperty(Feature feature, string value) =>
        view.Declaration.Table is not null
        && view.Plan.Events.Column(feature.Property).Role is ColumnRole.EventTime or ColumnRole.IngestTime
            ? $"({Names.DateTime}?)({value}) ?? default({Names.DateTime})"
            : value;

    /// <summary>Makes the key's values what stored ones are: instants and lengths of time floored to the microsecond, −0 as 0.</summary>
    public void EmitNormalizedKey(SourceWriter writer)
    {
        for (var i = 0; i < view.Plan.Keys.Count; i++)
        {
            var part = KeyPart("key", i);
            var normalized = view.Plan.Keys[i].Type.Kind switch
            {
                ScalarKind.DateTime => $"{Names.Instant}.ToDateTime({Names.Instant}.FromDateTime({part}))",
                ScalarKind.TimeSpan => $"{Names.Instant}.ToTimeSpan({Names.Instant}.FromTimeSpan({part}))",
                ScalarKind.Decimal => view.Plan.Keys[i].Type.Normal(part, "The entity key " + view.Plan.Keys[i].Property),
                ScalarKind.Double => $"{part} + 0d",
                ScalarKind.Single => $"{part} + 0f",
                _ => null,
            };
            if (normalized is not null)
            {
                writer.Line(IsComposite
                    ? $"key = key with {{ {CSharpText.Identifier(view.Plan.Keys[i].Property)} = {normalized} }};"
                    : $"key = {normalized};");
            }
        }
    }

    /// <summary>The key properties of an initializer of the record.</summary>
    public void EmitKeyAssignments(SourceWriter writer)
    {
        for (var i = 0; i < view.Plan.Keys.Count; i++)
        {
            writer.Line($"{CSharpText.Identifier(view.Plan.Keys[i].Property)} = {KeyPart("key", i)},");
        }
    }
}
