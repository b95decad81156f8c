using System.Globalization;
using TypedFeatures.Compiler.Benchmarks;
using TypedFeatures.Compiler.Benchmarks.Compilers;
using TypedFeatures.Compiler.Benchmarks.Shop;

// benchmarks build|steps|emitted|keystroke|analyzers|reanalysis|generate [repetitions] [views]
var command = args.ElementAtOrDefault(0) ?? "build";
var repetitions = int.Parse(args.ElementAtOrDefault(1) ?? "5", CultureInfo.InvariantCulture);
var views = int.Parse(args.ElementAtOrDefault(2) ?? "200", CultureInfo.InvariantCulture);
var folder = Path.Combine(Path.GetTempPath(), $"typedfeatures-benchmark-{Environment.ProcessId}");
try
{
    ShopProject.Write(folder, views);
    if (command == "generate")
    {
        Console.WriteLine(folder);
        return;
    }

    var arguments = CompilerArguments.Of(folder);
    switch (command)
    {
        case "build":
            CleanBuild.Run(arguments, repetitions);
            break;
        case "steps":
            Steps.Run(arguments, repetitions, views);
            break;
        case "emitted":
            Emitted.Run(arguments, repetitions, views);
            break;
        case "keystroke":
            Keystroke.Run(arguments, repetitions, views);
            break;
        case "analyzers":
            Analysis.Build(arguments, repetitions, views);
            break;
        case "reanalysis":
            await Analysis.KeystrokeAsync(arguments, repetitions, views);
            break;
        default:
            throw new ArgumentException($"'{command}' is no benchmark: build, steps, emitted, keystroke, analyzers, reanalysis, generate.");
    }
}
finally
{
    if (command != "generate")
    {
        Directory.Delete(folder, recursive: true);
    }
}
