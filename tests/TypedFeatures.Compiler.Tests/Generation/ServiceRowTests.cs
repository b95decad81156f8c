using System.Reflection;

namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>The shape of the generated <c>Row</c>, which libraries that read rows by reflection rely on, and the places of vectors.</summary>
public sealed class ServiceRowTests
{
    private const string Source = """
        using System;
        using TypedFeatures;
        using static TypedFeatures.Duration;

        namespace Tests;

        public enum Level { Low, High }

        [EventSource("readings")]
        public sealed record Reading
        {
            [EventId] public required string Id { get; init; }
            [EventTime] public DateTime At { get; init; }
            public long Sensor { get; init; }
            public double? Value { get; init; }
            public Level Level { get; init; }
            [Vector(3)] public float[]? Trace { get; init; }
        }

        [FeatureView("sensor_traces")]
        public sealed partial record SensorTraces
        {
            [EntityKey] public long Sensor { get; init; }
            public long Readings { get; init; }
            [Vector(3)] public float[]? Last { get; init; }
            public double? Average { get; init; }
            public TimeSpan? Silent { get; init; }
            public DateTime? LastAt { get; init; }
            public Level? LastLevel { get; init; }
            public FeatureList<double> Values { get; init; } = [];
            static FeatureQuery<SensorTraces> Define(Events<Reading> readings) =>
                from r in readings group r by r.Sensor into g
                let week = g.Last(Days(7))
                select new SensorTraces
                {
                    Sensor = g.Key, Readings = week.Count(), Last = week.Latest(r => r.Trace), Average = week.Average(r => r.Value),
                    Silent = g.AsOf - week.Max(r => r.At), LastAt = week.Max(r => r.At), LastLevel = week.Latest(r => r.Level), Values = week.LatestK(2, r => r.Value),
                };
        }

        [FeatureService("sensor_watch")]
        public sealed partial record SensorWatch
        {
            public required SensorTraces Traces { get; init; }
            [Request] public required string? Note { get; init; }
            [Request] public required Guid Batch { get; init; }
            [Request] public required double Limit { get; init; }
            public bool IsOver => Traces.Average > Limit;
            public double? Excess => Traces.Average is { } average ? average - Limit : null;
        }
        """;

    private static readonly Assembly Compiled = Generated.From(Source).Load();
    private static readonly Type Service = Compiled.GetType("Tests.SensorWatch", throwOnError: true)!;
    private static readonly Type Row = Service.GetNestedType("Row")!;

    [Fact]
    public void Row_IsASealedClass_ThatAnybodyCanMake()
    {
        Row.IsClass.ShouldBeTrue();
        Row.IsSealed.ShouldBeTrue();
        Row.IsNestedPublic.ShouldBeTrue();
        Row.BaseType.ShouldBe(typeof(object));
        Row.GetConstructors(BindingFlags.Public | BindingFlags.Instance).ShouldHaveSingleItem().GetParameters().ShouldBeEmpty();
        Row.GetFields(BindingFlags.Public | BindingFlags.Instance).ShouldBeEmpty();
    }

    [Fact]
    public void Row_HasSettableMembersOfFourTypes_InTheOrderOfDeclaration()
    {
        var properties = Row.GetProperties();
        properties.Select(p => (p.Name, p.PropertyType)).ShouldBe(
        [
            ("Label", typeof(float)),
            ("TracesReadings", typeof(float)),
            ("TracesLast", typeof(float[])),
            ("TracesAverage", typeof(float)),
            ("TracesSilent", typeof(float)),
            ("TracesLastLevel", typeof(string)),
            ("Note", typeof(string)),
            ("Batch", typeof(string)),
            ("Limit", typeof(float)),
            ("IsOver", typeof(bool)),
            ("Excess", typeof(float)),
        ]);
        foreach (var property in properties)
        {
            property.GetMethod!.IsPublic.ShouldBeTrue(property.Name);
            property.SetMethod!.IsPublic.ShouldBeTrue(property.Name);
            property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().ShouldBeEmpty($"{property.Name} can be set after construction, unlike an init property");
        }
    }

    [Fact]
    public void WhatIsMissing_IsNaN_InANewRowAndInOneOfNulls()
    {
        foreach (var row in new[] { Activator.CreateInstance(Row)!, ToRow(Watch(last: null), float.NaN) })
        {
            Value(row, "Label").ShouldBe(float.NaN);
            Value(row, "TracesAverage").ShouldBe(float.NaN);
            Value(row, "TracesSilent").ShouldBe(float.NaN);
            Value(row, "Excess").ShouldBe(float.NaN);
            Value(row, "TracesLast").ShouldBe(new[] { float.NaN, float.NaN, float.NaN });
        }
    }

    [Fact]
    public void ToRow_HasTheValues_AndAVectorOfItsOwn()
    {
        float[] last = [1, -2, 0.5f];
        var row = ToRow(Watch(last), 1);
        last[0] = 7;

        Value(row, "Label").ShouldBe(1f);
        Value(row, "TracesReadings").ShouldBe(4f);
        Value(row, "TracesLast").ShouldBe(new[] { 1, -2, 0.5f });
        Value(row, "Note").ShouldBe("as asked");
        Value(row, "Limit").ShouldBe(2.5f);
        Value(row, "IsOver").ShouldBe(false);
    }

    [Fact]
    public void CopyTo_WritesAVectorNumberByNumber_UnderNumberedNames()
    {
        var names = (IReadOnlyList<string>)Service.GetProperty("FeatureNames")!.GetValue(null)!;
        names.ShouldBe(
        [
            "traces_readings", "traces_last_0", "traces_last_1", "traces_last_2", "traces_average", "traces_silent", "limit", "is_over", "excess",
        ]);
        CopyOf(Watch([1, -2, 0.5f]), names.Count).ShouldBe([4, 1, -2, 0.5f, float.NaN, float.NaN, 2.5f, 0, float.NaN]);
        CopyOf(Watch(last: null), names.Count).ShouldBe([4, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, 2.5f, 0, float.NaN]);
        Should.Throw<ArgumentException>(() => CopyOf(Watch(last: null), names.Count - 1));
    }

    [Fact]
    public void AService_OfViewsAlone_AsksForNothingButKeys()
    {
        var service = Generated.From(TestService.Source("public required UserOrders User { get; init; }")).Load().GetType(TestService.TypeName, throwOnError: true)!;
        var descriptor = ((dynamic)service.GetProperty("Service")!.GetValue(null)!).Descriptor;
        ((int)descriptor.Inputs.Count).ShouldBe(0);
        ((int)descriptor.Keys.Count).ShouldBe(1);
    }

    private static object Watch(float[]? last)
    {
        var traces = Activator.CreateInstance(Compiled.GetType("Tests.SensorTraces", throwOnError: true)!)!;
        Set(traces, "Readings", 4L);
        Set(traces, "Last", last);
        var watch = Activator.CreateInstance(Service)!;
        Set(watch, "Traces", traces);
        Set(watch, "Note", "as asked");
        Set(watch, "Limit", 2.5);
        return watch;
    }

    private static object ToRow(object watch, float label) => Service.GetMethod("ToRow")!.Invoke(watch, [label])!;

    private static float[] CopyOf(object watch, int length)
    {
        var copy = typeof(ServiceRowTests).GetMethod(nameof(CopyWith), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(Service);
        return copy.CreateDelegate<Func<object, int, float[]>>()(watch, length);
    }

    /// <summary>A span cannot pass through reflection, but through a delegate.</summary>
    private static float[] CopyWith<TService>(object watch, int length)
    {
        var vector = new float[length];
        Service.GetMethod("CopyTo")!.CreateDelegate<CopyTo<TService>>()((TService)watch, vector);
        return vector;
    }

    private static void Set(object target, string property, object? value) => target.GetType().GetProperty(property)!.SetValue(target, value);

    private static object? Value(object row, string property) => Row.GetProperty(property)!.GetValue(row);

    private delegate void CopyTo<in TService>(TService service, Span<float> vector);
}
