using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>A view with its SQL and its hash: all the emitter needs.</summary>
/// <param name="View">The view as bound.</param>
/// <param name="ContractHash">The hash of its normalised definition.</param>
/// <param name="Sql">The SQL of every engine that the project targets and that takes the view.</param>
public sealed record PrintedView(BoundView View, string ContractHash, EquatableArray<ViewSql> Sql)
{
    /// <summary>
    /// Normalises, hashes, lowers and prints a view for the targeted engines. One that refuses something of the view gets no plan rather than a wrong one;
    /// the analyzers say so.
    /// </summary>
    public static PrintedView Of(BoundView view, EngineTargets targets) => new(
        view,
        Plans.ContractHash.Of(view.Plan),
        targets.Dialects
            .Where(d => d.Capabilities.RefusalsOf(view.Plan).Count == 0)
            .Select(d => ViewSql.Print(view.Plan, d))
            .ToEquatableArray());
}

/// <summary>A file of generated source.</summary>
/// <param name="HintName">Its name within the compilation.</param>
/// <param name="Text">Its text.</param>
public sealed record EmittedFile(string HintName, string Text);
