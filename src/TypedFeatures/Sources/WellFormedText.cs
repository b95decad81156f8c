namespace TypedFeatures.Sources;

/// <summary>Text that means the same to every engine: no NUL, no lone surrogate.</summary>
public static class WellFormedText
{
    /// <summary>What is wrong with a text, as the end of a sentence; null where nothing is.</summary>
    public static string? FindFault(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '\0')
            {
                return "holds a NUL character, which engines cut text at; remove it.";
            }

            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1]))
                {
                    return "holds half of a surrogate pair, which UTF-8 cannot say; remove it.";
                }

                i++;
            }
        }

        return null;
    }
}
