using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedFeatures.Compiler.Contract;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Analyzers.Contract;

/// <summary>
/// Holds definitions to <c>features.lock.json</c>, where the project has one among its additional files. Reports at the property or record that changed; what has no
/// place in the code, at its line of the lock file.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : DiagnosticAnalyzer
{
    // Read once of each text, however often the code beside it is edited.
    private static readonly SourceTextValueProvider<LockedFile> Reader = new(LockedFile.Read);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. ContractRules.All];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Options.AdditionalFiles.FirstOrDefault(LockedFile.Is) is not { } file
            || context.Compilation.GetTypeByMetadataName("TypedFeatures.FeatureViewAttribute") is null
            || file.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        if (!context.TryGetValue(text, Reader, out var locked))
        {
            return;
        }

        if (locked.Contents is not { } contents)
        {
            context.RegisterCompilationEndAction(end => end.ReportDiagnostic(Diagnostic.Create(
                ContractRules.UnreadableLockFile, locked.PlaceOfProblem(file.Path), $"{LockFile.FileName} cannot be read: {locked.Problem!.Reason}")));
            return;
        }

        var project = new ProjectContract(file.Path, locked, contents);
        context.RegisterSymbolAction(project.Analyze, SymbolKind.NamedType);
        context.RegisterCompilationEndAction(project.Conclude);
    }

    /// <summary>The definitions of one compilation against its lock file.</summary>
    private sealed class ProjectContract(string path, LockedFile locked, LockFile contents)
    {
        private readonly ConcurrentBag<(ContractIdentity Identity, INamedTypeSymbol Record)> present = [];
        private int unbound;

        public void Analyze(SymbolAnalysisContext context)
        {
            var type = (INamedTypeSymbol)context.Symbol;
            if (!DefinitionContracts.IsDefinition(type))
            {
                return;
            }

            // What is wrong with one that has no contract, others report; it is not gone.
            if (DefinitionContracts.Of(type, context.Compilation, context.CancellationToken) is not { } current)
            {
                Interlocked.Increment(ref unbound);
                return;
            }

            present.Add((current.Identity, type));
            var places = new ContractPlaces(type, current);
            var changes = ContractComparison.Compare(contents, current);
            foreach (var change in changes.Where(c => c.Verdict is not Verdict.Compatible))
            {
                context.ReportDiagnostic(Create(ChangeRules.Of(change.Kind), places.Of(change), change.ToString(), change));
            }

            foreach (var growth in changes.Where(c => c.Kind is ContractChangeKind.VectorGrowth && contents.Find(c.Subject)!.IsReleased))
            {
                context.ReportDiagnostic(Create(ContractRules.VectorGrowth, places.Of(growth), growth + " A model that takes the vector by places has to be trained again; declare what is new last, or in a new version.", growth));
            }

            if (changes.All(c => c.Verdict is Verdict.Compatible) && contents.Find(current.Identity) != LockUpdate.Accepted(contents, current))
            {
                ReportOutOfDate(context, places, current, changes);
            }
        }

        public void Conclude(CompilationAnalysisContext context)
        {
            ReportTwins(context);

            // Which one it is that has no contract is not known; so none is said to be gone.
            if (Volatile.Read(ref unbound) > 0)
            {
                return;
            }

            foreach (var change in ContractComparison.Removed(contents, present.Select(p => p.Identity)))
            {
                var isReleased = change.Verdict is not Verdict.Compatible;
                if (isReleased || !contents.Find(change.Subject)!.IsReleased)
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        isReleased ? ContractRules.DefinitionRemoved : ContractRules.EntryWithoutRecord,
                        locked.PlaceOf(path, change.Subject),
                        isReleased ? change.ToString() : $"{change.Message} It was not released; take it out of {LockFile.FileName} (dotnet features lock)."));
                }
            }
        }

        /// <summary>Records that claim to be one and the same version: a copy whose version was not raised.</summary>
        private void ReportTwins(CompilationAnalysisContext context)
        {
            foreach (var twins in present.GroupBy(p => p.Identity, p => p.Record).Where(g => g.Count() > 1))
            {
                var records = twins.OrderBy(r => r.ToDisplayString(), StringComparer.Ordinal).ToList();
                foreach (var record in records.Skip(1))
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        ContractRules.SameVersion,
                        DefinitionContracts.PlaceOf(record),
                        $"'{record.Name}' is the {twins.Key}, and so is '{records[0].Name}'. Give the newer of them the next version."));
                }
            }
        }

        private static void ReportOutOfDate(SymbolAnalysisContext context, ContractPlaces places, DefinitionContract current, IReadOnlyList<ContractChange> changes)
        {
            const string Remedy = $"Accept it into {LockFile.FileName} (dotnet features lock).";
            var first = changes.FirstOrDefault(c => c.Kind is not ContractChangeKind.VectorGrowth) ?? changes.FirstOrDefault();
            var what = first?.Message ?? $"What the {current.Identity} reads is not what {LockFile.FileName} has.";
            var more = changes.Count switch
            {
                <= 1 => "",
                2 => " Another change stands beside it.",
                var count => $" {count - 1} other changes stand beside it.",
            };
            context.ReportDiagnostic(Create(ContractRules.EntryOutOfDate, first is null ? places.OfRecord : places.Of(first), $"{what}{more} {Remedy}", first));
        }

        private static Diagnostic Create(DiagnosticDescriptor rule, Location place, string message, ContractChange? change) => Diagnostic.Create(
            rule,
            place,
            additionalLocations: null,
            properties: ContractProperties.Of(change),
            message);
    }
}
