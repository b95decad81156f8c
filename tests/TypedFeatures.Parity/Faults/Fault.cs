using TypedFeatures.Offline;

namespace TypedFeatures.Parity;

/// <summary>A fault to plant around an engine or a view.</summary>
/// <param name="Name">What is wrong, in words.</param>
public record Fault(string Name)
{
    /// <summary>Rewrites every query.</summary>
    public Func<string, string>? Sql { get; init; }

    /// <summary>Wraps the cursor of every state feed.</summary>
    public Func<RowCursor, RowCursor>? Feed { get; init; }

    /// <summary>Rewrites a row on its way into the engine, or drops it; the set is the engine's to remember ids in.</summary>
    public Func<HashSet<string>, object, object?>? Rows { get; init; }

    /// <summary>Whether the fault was really planted: the text matched, the row was there.</summary>
    public bool Happened { get; set; }
}

/// <summary>A fault in a view itself, whatever its types.</summary>
public interface IViewFault
{
    /// <summary>The view with the fault.</summary>
    FeatureView<TKey, TFeatures, TSpine> Plant<TKey, TFeatures, TSpine>(FeatureView<TKey, TFeatures, TSpine> view)
        where TKey : notnull
        where TFeatures : class;
}
