using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>A service as the source of a training set.</summary>
internal sealed class ServiceTraining<TRequest, TService, TSpine>(FeatureService<TRequest, TService, TSpine> service) : TrainingSource<TSpine, TService>
    where TService : class
{
    private readonly IReadOnlyList<SourceSchema> sources =
        [.. service.Inputs.SelectMany(input => input.View.Descriptor.Sources).DistinctBy(source => source.Name)];

    public override string Name => service.Name;

    public override IReadOnlyList<FieldSchema> SpineFields { get; } = [.. service.Descriptor.Keys, .. service.Descriptor.Inputs];

    // Inputs of a request say nothing of whose it is.
    public override int KeyFields => service.Descriptor.Keys.Count;

    public override IReadOnlyList<FieldSchema> Features { get; } = [.. service.Descriptor.Features];

    public override DateTime AsOfOf(TSpine spine) => service.AsOfOf(spine);

    public override TSpine Normalize(TSpine spine)
    {
        service.Normalize(service.RequestOf(spine));
        return spine;
    }

    public override void Write(TSpine spine, RowWriter writer) => service.WriteRequest(service.RequestOf(spine), writer);

    public override TService Read(TSpine spine, RowCursor row, int firstColumn)
    {
        var request = service.Normalize(service.RequestOf(spine));
        var features = new object[service.Inputs.Count];
        var column = firstColumn;
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = service.Inputs[i].ReadFeatures(request, row, column);
            column += service.Inputs[i].View.Descriptor.Features.Count;
        }

        return service.Create(request, features);
    }

    public override EngineQuery QueryFor(string engine, Knowledge knowledge)
    {
        var plans = service.Descriptor.PlansFor(engine);
        var sql = knowledge == Knowledge.Everything ? plans.TrainingKnowingEverything : plans.Training;
        return new EngineQuery(sql, sources) { Setup = plans.Setup };
    }
}
