using System.Globalization;
using System.Runtime.Loader;
using TypedFeatures.Fuzzing.Faults;
using TypedFeatures.Fuzzing.Run;

// The generator's project hands its dependencies to compilers as files (eng/CompilerDependencies.targets), so that they lie beside this program
// without being named in its list of dependencies.
AssemblyLoadContext.Default.Resolving += static (context, name) =>
    Path.Combine(AppContext.BaseDirectory, name.Name + ".dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;

// Arguments: --minutes N, --definitions N, --seed S, --batch N (definitions per batch), --skip N (batches), --engine NAME.
// --draw compares nothing and says what a run of as many definitions would cover.
// --faults TEXT plants the faults whose names have the text instead, and says where each is found.
string? Argument(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
int? Number(string name) => Argument(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

var defaults = new FuzzOptions();
var minutes = Number("--minutes");
var engine = Argument("--engine");
var options = defaults with
{
    Seed = Number("--seed") ?? Random.Shared.Next(),
    Time = minutes is { } limit ? TimeSpan.FromMinutes(limit) : TimeSpan.MaxValue,
    Definitions = Number("--definitions") ?? (minutes is null ? 300 : int.MaxValue),
    Skip = Number("--skip") ?? 0,
    BatchSize = Number("--batch") ?? defaults.BatchSize,
    Engines = [.. defaults.Engines.Where(e => engine is null || e.Name == engine)],
};
if (Argument("--faults") is { } faults)
{
    return await FaultRun.RunAsync(options.Seed, faults, Console.WriteLine) ? 0 : 1;
}

Console.WriteLine($"seed {options.Seed}, engines {string.Join(", ", options.Engines.Select(e => e.Name))}");
var run = new FuzzRun(options, Console.WriteLine);
if (args.Contains("--draw"))
{
    run.DrawOnly();
    Console.Write(run.Totals.Coverage.Report());
    return run.Totals.Coverage.IsComplete ? 0 : 1;
}

await run.RunAsync();
Console.WriteLine();
Console.Write(run.Totals.Report());
Console.WriteLine($"{run.Totals.Differences + run.Totals.Refused.Count} differences over {run.Totals.Definitions} definitions, {run.Totals.Comparisons} comparisons");
// A run that is limited by time alone is long enough to see every pair.
var isCovered = minutes is null || run.Totals.Coverage.IsComplete;
return run.Totals.Differences + run.Totals.Refused.Count == 0 && run.Totals.Definitions > 0 && isCovered ? 0 : 1;
