using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF3xxx;

/// <summary>Forks the record.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF3012Fixes)), Shared]
public sealed class TF3012Fixes() : ForkFixes(ContractRules.TypeWidened);
