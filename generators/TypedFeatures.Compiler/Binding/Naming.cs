using System.Text;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Names of tables and columns.</summary>
internal static class Naming
{
    /// <summary>The policy where no <c>[Column]</c> says otherwise: <c>UserId</c> → <c>user_id</c>, <c>EventID</c> → <c>event_id</c>,
    /// <c>Purchases7d</c> → <c>purchases7d</c>.</summary>
    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_' && StartsWord(name, i))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>Whether a table or column may be called so on every engine without quoting: letters, digits, single underscores, at most 63.</summary>
    public static bool IsValid(string? name) =>
        name is { Length: > 0 and <= 63 }
        && name[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'
        && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')
        && !name.Contains("__");

    private static bool StartsWord(string name, int index) =>
        char.IsLower(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1]));
}
