using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.Compiler.Benchmarks.Compilers;

namespace TypedFeatures.Compiler.Benchmarks;

/// <summary>What the emitted source costs the C# compiler: the project compiled with all of it, and with one part of it after the other taken out.</summary>
internal static class Emitted
{
    public static void Run(CompilerArguments arguments, int repetitions, int views)
    {
        var sources = InProcess.Compile(arguments, views);
        InProcess.Driver().RunGeneratorsAndUpdateCompilation(sources, out var full, out _);
        var files = full.SyntaxTrees.Where(t => t.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).ToArray();
        var variants = new (string Name, Func<SyntaxTree, SyntaxNode?> Keep)[]
        {
            ("nothing emitted", _ => null),
            ("all of it", t => t.GetRoot()),
            ("texts of SQL empty", t => new Emptied().Visit(t.GetRoot())),
            ("no descriptors", t => new Bodies("CreateDescriptor").Visit(t.GetRoot())),
            ("no states", t => new Bodies("CreateState", "DecodeState").Visit(t.GetRoot())),
            ("no descriptors, states", t => new Bodies("CreateDescriptor", "CreateState", "DecodeState").Visit(t.GetRoot())),
            ("SQL only", t => t.FilePath.EndsWith(".Sql.g.cs", StringComparison.Ordinal) ? t.GetRoot() : null),
        };
        var prepared = variants.Select(v => (v.Name, Texts: files.Select(f => (f.FilePath, Text: v.Keep(f)?.ToFullString() ?? "")).ToArray())).ToArray();
        var figures = variants.Select(v => new Figures(v.Name)).ToArray();
        for (var i = 0; i < repetitions + 1; i++)
        {
            for (var variant = 0; variant < variants.Length; variant++)
            {
                var processor = Process.GetCurrentProcess().TotalProcessorTime;
                var watch = Stopwatch.StartNew();
                var trees = prepared[variant].Texts.Select(t => CSharpSyntaxTree.ParseText(t.Text, InProcess.Options, path: t.FilePath, encoding: System.Text.Encoding.UTF8));
                Steps.Emit(InProcess.Compile(arguments, views).AddSyntaxTrees(trees));
                if (i > 0)
                {
                    figures[variant].Add(watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds);
                }
            }
        }

        foreach (var figure in figures)
        {
            Console.WriteLine(figure.Line(figures[0]));
        }
    }

    private sealed class Emptied : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node) =>
            node.Token.Text.StartsWith("\"\"\"", StringComparison.Ordinal) ? node.WithToken(SyntaxFactory.Literal("")) : node;
    }

    private sealed class Bodies(params string[] methods) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) => methods.Contains(node.Identifier.Text)
            ? node.WithBody(null).WithExpressionBody(SyntaxFactory.ArrowExpressionClause(SyntaxFactory.ParseExpression(" throw null!"))).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            : node;

        public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) =>
            methods.Contains("CreateState") && node.Identifier.Text == "State" ? null : base.VisitClassDeclaration(node);

        public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node) =>
            methods.Contains("CreateState") && node.Parent is ClassDeclarationSyntax ? null : base.VisitStructDeclaration(node);
    }
}
