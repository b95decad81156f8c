using TypedFeatures.Plans;

namespace TypedFeatures;

/// <summary>The columns of spines that no view declares.</summary>
internal static class SpineColumns
{
    public static readonly FieldSchema AsOf = new("AsOf", "as_of", ScalarType.DateTime, "The instant the features are of.");
}
