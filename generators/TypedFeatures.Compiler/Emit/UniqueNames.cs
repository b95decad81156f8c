namespace TypedFeatures.Compiler.Emit;

/// <summary>Gives names that differ from each other and from the reserved ones.</summary>
internal sealed class UniqueNames(params string[] reserved)
{
    private readonly HashSet<string> taken = new(reserved, StringComparer.Ordinal);

    /// <summary>The wanted name, or that with the first number that makes it new.</summary>
    /// <param name="wanted">The name.</param>
    /// <param name="suffixes">With each of these it is a name too, which must be new as well.</param>
    public string Of(string wanted, params string[] suffixes)
    {
        var name = wanted;
        for (var i = 2; taken.Contains(name) || suffixes.Any(s => taken.Contains(name + s)); i++)
        {
            name = wanted + CSharpText.Number(i);
        }

        taken.Add(name);
        taken.UnionWith(suffixes.Select(s => name + s));
        return name;
    }
}
