using System.Net;
using System.Text.RegularExpressions;
using TypedFeatures.Offline;

namespace TypedFeatures.ClickHouse.Http;

/// <summary>What the server says of a failure, as our exception.</summary>
internal static partial class ClickHouseFault
{
    /// <summary>TABLE_ALREADY_EXISTS.</summary>
    public const int TableExists = 57;

    private const int LongestMessage = 1000;

    /// <summary>A statement the server refused or failed.</summary>
    /// <param name="status">The response's status.</param>
    /// <param name="code">The server's own number of the failure, where it said one.</param>
    /// <param name="message">The server's words.</param>
    /// <param name="sql">The statement; its first line is quoted.</param>
    public static OfflineEngineException Of(HttpStatusCode status, int? code, string message, string sql)
    {
        var number = code ?? CodeIn(message);
        var words = Shorten(message.Trim());
        var text = words.Length == 0 ? $"The server answered {(int)status}." : words;
        return new($"ClickHouse: {Meaning(number)}{text}\nStatement: {FirstLine(sql)}");
    }

    /// <summary>A result that broke off after it had begun.</summary>
    public static OfflineEngineException BrokenOff(string? message, string sql, Exception? inner)
    {
        var words = message is null
            ? "the result broke off before its end; rows read so far are not all of them."
            : $"{Meaning(CodeIn(message))}{Shorten(message.Trim())}";
        return new($"ClickHouse: {words}\nStatement: {FirstLine(sql)}", inner);
    }

    /// <summary>The number in <c>Code: 70. DB::Exception: …</c>.</summary>
    public static int? CodeIn(string message) => Code().Match(message) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, provider: null) : null;

    // CANNOT_CONVERT_TYPE, ARGUMENT_OUT_OF_BOUND, ILLEGAL_DIVISION, DECIMAL_OVERFLOW: what plans compute fails so for one reason alone.
    private static string Meaning(int? code) => code switch
    {
        69 or 70 or 153 or 407 => "overflow: a value does not fit its type. ",
        193 or 194 or 516 => "the user or password is wrong; set ClickHouseOptions.User and .Password. ",
        _ => "",
    };

    private static string Shorten(string text) => text.Length <= LongestMessage ? text : text[..LongestMessage] + " …";

    private static string FirstLine(string sql) => Shorten(sql.AsSpan().TrimStart().ToString().Split('\n', 2)[0]);

    [GeneratedRegex(@"Code: (\d{1,6})\. DB::")]
    private static partial Regex Code();
}
