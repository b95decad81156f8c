namespace TypedFeatures;

/// <summary>Keys in messages: by the names of their properties, never by value.</summary>
internal static class KeyNames
{
    public static string Of(FeatureViewDescriptor view) => Of(view.Keys);

    public static string Of(IEnumerable<FieldSchema> keys) => string.Join(", ", keys.Select(key => key.Property));
}
