using Shouldly;
using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>Vectors go through a service as scalars do: what a model is given is the same from SQL and from the online store.</summary>
public sealed class VectorServiceTests
{
    private static readonly DateTime At = new(2024, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string> EngineNames() => [.. Engines.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(EngineNames))]
    public async Task TheNumbersOfAVector_AreTrainedOnAsTheyAreServed(string engine)
    {
        await using var arena = await ServiceArena.OpenAsync(engine);
        await arena.Store.IngestAsync([Measured(1, sensor: 7, [1, 2, 3], 0.5f), Measured(2, sensor: 7, [-1, 0.25f, 1e6f], 4), Measured(3, sensor: 8, null, -1)]);
        await arena.Store.IngestAsync([Outlet(At.AddDays(-30), [0.5f, -8])]);
        await arena.Store.MaterializeAsync(SensorLists.View, At);
        var spine = new[] { 7L, 8, 9 }.Select(sensor => new SensorWatch.Spine(sensor, 2, At)).ToList();

        var trained = await arena.Store.Training(SensorWatch.Service, spine).ToListAsync();
        var served = await arena.Store.Online(SensorWatch.Service).GetManyAsync(spine.Select(SensorWatch.Service.RequestOf), At);

        trained.Select(row => VectorOf(row.Features)).ShouldBe(served.Select(VectorOf));
        Named(served[0], "lists_last_trace").ShouldBe([1, 2, 3]);
        Named(served[0], "lists_trace_total").ShouldBe([0, 2.25f, 1_000_003]);
        Named(served[0], "lists_last_drift").ShouldBe([0.5f]);
        Named(served[0], "lists_last_place").ShouldBe([0.5f, -8]);
        Named(served[1], "lists_last_trace").ShouldBe([float.NaN, float.NaN, float.NaN]);
        Named(served[1], "lists_last_drift").ShouldBe([-1]);
        Named(served[2], "lists_last_drift").ShouldBe([float.NaN]);
        trained[0].Features.ToRow().ListsLastTrace.ShouldBe([1, 2, 3]);
        trained[2].Features.ToRow().ListsLastTrace.ShouldBe([float.NaN, float.NaN, float.NaN]);
    }

    private static float[] VectorOf(SensorWatch watch)
    {
        var vector = new float[SensorWatch.FeatureNames.Count];
        watch.CopyTo(vector);
        return vector;
    }

    /// <summary>The places of one vector, by their names.</summary>
    private static float[] Named(SensorWatch watch, string feature) =>
        [.. VectorOf(watch).Where((_, i) => SensorWatch.FeatureNames[i].StartsWith(feature + "_", StringComparison.Ordinal) && SensorWatch.FeatureNames[i].Length == feature.Length + 2)];

    private static Outlet Outlet(DateTime since, float[] place) => new() { OutletId = 3, Since = since, Country = "GB", Place = place };

    private static Signal Measured(int id, long sensor, float[]? trace, float drift) => new()
    {
        SignalId = new Guid(id, 0, 0, new byte[8]), MeasuredAt = At.AddHours(-id), ReceivedAt = At.AddHours(-id), SensorId = sensor, OutletId = 3, Trace = trace, Drift = [drift],
    };
}
