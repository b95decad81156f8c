using System.Globalization;

namespace Commerce.Parity;

/// <summary>Where a value was computed.</summary>
/// <param name="View">The view's name.</param>
/// <param name="Key">The entity. The shop is synthetic, so that keys may be printed.</param>
/// <param name="KnownBy">The knowledge instant W.</param>
/// <param name="AsOf">The as-of instant.</param>
internal readonly record struct Moment(string View, object Key, DateTime KnownBy, DateTime AsOf);

/// <summary>A value that differs.</summary>
/// <param name="At">Where.</param>
/// <param name="Feature">Which feature.</param>
/// <param name="Reference">What the definition says over rows in memory.</param>
/// <param name="Sql">What the engine says; null where SQL is not asked, as it knows no row that becomes known between W and the as-of instant.</param>
/// <param name="Online">What is served.</param>
internal sealed record Difference(Moment At, string Feature, object? Reference, Compared? Sql, object? Online)
{
    public override string ToString()
    {
        var sql = Sql is { } compared ? $" sql {Text(compared.Value)}," : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{At.View}.{Feature} of {At.Key}, known by {At.KnownBy:O}, as of {At.AsOf:O}: reference {Text(Reference)},{sql} online {Text(Online)}");
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}

/// <summary>A value that took part in a comparison; it may be null.</summary>
internal readonly record struct Compared(object? Value);
