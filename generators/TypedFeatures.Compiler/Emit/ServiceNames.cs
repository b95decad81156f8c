using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>The C# names of a service.</summary>
internal sealed class ServiceNames(BoundService service)
{
    /// <summary>The record, from the global namespace.</summary>
    public string Record { get; } = CSharpText.Global(service.Plan.TypeName);

    /// <summary>The request's type.</summary>
    public string Request => Record + ".Request";

    /// <summary>The spine's type.</summary>
    public string Spine => Record + ".Spine";

    /// <summary>The service's base type.</summary>
    public string FeatureService => $"{Names.Root}FeatureService<{Request}, {Record}, {Spine}>";

    /// <summary>The file-local class behind the member <c>Service</c>.</summary>
    public string Implementation => service.Declaration.Name + "FeatureService";

    /// <summary>The members of the request: the entity keys, then the inputs.</summary>
    public IEnumerable<(string Property, ScalarType Type, string Description)> RequestMembers =>
        service.Plan.Keys.Select(k => (k.Property, k.Type, $"The entity key {k.Name}."))
            .Concat(service.Plan.Requests.Select(r => (r.Property, r.Type, r.Description.Length > 0 ? r.Description : $"The input {r.Name}.")));
}
