using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using TypedFeatures.Compiler.Benchmarks.Compilers;
using TypedFeatures.Compiler.Benchmarks.Shop;

namespace TypedFeatures.Compiler.Benchmarks;

/// <summary>What the generator does after an edit in one file, with everything remembered of the run before.</summary>
internal static class Keystroke
{
    public static void Run(CompilerArguments arguments, int repetitions, int views)
    {
        var comment = new Figures("a comment in one view");
        var window = new Figures("another window in one view");
        var source = new Figures("a column of one source");
        var compilation = InProcess.Compile(arguments, views);
        var driver = InProcess.Driver().RunGenerators(compilation);
        for (var i = 0; i < repetitions * 4; i++)
        {
            var file = ShopViews.NameOf(i % views) + ".cs";
            Edit(comment, file, "        from p in rows\n", $"        from p in rows // {i}\n");
            Edit(window, file, ".Last(", ".Last( /* " + i + " */ ");
            Edit(window, file, "Version = ", "Version = 1");
            Edit(source, "Purchase.cs", "public int Quantity", $"public int More{i} {{ get; init; }}\n    public int Quantity");
        }

        foreach (var figure in new[] { comment, window, source })
        {
            Console.WriteLine(figure.Line(null));
        }

        void Edit(Figures figure, string file, string before, string after)
        {
            var tree = compilation.SyntaxTrees.Single(t => t.FilePath == file);
            var text = tree.ToString();
            var at = text.IndexOf(before, StringComparison.Ordinal);
            var edited = at < 0 ? text + " " : text[..at] + after + text[(at + before.Length)..];
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(edited, InProcess.Options, path: file, encoding: System.Text.Encoding.UTF8));
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            driver = driver.RunGenerators(compilation);
            figure.Add(watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds);
        }
    }
}
