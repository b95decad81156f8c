using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using TypedFeatures.Compiler;
using TypedFeatures.Compiler.Emit;
using TypedFeatures.Plans;

namespace TypedFeatures.Generators;

/// <summary>
/// Prints and emits what is bound. A pipeline takes one definition after the other; asked ahead for all of them this does them on all cores, and each step then
/// gives what there is. What is kept is a function of what it is kept for, and is let go with it.
/// </summary>
/// <param name="print">Hashes, lowers and prints for the targeted engines.</param>
/// <param name="emit">Writes the files.</param>
internal sealed class Printing<TBound, TPrinted>(Func<TBound, EngineTargets, TPrinted> print, Func<TPrinted, EquatableArray<EmittedFile>> emit)
    where TBound : class
    where TPrinted : class
{
    private readonly ConditionalWeakTable<TBound, Text> texts = new();
    private readonly ConditionalWeakTable<TPrinted, StrongBox<EquatableArray<EmittedFile>>> files = new();

    /// <summary>Prints and emits all that are not yet.</summary>
    public bool Ahead((ImmutableArray<TBound?> Bound, EngineTargets Targets) input, CancellationToken cancellation)
    {
        Parallel.ForEach(input.Bound.OfType<TBound>(), new ParallelOptions { CancellationToken = cancellation }, bound => Emit(Print(bound, input.Targets)));
        return true;
    }

    /// <summary>The step that prints one; null stays null.</summary>
    public TPrinted? Print((TBound? Bound, EngineTargets Targets) input, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return input.Bound is { } bound ? Print(bound, input.Targets) : null;
    }

    /// <summary>The step that emits one; no files for null.</summary>
    public EquatableArray<EmittedFile> Emit(TPrinted? printed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return printed is null ? default : Emit(printed);
    }

    private TPrinted Print(TBound bound, EngineTargets targets)
    {
        var text = texts.GetOrCreateValue(bound);
        lock (text)
        {
            if (text.Printed is null || !targets.Equals(text.Targets))
            {
                (text.Targets, text.Printed) = (targets, print(bound, targets));
            }

            return text.Printed;
        }
    }

    private EquatableArray<EmittedFile> Emit(TPrinted printed) =>
        files.GetValue(printed, p => new StrongBox<EquatableArray<EmittedFile>>(emit(p))).Value;

    private sealed class Text
    {
        public EngineTargets? Targets { get; set; }

        public TPrinted? Printed { get; set; }
    }
}
