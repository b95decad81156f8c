using TypedFeatures.Compiler.Benchmarks.Compilers;

namespace TypedFeatures.Compiler.Benchmarks;

/// <summary>What the generator and the analyzers add to a clean build: the same sources compiled without them and with them, in turns.</summary>
internal static class CleanBuild
{
    public static void Run(CompilerArguments arguments, int repetitions)
    {
        var variants = new (string Name, string File)[]
        {
            ("without", arguments.Write("without", isOurs: false)),
            ("every engine", arguments.Write("every", isOurs: true)),
            ("duckdb", arguments.Write("duckdb", isOurs: true, "duckdb")),
        };

        var cold = variants.Select(v => new Figures("cold compiler, " + v.Name)).ToArray();
        for (var i = 0; i < repetitions; i++)
        {
            for (var variant = 0; variant < variants.Length; variant++)
            {
                var (wall, processor, _) = CompilerServer.Cold(arguments.CompilerFolder, variants[variant].File);
                cold[variant].Add(wall, processor);
            }
        }

        Print(cold);

        using var server = new CompilerServer(arguments.CompilerFolder);
        var warm = variants.Select(v => new Figures("warm compiler, " + v.Name)).ToArray();
        var second = variants.Select(v => new Figures("second build, " + v.Name)).ToArray();
        const int WarmUps = 8;
        for (var i = 0; i < repetitions + WarmUps; i++)
        {
            for (var variant = 0; variant < variants.Length; variant++)
            {
                var (wall, processor) = server.Compile(variants[variant].File);
                (i == 1 ? second[variant] : i >= WarmUps ? warm[variant] : null)?.Add(wall, processor);
            }
        }

        Print(second);
        Print(warm);
    }

    private static void Print(Figures[] figures)
    {
        foreach (var figure in figures)
        {
            Console.WriteLine(figure.Line(figures[0]));
        }
    }
}
