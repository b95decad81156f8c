using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.Compiler.Members;

/// <summary>
/// Which rule refuses members of .NET that a definition is likely to try and that cannot be made equal everywhere, and what to write instead: by member, else by
/// type, else by namespace. Those of text, time and numbers that have a rule of their own stand beside their tables.
/// </summary>
internal static class Refusals
{
    private static readonly Refusal Machine = new(
        LeakageRules.WallClock, "The time of the machine is not that of the feature, and differs from row to row. Write g.AsOf; in a service let it arrive as a [Request].");

    private static readonly Refusal Chance = new(
        LeakageRules.Chance, "A definition has one value for one history, however often it is computed. Ingest chance as a column, or draw by Encode.Hash(key, n).");

    private static readonly Refusal Zone = new(LeakageRules.LocalTime, "Instants are UTC, and time zones are the machine's and change. Add the offset as a TimeSpan column.");

    private static readonly Refusal HashCode = new(LeakageRules.ProcessDependent, "Hash codes differ from process to process. Write Encode.Hash(x, buckets).");

    private static readonly Refusal Culture = new(
        LeakageRules.ProcessDependent, "The culture is that of whoever runs the process. Leave it out: texts compare as StringComparison.Ordinal, numbers stay numbers.");

    private static readonly Refusal Elsewhere = new(
        LeakageRules.Outside, "It is not a part of any row, and may be another value when the model is served. Ingest it as a source; in a service let it arrive as a [Request].");

    private static readonly Refusal NotFinite = new(
        LeakageRules.NotANumber, "Stored doubles are finite, and a computed one that is not becomes null. Leave it out, or test the result for null.");

    private static readonly Refusal Reading = new(Rules.UnsupportedExpression, "Engines read other texts as values than .NET. Ingest a column of the type that is meant.");
    private static readonly Refusal Format = new(Rules.UnsupportedExpression, "Engines write values as other texts than .NET. Join texts with + or $\"…\", integers as ToString(CultureInfo.InvariantCulture); leave numbers and instants what they are.");
    private static readonly Refusal Model = new(Rules.UnsupportedExpression, "Engines compute it differently in the last bits. Do it in the model, or ingest it as a column.");
    private static readonly Refusal Compare = new(Rules.UnsupportedExpression, "Write <, == or >; of texts Text.Compare(a, b).");

    private static readonly Dictionary<string, Refusal> ByMember = new(StringComparer.Ordinal)
    {
        ["System.DateTime.Now"] = Machine,
        ["System.DateTime.UtcNow"] = Machine,
        ["System.DateTime.Today"] = Machine,
        ["System.DateTimeOffset.Now"] = Machine,
        ["System.DateTimeOffset.UtcNow"] = Machine,
        ["System.Environment.TickCount"] = Machine,
        ["System.Environment.TickCount64"] = Machine,
        ["System.DateTime.Ticks"] = new(Rules.UnsupportedExpression, "Storage counts microseconds. Write (x - DateTime.UnixEpoch).TotalMicroseconds, or TotalSeconds."),
        ["System.TimeSpan.Ticks"] = new(Rules.UnsupportedExpression, "Storage counts microseconds. Write TotalMicroseconds, or TotalSeconds."),
        ["System.DateTime.ToLocalTime"] = Zone,
        ["System.DateTime.ToUniversalTime"] = new(Rules.UnsupportedExpression, "Instants are UTC already. Leave it out."),
        ["System.DateTime.Kind"] = new(Rules.UnsupportedExpression, "Instants are UTC, always. Leave it out."),
        ["System.DateTime.DaysInMonth"] = new(Rules.UnsupportedExpression, "It is no function of a row's instant on every engine. Compare x.Month with x.AddDays(1).Month for the last day of a month."),
        ["System.DateTime.IsLeapYear"] = new(Rules.UnsupportedExpression, "It is no function of a row's instant on every engine. Write year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)."),
        ["System.DateTime.Compare"] = Compare,
        ["System.DateTimeOffset.LocalDateTime"] = Zone,
        ["System.DateTimeOffset.ToLocalTime"] = Zone,
        ["System.Guid.NewGuid"] = Chance,
        ["System.Guid.CreateVersion7"] = Chance,
        ["System.Math.Cbrt"] = new(Rules.UnsupportedExpression, "Engines differ in the last bits. Write Numeric.Pow(x, 1.0 / 3), which is null below zero."),
        ["System.String.Format"] = Format,
        ["System.String.Join"] = new(Rules.UnsupportedExpression, "Join texts with + or $\"…\"."),
        ["System.String.Split"] = new(Rules.UnsupportedExpression, "A part of a text has no column. Ingest the parts as columns, or test with StartsWith, EndsWith and Contains."),
        ["System.String.PadLeft"] = new(Rules.UnsupportedExpression, "A text of fixed width is for people to read. Leave the number a number, or pad where it is shown."),
        ["System.String.PadRight"] = new(Rules.UnsupportedExpression, "A text of fixed width is for people to read. Leave the number a number, or pad where it is shown."),
        ["System.String.LastIndexOf"] = new(Rules.UnsupportedExpression, "Engines have no place of the last part. Write IndexOf(part, StringComparison.Ordinal), or ingest the place as a column."),
        ["System.String.Normalize"] = new(Rules.UnsupportedExpression, "Engines know other versions of Unicode. Normalize before ingestion."),
        ["System.Double.IsNaN"] = NotFinite,
        ["System.Double.IsInfinity"] = NotFinite,
        ["System.Double.IsFinite"] = NotFinite,
        ["System.Double.IsPositiveInfinity"] = NotFinite,
        ["System.Double.IsNegativeInfinity"] = NotFinite,
        ["System.Double.IsNormal"] = NotFinite,
        ["System.Single.IsNaN"] = NotFinite,
        ["System.Single.IsInfinity"] = NotFinite,
        ["System.Single.IsFinite"] = NotFinite,
        ["System.Enum.IsDefined"] = new(Rules.UnsupportedExpression, "An enum that is stored by name has members alone. Leave it out, or compare with members."),
        ["System.Object.GetHashCode"] = HashCode,
        ["System.String.GetHashCode"] = HashCode,
        ["System.HashCode.Combine"] = new(LeakageRules.ProcessDependent, "Hash codes differ from process to process. Write Encode.Hash(a + \"|\" + b, buckets)."),
    };

    private static readonly Dictionary<string, Refusal> ByName = new(StringComparer.Ordinal)
    {
        ["Parse"] = Reading,
        ["TryParse"] = Reading,
        ["ParseExact"] = Reading,
        ["ToString"] = Format,
        ["CompareTo"] = Compare,
        ["Equals"] = new(Rules.UnsupportedExpression, "Write ==, which says what null is equal to."),
        ["GetHashCode"] = HashCode,
    };

    private static readonly Dictionary<string, Refusal> ByType = new(StringComparer.Ordinal)
    {
        ["System.Random"] = Chance,
        ["System.Security.Cryptography.RandomNumberGenerator"] = Chance,
        ["System.Diagnostics.Stopwatch"] = Machine,
        ["System.HashCode"] = HashCode,
        ["System.Runtime.CompilerServices.RuntimeHelpers"] = HashCode,
        ["System.Globalization.CultureInfo"] = Culture,
        ["System.Globalization.RegionInfo"] = Culture,
        ["System.Console"] = Elsewhere,
        ["System.AppContext"] = Elsewhere,
        ["System.AppDomain"] = Elsewhere,
        ["System.Convert"] = new(Rules.UnsupportedExpression, "It rounds and reads texts as no engine does. Write checked((int)x) or (double)x; ingest what is text as a column of its type."),
        ["System.Text.RegularExpressions.Regex"] = new(Rules.UnsupportedExpression, "Every engine has regular expressions of its own. Test with StartsWith, EndsWith and Contains, StringComparison.Ordinal each; or ingest what matched as a column."),
        ["System.TimeProvider"] = Machine,
        ["System.Environment"] = Elsewhere,
        ["System.TimeZoneInfo"] = Zone,
        ["System.Math"] = Model,
        ["System.MathF"] = new(Rules.UnsupportedExpression, "float is storage, and engines round it differently. Cast to double and write Math or Numeric."),
        ["System.Linq.Enumerable"] = new(Rules.UnsupportedExpression, "A definition has no loops. Aggregate a window: Count, Sum, Latest, TopK, CountBy and their like; or compare the values one by one."),
    };

    // What lies in them, or below, is read from somewhere.
    private static readonly string[] Outer = ["System.IO", "System.Net", "System.Diagnostics", "System.Data", "System.Reflection", "System.Threading", "Microsoft.Win32"];

    /// <summary>What refuses a member; null where there is nothing better to say than that it is not known.</summary>
    public static Refusal? Find(ISymbol member)
    {
        if (member.ContainingType?.OriginalDefinition is not { ContainingNamespace.IsGlobalNamespace: false } type)
        {
            return null;
        }

        var space = type.ContainingNamespace.ToDisplayString();
        var name = space + "." + type.MetadataName;
        return ByMember.TryGetValue(name + "." + member.Name, out var refusal) ? refusal
            : ByType.TryGetValue(name, out refusal) ? refusal
            : type.ContainingNamespace.Name == "System" && ByName.TryGetValue(member.Name, out refusal) ? refusal
            : Outer.Any(o => space == o || space.StartsWith(o + ".", StringComparison.Ordinal)) ? Elsewhere
            : null;
    }
}

/// <summary>What refuses a member.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Advice">Why, and what to write instead.</param>
internal sealed record Refusal(DiagnosticDescriptor Rule, string Advice);
