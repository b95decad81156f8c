using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>A view with its SQL and its hash: all the emitter needs.</summary>
/// <param name="View">The view as bound.</param>
/// <param name="ContractHash">The hash of its normalised definition.</param>
/// <param name="Sql">The SQL of every engine.</param>
public sealed record PrintedView(BoundView View, string ContractHash, EquatableArray<ViewSql> Sql)
{
    /// <summary>Normalises, hashes, lowers and prints a view for every engine.</summary>
    public static PrintedView Of(BoundView view) =>
        new(view, Plans.ContractHash.Of(view.Plan), SqlDialect.All.Select(d => ViewSql.Print(view.Plan, d)).ToEquatableArray());
}

/// <summary>A label with its SQL and its hash.</summary>
/// <param name="Label">The label as bound.</param>
/// <param name="ContractHash">The hash of its normalised definition.</param>
/// <param name="Sql">The SQL of every engine.</param>
public sealed record PrintedLabel(BoundView Label, string ContractHash, EquatableArray<LabelSql> Sql)
{
    /// <summary>Normalises, hashes, lowers and prints a label for every engine.</summary>
    public static PrintedLabel Of(BoundView label) =>
        new(label, Plans.ContractHash.Of(label.Plan), SqlDialect.All.Select(d => LabelSql.Print(label.Plan, d)).ToEquatableArray());
}

/// <summary>A file of generated source.</summary>
/// <param name="HintName">Its name within the compilation.</param>
/// <param name="Text">Its text.</param>
public sealed record EmittedFile(string HintName, string Text);
