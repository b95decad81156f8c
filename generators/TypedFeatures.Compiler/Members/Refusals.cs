using Microsoft.CodeAnalysis;

namespace TypedFeatures.Compiler.Members;

/// <summary>
/// What to write instead of members of .NET that a definition is likely to try and that cannot be made equal everywhere: by member, else by type. Those
/// of text, time and numbers that have a rule of their own stand beside their tables.
/// </summary>
internal static class Refusals
{
    private const string Machine = "The time of the machine is not that of the feature, and differs from row to row. Write g.AsOf; in a service let it arrive as a [Request].";
    private const string Chance = "A definition has one value for one history, however often it is computed. Ingest chance as a column, or draw by Encode.Hash(key, n).";
    private const string Reading = "Engines read other texts as values than .NET. Ingest a column of the type that is meant.";
    private const string Format = "Engines write values as other texts than .NET. Join texts with + or $\"…\", integers as ToString(CultureInfo.InvariantCulture); leave numbers and instants what they are.";
    private const string Model = "Engines compute it differently in the last bits. Do it in the model, or ingest it as a column.";
    private const string Compare = "Write <, == or >; of texts Text.Compare(a, b).";

    private static readonly Dictionary<string, string> ByMember = new(StringComparer.Ordinal)
    {
        ["System.DateTime.Now"] = Machine,
        ["System.DateTime.UtcNow"] = Machine,
        ["System.DateTime.Today"] = Machine,
        ["System.DateTimeOffset.Now"] = Machine,
        ["System.DateTimeOffset.UtcNow"] = Machine,
        ["System.DateTime.Ticks"] = "Storage counts microseconds. Write (x - DateTime.UnixEpoch).TotalMicroseconds, or TotalSeconds.",
        ["System.TimeSpan.Ticks"] = "Storage counts microseconds. Write TotalMicroseconds, or TotalSeconds.",
        ["System.DateTime.ToLocalTime"] = "Instants are UTC, and time zones are the machine's. Add the offset as a TimeSpan column.",
        ["System.DateTime.ToUniversalTime"] = "Instants are UTC already. Leave it out.",
        ["System.DateTime.Kind"] = "Instants are UTC, always. Leave it out.",
        ["System.DateTime.DaysInMonth"] = "It is no function of a row's instant on every engine. Compare x.Month with x.AddDays(1).Month for the last day of a month.",
        ["System.DateTime.IsLeapYear"] = "It is no function of a row's instant on every engine. Write year % 4 == 0 && (year % 100 != 0 || year % 400 == 0).",
        ["System.DateTime.Compare"] = Compare,
        ["System.Guid.NewGuid"] = Chance,
        ["System.Guid.CreateVersion7"] = Chance,
        ["System.Math.Cbrt"] = "Engines differ in the last bits. Write Numeric.Pow(x, 1.0 / 3), which is null below zero.",
        ["System.String.Format"] = Format,
        ["System.String.Join"] = "Join texts with + or $\"…\".",
        ["System.String.Split"] = "A part of a text has no column. Ingest the parts as columns, or test with StartsWith, EndsWith and Contains.",
        ["System.String.PadLeft"] = "A text of fixed width is for people to read. Leave the number a number, or pad where it is shown.",
        ["System.String.PadRight"] = "A text of fixed width is for people to read. Leave the number a number, or pad where it is shown.",
        ["System.String.LastIndexOf"] = "Engines have no place of the last part. Write IndexOf(part, StringComparison.Ordinal), or ingest the place as a column.",
        ["System.String.Normalize"] = "Engines know other versions of Unicode. Normalize before ingestion.",
        ["System.Double.IsNaN"] = "Stored doubles are finite, and a computed one that is not becomes null. Leave it out, or test the result for null.",
        ["System.Double.IsInfinity"] = "Stored doubles are finite, and a computed one that is not becomes null. Leave it out, or test the result for null.",
        ["System.Double.IsFinite"] = "Stored doubles are finite, and a computed one that is not becomes null. Leave it out, or test the result for null.",
        ["System.Enum.IsDefined"] = "An enum that is stored by name has members alone. Leave it out, or compare with members.",
        ["System.Object.GetHashCode"] = "Hash codes differ from process to process. Write Encode.Hash(x, buckets).",
        ["System.String.GetHashCode"] = "Hash codes differ from process to process. Write Encode.Hash(x, buckets).",
        ["System.HashCode.Combine"] = "Hash codes differ from process to process. Write Encode.Hash(a + \"|\" + b, buckets).",
    };

    private static readonly Dictionary<string, string> ByName = new(StringComparer.Ordinal)
    {
        ["Parse"] = Reading,
        ["TryParse"] = Reading,
        ["ParseExact"] = Reading,
        ["ToString"] = Format,
        ["CompareTo"] = Compare,
        ["Equals"] = "Write ==, which says what null is equal to.",
        ["GetHashCode"] = "Hash codes differ from process to process. Write Encode.Hash(x, buckets).",
    };

    private static readonly Dictionary<string, string> ByType = new(StringComparer.Ordinal)
    {
        ["System.Random"] = Chance,
        ["System.Convert"] = "It rounds and reads texts as no engine does. Write checked((int)x) or (double)x; ingest what is text as a column of its type.",
        ["System.Text.RegularExpressions.Regex"] = "Every engine has regular expressions of its own. Test with StartsWith, EndsWith and Contains, StringComparison.Ordinal each; or ingest what matched as a column.",
        ["System.TimeProvider"] = Machine,
        ["System.Environment"] = "It is the machine's, not the row's. Ingest it as a column.",
        ["System.TimeZoneInfo"] = "Time zones are the machine's and change. Add the offset as a TimeSpan column.",
        ["System.Math"] = Model,
        ["System.MathF"] = "float is storage, and engines round it differently. Cast to double and write Math or Numeric.",
        ["System.Linq.Enumerable"] = "A definition has no loops. Aggregate a window: Count, Sum, Latest, TopK, CountBy and their like; or compare the values one by one.",
    };

    /// <summary>The advice for a member; null where there is none.</summary>
    public static string? Find(ISymbol member)
    {
        if (member.ContainingType?.OriginalDefinition is not { ContainingNamespace.IsGlobalNamespace: false } type)
        {
            return null;
        }

        var name = type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;
        return ByMember.TryGetValue(name + "." + member.Name, out var advice) ? advice
            : ByType.TryGetValue(name, out advice) ? advice
            : type.ContainingNamespace.Name == "System" && ByName.TryGetValue(member.Name, out advice) ? advice
            : null;
    }
}
