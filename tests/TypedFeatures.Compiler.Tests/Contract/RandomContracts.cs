using TypedFeatures.Plans;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Contract;

/// <summary>Contracts such as no code has, to see that whatever is printed is read back.</summary>
internal static class RandomContracts
{
    private static readonly string[] Texts = ["plain", "with \"quotes\" and \\", "line\nbreak\ttab", "ü 漢 🚀", "\u0001\u2028", "a\ud800b", "{[,:]}", "'it''s'"];

    private static readonly ScalarType[] Types =
    [
        ScalarType.Int64, ScalarType.Double.Nullable, ScalarType.DecimalOf(9, 2), ScalarType.VectorOf(7).Nullable, ScalarType.ListOf(ScalarType.String),
        ScalarType.MapOf(ScalarType.String, ScalarType.Double), new(ScalarKind.Int32) { NumberOf = "A.Flags" },
        new(ScalarKind.Enum, true, new EnumType("A.Colour", EquatableArray.Of(new EnumMember("Red", -1), new EnumMember("Blue", 4)))),
    ];

    public static LockFile File(Random random) => LockFile.Of(Enumerable.Range(0, random.Next(5)).Select(i => Definition(random, i)));

    private static DefinitionContract Definition(Random random, int index) => new(new ContractIdentity((ContractKind)random.Next(4), "d" + index, random.Next(1, 9)), "A.B" + index)
    {
        IsReleased = Coin(random),
        Owner = Coin(random) ? Text(random) : "",
        Description = Coin(random) ? Text(random) : "",
        Retired = Coin(random) ? "2027-01-31" : null,
        OnlineTtl = Length(random),
        Freshness = Length(random),
        MaxAge = Length(random),
        LookBack = Coin(random) ? Text(random) : null,
        Horizon = Coin(random) ? Text(random) : null,
        QueryHash = Coin(random) ? "0123456789abcdef" : "",
        Keys = Some(random, i => new KeyContract("k" + i, "K" + i, Type(random), Coin(random)) { PiiRemoval = Coin(random) ? Text(random) : null }),
        Sources = Some(random, i => new SourceContract("s" + i, (SourceKind)random.Next(4), Some(random, c => new ColumnContract("c" + c, Type(random), (ColumnRole)random.Next(8), Coin(random))))
        {
            Version = Coin(random) ? random.Next(1, 9) : null,
            Every = Length(random),
        }),
        Views = Some(random, i => new ServiceViewContract("v" + i, "V" + i, new ContractIdentity((ContractKind)random.Next(4), "x" + i, random.Next(1, 9))) { Retired = Coin(random) ? "2027-12-31" : null }),
        Vector = Some(random, _ => Text(random)),
        Features = Some(random, i => Feature(random, i)),
        Text = Some(random, _ => Text(random)),
    };

    private static FeatureContract Feature(Random random, int index) =>
        new("f" + index, Coin(random) ? "f" + index : "renamed", "F" + index, Type(random), (FeatureOrigin)random.Next(4))
        {
            IsReleased = Coin(random),
            FormerName = Coin(random) ? "f" + index : null,
            Hash = Coin(random) ? "fedcba9876543210" : "",
            LogicHash = Coin(random) ? "0f1e2d3c4b5a6978" : "",
            Default = Coin(random) ? Text(random) : null,
            Aggregates = Some(random, _ => Text(random)),
            Windows = Some(random, _ => Text(random)),
            Sources = Some(random, _ => Text(random)),
            Columns = Some(random, _ => Text(random)),
            IsPii = Coin(random),
            Retired = Coin(random) ? "2028-02-29" : null,
            LogicEquivalent = Coin(random) ? Text(random) : null,
            PiiRemoval = Coin(random) ? Text(random) : null,
        };

    private static EquatableArray<T> Some<T>(Random random, Func<int, T> item) => Enumerable.Range(0, random.Next(4)).Select(item).ToEquatableArray();

    private static bool Coin(Random random) => random.Next(2) == 0;

    private static string Text(Random random) => Texts[random.Next(Texts.Length)];

    private static ScalarType Type(Random random) => Types[random.Next(Types.Length)];

    private static long? Length(Random random) => Coin(random) ? random.NextInt64(long.MaxValue) : null;
}
