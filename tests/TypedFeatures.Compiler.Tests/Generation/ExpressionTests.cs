namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>Feature-level expressions keep C#'s meaning when printed. Each view has one row, whose columns are the values given.</summary>
public sealed class ExpressionTests
{
    private const long Friday = 1_700_179_200_000_000; // 2023-11-17 00:00:00 UTC, a Friday

    private const string Points = "g.All.Max(o => o.Points)";
    private const string Units = "(g.All.Max(o => o.Units) ?? 0)";
    private const string Rush = "g.All.Mode(o => o.IsRush)";
    private const string Amount = "g.All.Max(o => o.Amount)";
    private const string Email = "g.All.Max(o => o.Email)";
    private const string Shipped = "g.All.Max(o => o.ShippedAt)";

    public static TheoryData<string, string, object?[], object?> Cases => new()
    {
        { "long?", $"checked({Points} + 1)", [5L], 6L },
        { "long?", $"checked({Points} + 1)", [null], null },
        { "long", $"checked({Units} - (3 - (2 - {Units})))", [10L], 10L - (3 - (2 - 10L)) },
        { "long", $"checked(-({Units} - 4) * 2)", [10L], -12L },
        { "long", $"checked({Units} * ({Units} + 1)) / 4 % 5", [10L], 110L / 4 % 5 },
        { "long", $"checked({Units} / (2 * 3))", [-20L], -3L },
        { "bool", $"!({Amount} > 10)", [null], true },
        { "bool", $"!({Amount} > 10)", [11.0], false },
        { "bool", $"{Amount} <= 10 || {Amount} == null", [null], true },
        { "bool", $"{Amount} != 3 && !({Amount} == 4)", [null], true },
        { "bool", $"{Amount} is > 0 and < 5", [4.0], true },
        { "bool", $"{Amount} is > 0 and < 5", [null], false },
        { "double", $"Math.Round({Amount} ?? 0)", [2.5], 2.0 },
        { "double", $"Math.Round({Amount} ?? 0)", [3.5], 4.0 },
        { "double", $"Math.Floor({Amount} ?? 0) - Math.Ceiling({Amount} ?? 0)", [-2.5], -1.0 },
        { "double", $"Math.Max(Math.Abs({Amount} ?? 0), Math.Min(1, 2))", [-2.5], 2.5 },
        { "long", $"checked((long)({Amount} ?? 0))", [-2.7], -2L },
        { "double?", $"{Amount} * 1e308 * 10", [2.0], null },
        { "double?", $"Numeric.Ratio({Amount}, 4)", [2.0], 0.5 },
        { "double?", $"Numeric.Ratio({Amount}, 0)", [2.0], null },
        { "double", $"{Amount} is > 0 and var positive ? 10 / positive : 1", [4.0], 2.5 },
        { "double", $"{Amount} is > 0 and var positive ? 10 / positive : 1", [null], 1.0 },
        { "int?", $"{Email}?.Length", ["\U0001F600a"], 3 },
        { "int?", $"{Email}?.Length", [null], null },
        { "string", $"Text.LowerAscii({Email} ?? \"NONE\")", ["AbÉ"], "abÉ" },
        { "string", $"Text.LowerAscii({Email} ?? \"NONE\")", [null], "none" },
        { "bool", $"({Email} ?? \"\").StartsWith(\"ab\", StringComparison.Ordinal) && {Email} != \"abc\"", ["abd"], true },
        { "string", $"{Email} == null ? \"no \\\"mail\\\" \\\\ \\n\" : \"mail\"", [null], "no \"mail\" \\ \n" },
        { "double?", $"(g.AsOf - {Shipped})?.TotalHours", [Friday - 5_400_000_000], 1.5 },
        { "double?", $"(g.AsOf - {Shipped})?.TotalHours", [null], null },
        { "int", "(int)g.AsOf.DayOfWeek", [], 5 },
        { "int", "checked(g.AsOf.Year * 0 + g.AsOf.DayOfYear)", [], 321 },
        { "int?", $"{Shipped}?.Hour", [Friday - 3_600_000_000], 23 },
        { "long", "g.Key", [], 1L },
        { "bool", "g.All.Max(o => o.Status) == OrderStatus.Completed", ["Completed"], true },
        { "long", $"{Units} > 5 ? ({Units} > 8 ? 3 : 2) : 1", [9L], 3L },
        { "long", $"{Units} switch {{ > 8 => 3, > 5 => 2, _ => 1 }}", [7L], 2L },
        { "long", $"{Units} switch {{ > 8 => 3, var few when few > 6 => few, _ => 1 }}", [7L], 7L },
        { "string", $"{Rush} switch {{ true => \"yes\", false => \"no\", null => \"unknown\" }}", [null], "unknown" },
        { "string", $"({Rush}, {Units}) switch {{ (true, _) => \"rush\", (_, > 3) => \"many\", _ => \"few\" }}", [false, 4L], "many" },
        { "bool?", $"{Rush} & {Units} > 3", [null, 4L], null },
        { "bool?", $"{Rush} & {Units} > 3", [null, 2L], false },
        { "bool?", $"{Rush} | {Units} > 3", [null, 4L], true },
        { "bool?", $"{Rush} | {Units} > 3", [null, 2L], null },
        { "bool?", $"{Rush} ^ {Units} > 3", [null, 4L], null },
        { "bool?", $"{Rush} ^ {Units} > 3", [true, 4L], false },
        { "bool?", $"!{Rush}", [null], null },
        { "bool", $"(!{Rush} | {Units} > 3) == true && !({Rush} ?? true)", [false, 2L], true },
        { "long", $"{Units} & 6 | {Units} >> 1 ^ ~{Units}", [10L], 10L & 6 | 10L >> 1 ^ ~10L },
        { "long", $"({Units} & 6) == 2 ? checked(({Units} | 1) * 2) : 0", [10L], 22L },
        { "int?", "(int?)g.All.Max(o => o.Status)", ["Completed"], 1 },
        { "double", "(double)(g.All.Max(o => o.Status) ?? OrderStatus.Pending) / 4", ["Refunded"], 0.5 },
    };

    public static TheoryData<string, string, object> Overflows => new()
    {
        { "long?", $"checked({Points} + 1)", long.MaxValue },
        { "long?", $"checked(-{Points})", long.MinValue },
        { "int", $"checked((int)({Points} ?? 0))", 1L + int.MaxValue },
        { "long", $"checked((long)({Amount} ?? 0))", 1e19 },
        { "long", $"Math.Abs({Points} ?? 0)", long.MinValue },
    };

    // One compilation for all cases: each costs a second alone.
    private static readonly Lazy<Dictionary<(string Type, string Expression), LoadedView>> Views = new(CompileAll);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Printed_ComputesWhatCSharpDoes(string type, string expression, object?[] columns, object? expected) =>
        Views.Value[(type, expression)].Feature("Value", 1L, Friday, Friday, [1L, Friday, .. columns]).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Overflows))]
    public void IntegersThatDoNotFit_Overflow(string type, string expression, object value) =>
        Should.Throw<OverflowException>(() => Views.Value[(type, expression)].Feature("Value", 1L, Friday, Friday, [1L, Friday, value]));

    private static Dictionary<(string Type, string Expression), LoadedView> CompileAll()
    {
        var cases = Cases.Concat(Overflows).Select(row => ((string)row[0]!, (string)row[1]!)).Distinct().ToList();
        var views = cases.Select((c, i) => $$"""
            [FeatureView("view_{{i}}")]
            public sealed partial record View{{i}}
            {
                [EntityKey] public long UserId { get; init; }
                public {{c.Item1}} Value { get; init; }{{(c.Item1 == "string" ? " = \"\";" : "")}}
                static FeatureQuery<View{{i}}> Define(Events<Order> orders) =>
                    from o in orders group o by o.UserId into g select new View{{i}} { UserId = g.Key, Value = {{c.Item2}} };
            }
            """);
        var assembly = Generated.From(TestView.Sources + string.Join("\n", views)).Load();
        return cases.Select((c, i) => (Case: c, View: LoadedView.Of(assembly, $"Test.View{i}"))).ToDictionary(p => p.Case, p => p.View);
    }
}
