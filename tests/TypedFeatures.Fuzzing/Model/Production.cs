namespace TypedFeatures.Fuzzing.Model;

/// <summary>What an operand may be with respect to null.</summary>
public enum Nulls
{
    /// <summary>Either; the result is null where it is, if the production says so.</summary>
    Any,

    /// <summary>Never null.</summary>
    Never,

    /// <summary>Of a type that may be null.</summary>
    Maybe,
}

/// <summary>When a result may be null.</summary>
public enum ResultNull
{
    /// <summary>Where an operand may be that is not <see cref="Operand.IsAside"/>.</summary>
    Lifted,

    Never,

    Always,
}

/// <summary>A place for an expression.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Nulls">Whether it may be null.</param>
public sealed record Operand(Kind Kind, Nulls Nulls = Nulls.Any)
{
    /// <summary>Whether it is the body of a window's lambda.</summary>
    public bool OfRow { get; init; }

    /// <summary>Whether it is not always computed.</summary>
    public bool IsLazy { get; init; }

    /// <summary>Whether it must not fail.</summary>
    public bool CannotFail { get; init; }

    /// <summary>Whether its nulls do not make the result null.</summary>
    public bool IsAside { get; init; }

    /// <summary>Whether it must be more than a literal.</summary>
    public bool NotConstant { get; init; }
}

/// <summary>One way to write an expression: an entry of the grammar's table.</summary>
/// <param name="Construct">The name that coverage is counted by.</param>
/// <param name="Result">What comes out.</param>
/// <param name="Text">C#: <c>{0}</c> an operand, <c>{v}</c> a variable's name used nowhere else, <c>{d}</c> what a leaf holds.</param>
/// <param name="Operands">The operands.</param>
public sealed record Production(string Construct, Kind Result, string Text, params Operand[] Operands)
{
    /// <summary>Where it may stand.</summary>
    public Level Level { get; init; } = Level.Both;

    public ResultNull ResultNull { get; init; } = ResultNull.Lifted;

    /// <summary>Whether computing it may fail: what the engines must then agree on.</summary>
    public bool Fails { get; init; }

    /// <summary>Whether only its total may fail, which counts where it is named by a <c>let</c>.</summary>
    public bool FailsInTotal { get; init; }

    /// <summary>C# for the sum of the absolute values that went into an inexact result; <c>{m0}</c> is an operand's own.</summary>
    public string? Magnitude { get; init; }

    /// <summary>The type of a feature of it, where its kind does not say it.</summary>
    public string? TypeText { get; init; }

    public double Weight { get; init; } = 1;

    public bool IsLeaf => Operands.Length == 0;

    public override string ToString() => Construct;
}
