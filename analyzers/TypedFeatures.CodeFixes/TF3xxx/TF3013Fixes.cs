using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF3xxx;

/// <summary>Forks the record. The released version has the enum's new member, too, which the next version takes up.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF3013Fixes)), Shared]
public sealed class TF3013Fixes() : ForkFixes(ContractRules.EnumGrown);
