namespace TypedFeatures;

/// <summary>Keys in messages: by the names of their properties, never by value.</summary>
internal static class KeyNames
{
    public static string Of(FeatureViewDescriptor view) => string.Join(", ", view.Keys.Select(key => key.Property));
}
