using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF3xxx;

/// <summary>Forks the record.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF3016Fixes)), Shared]
public sealed class TF3016Fixes() : ForkFixes(ContractRules.VectorOrder);
