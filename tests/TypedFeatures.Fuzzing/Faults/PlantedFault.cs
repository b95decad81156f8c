using System.Text.RegularExpressions;
using TypedFeatures.Parity;

namespace TypedFeatures.Fuzzing.Faults;

/// <summary>A fault that the fuzzer must find: in an engine, in what goes into it, or in a view.</summary>
/// <param name="Name">What is wrong, in words.</param>
/// <param name="Engine">The engine it is planted on.</param>
/// <param name="OfEngine">The fault around the engine; null where it is in the view.</param>
/// <param name="OfView">The fault in the view.</param>
/// <param name="About">The constructs it is about: what definitions are drawn around that are to show it.</param>
public sealed record PlantedFault(string Name, EngineKind Engine, Fault? OfEngine, IViewFault? OfView, IReadOnlyList<string> About)
{
    /// <summary>A fault in the SQL of an engine.</summary>
    public static PlantedFault Sql(string name, EngineKind engine, string pattern, string replacement, params string[] about)
    {
        var regex = new Regex(pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant);
        return new(name, engine, new Fault(name) { Sql = sql => regex.Replace(sql, replacement) }, null, about);
    }

    /// <summary>A fault in the rows that go into an engine.</summary>
    public static PlantedFault OfRows(string name, EngineKind engine, Func<HashSet<string>, object, object?> rows, params string[] about) =>
        new(name, engine, new Fault(name) { Rows = rows }, null, about);

    /// <summary>A fault around a feed.</summary>
    public static PlantedFault Of(string name, Func<Fault, Fault> plant, params string[] about) => new(name, Engines.Sqlite, plant(new Fault(name)), null, about);

    /// <summary>A fault in the view.</summary>
    public static PlantedFault InView(string name, IViewFault fault, params string[] about) => new(name, Engines.Sqlite, null, fault, about);

    public override string ToString() => $"{Engine.Name}: {Name}";
}
