using System.Collections.Immutable;
using System.Globalization;

namespace TypedFeatures.Compiler.Diagnostics;

/// <summary>
/// What the binder knows of a finding and hands to its fix with the diagnostic (<c>Diagnostic.Properties</c>), so that no fix reads messages or binds again.
/// </summary>
public static class FixFacts
{
    /// <summary>How far back something reaches, in microseconds; <see cref="WholePast"/> where it has no end.</summary>
    public const string LookBack = "LookBack";

    /// <summary>The look-back that has no end.</summary>
    public const string WholePast = "all";

    /// <summary>The attribute, without its suffix, that one property of a source has to be marked with.</summary>
    public const string Role = "Role";

    /// <summary>How many digits after the point the decimals that are chosen between have to have.</summary>
    public const string Scale = "Scale";

    /// <summary>How many digits after the point a zero has to have that is added to a decimal.</summary>
    public const string ScaleOfZero = "ScaleOfZero";

    /// <summary>The property that says when a row happened, in place of the one that says when it was loaded.</summary>
    public const string EventTime = "EventTime";

    /// <summary>How long after the event an outcome is final, in microseconds.</summary>
    public const string Maturity = "Maturity";

    /// <summary>One fact.</summary>
    public static ImmutableDictionary<string, string?> Of(string name, string value) => ImmutableDictionary<string, string?>.Empty.Add(name, value);

    /// <summary>One fact that is a number.</summary>
    public static ImmutableDictionary<string, string?> Of(string name, long value) => Of(name, value.ToString(CultureInfo.InvariantCulture));
}
