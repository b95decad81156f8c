namespace TypedFeatures.Plans.Contract;

/// <summary>What a contract is of, in the order in which a lock file lists them.</summary>
public enum ContractKind
{
    /// <summary>A feature view, computed by its <c>Define</c>.</summary>
    View,

    /// <summary>A feature table, computed elsewhere.</summary>
    Table,

    /// <summary>A label.</summary>
    Label,

    /// <summary>A feature service: what one model reads.</summary>
    Service,
}

/// <summary>Which definition a contract is of: versions of one name stand beside each other.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name in the registry.</param>
/// <param name="Version">Its version, from 1.</param>
public sealed record ContractIdentity(ContractKind Kind, string Name, int Version)
{
    /// <summary>What messages call the kind.</summary>
    public string Noun => Kind switch
    {
        ContractKind.View => "feature view",
        ContractKind.Table => "feature table",
        ContractKind.Label => "label",
        _ => "feature service",
    };

    /// <summary>Whether another is of the same kind and name, whatever its version.</summary>
    public bool IsOtherVersionOf(ContractIdentity other) => Kind == other?.Kind && Name == other.Name && Version != other.Version;

    /// <summary><c>feature view 'user_purchases' version 1</c>.</summary>
    public override string ToString() => $"{Noun} '{Name}' version {Version}";
}
