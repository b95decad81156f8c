namespace TypedFeatures.Compiler.Emit;

/// <summary>Gives names that differ from each other and from the reserved ones.</summary>
internal sealed class UniqueNames(params string[] reserved)
{
    private readonly HashSet<string> taken = new(reserved, StringComparer.Ordinal);

    /// <summary>The wanted name, or that with the first number that makes it new.</summary>
    public string Of(string wanted)
    {
        var name = wanted;
        for (var i = 2; !taken.Add(name); i++)
        {
            name = wanted + CSharpText.Number(i);
        }

        return name;
    }
}
