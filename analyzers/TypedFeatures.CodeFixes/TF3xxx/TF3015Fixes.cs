using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF3xxx;

/// <summary>Forks the record.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF3015Fixes)), Shared]
public sealed class TF3015Fixes() : ForkFixes(ContractRules.OnlineTtlShortened);
