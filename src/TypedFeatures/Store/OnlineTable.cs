using System.Globalization;
using TypedFeatures.Online;

namespace TypedFeatures;

/// <summary>Where the states of one view are: a table of the online store, and what to compare its entries with.</summary>
internal sealed class OnlineTable
{
    public OnlineTable(IOnlineStore store, string onlineNamespace, FeatureViewDescriptor view)
    {
        Store = store;
        View = view;

        // Versions of a view are served side by side while readers move from one to the next.
        Name = string.Create(CultureInfo.InvariantCulture, $"{onlineNamespace}:{view.Name}:{view.Version}");
        Contract = ulong.Parse(view.ContractHash, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        TimeToLive = view.OnlineTtl is { } ttl ? Instant.FromTimeSpan(ttl) : null;
    }

    public IOnlineStore Store { get; }

    public FeatureViewDescriptor View { get; }

    public string Name { get; }

    public ulong Contract { get; }

    /// <summary>In microseconds; null for ever.</summary>
    public long? TimeToLive { get; }

    public ContractMismatchException Mismatch(ulong? stored) =>
        new(View.Name, View.ContractHash, stored?.ToString("x16", CultureInfo.InvariantCulture));
}
