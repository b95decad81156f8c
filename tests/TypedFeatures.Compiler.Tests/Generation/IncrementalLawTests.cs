using Microsoft.CodeAnalysis;

namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>Whatever is edited, and in whatever order: a generator that remembers writes what a new one would write.</summary>
public sealed class IncrementalLawTests
{
    private const string Usings = "using System; using TypedFeatures; using static TypedFeatures.Duration; namespace Test; ";

    // Of each file some texts, the first of which it begins with; an empty one is a file that is not there.
    private static readonly string[][] Files =
    [
        [TestView.Sources, TestView.Sources.Replace("public bool IsGift", "public bool IsWrapped { get; init; } public bool IsGift"), TestView.Sources.Replace("Pending, Completed, Refunded", "Pending, Refunded, Completed")],
        .. Variants(View("Plain", "where o.Status == OrderStatus.Completed", "g.Last(Days(7)).Count()"), ("Days(7)", "Days(8)"), ("Completed", "Pending"), ("o.UserId", "o.ShopId"), ("[FeatureView(\"plain\")]", "")),
        .. Variants(View("Helped", "where Rules.IsLarge(o.Quantity) && o.IsRich()", "g.Last(Lengths.Week).Count()"), ("Week", "Month"), ("&&", "||")),
        .. Variants(View("Named", "where o.Quantity > Least", "g.Last(Days(7)).Count()"), ("Quantity", "Units")),
        .. Variants(View("Parted", "where o.Quantity > Own", "g.Last(Days(7)).Count()")),
        .. Variants(View("Aliased", "where o.Status == Good", "g.Last(Days(7)).Count()").Replace("using System;", "using System; using State = Test.OrderStatus;").Replace("Good", "State.Completed"), ("State = Test.OrderStatus", "State = Test.Other")),
        .. Variants("namespace Test; partial record Parted { private const int Own = 3; }", ("3", "4"), ("private const int", "private static readonly int")),
        .. Variants("namespace Test; public static class Rules { public static bool IsLarge(int quantity) => quantity > Limits.Least; }", (">", ">="), ("Limits.Least", "7")),
        .. Variants("namespace Test; public static class Limits { public const int Least = 40; }", ("40", "41"), ("int", "long")),
        .. Variants("namespace Test; public static class OrderRules { public static bool IsRich(this Order order) => order.Price > 3; }", ("3", "4"), ("this Order", "this object")),
        .. Variants("namespace Test; using System; public static class Lengths { public static readonly TimeSpan Week = TimeSpan.FromDays(7); public static TimeSpan Month => TimeSpan.FromDays(30); }", ("(7)", "(6)"), ("(30)", "(31)")),
        .. Variants("global using static Test.Limits;", ("Test.Limits", "Test.MoreLimits")),
        .. Variants("namespace Test; public static class MoreLimits { public const int Least = 12; }", ("12", "13")),
        ["", "namespace Test; public enum Other { Completed }"],
        ["", "namespace Test; public static class Days { }", "namespace Test.OrderStatus { public static class Within { } }", "namespace Test.Elsewhere; public static class Within { }"],
        ["", "namespace Test; public static class Queries { public static Events<Order> Where(this Events<Order> rows, Func<Order, bool> condition) => rows; }".Replace("namespace Test;", "using System; using TypedFeatures; namespace Test;")],
        ["", "namespace Test; public static class Unrelated { public static int Twice(int x) => x + x; }", "namespace Test; public static class Unrelated { public static int Twice(int x) => 2 * x; }"],
        .. Variants(Usings + "[FeatureService(\"both\")] public sealed partial record Both { public required Plain User { get; init; } public required Helped Other { get; init; } public bool IsRegular => User.Count > Limits.Least; }", ("User.Count", "Other.Count"), ("Limits.Least", "3")),
        .. Variants(Usings + TestLabel.Source()[TestView.Sources.Length..], ("Days(60)", "Days(61)"), ("Outcomes<Order>", "Outcomes<Missing>")),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AfterEveryEdit_WhatIsRememberedEqualsWhatIsNew(int seed)
    {
        var random = new Random(seed);
        var chosen = new int[Files.Length];
        var run = IncrementalRun.Untracked([.. Files.Select(f => f[0])]);
        for (var edit = 0; edit < 40; edit++)
        {
            // Mostly one file; now and then several at once, as a branch switch does.
            for (var i = random.Next(4) == 0 ? 4 : 1; i > 0; i--)
            {
                var file = random.Next(Files.Length);
                chosen[file] = random.Next(Files[file].Length);
                run.Write(file, Files[file][chosen[file]]);
            }

            run.Continue();
            var fresh = IncrementalRun.Untracked([.. Files.Select((f, i) => f[chosen[i]])]);
            run.Texts().Except(fresh.Texts()).Concat(fresh.Texts().Except(run.Texts())).Select(t => t.HintName)
                .ShouldBeEmpty($"seed {seed}, edit {edit}: {string.Join(", ", chosen)}");
        }
    }

    [Fact]
    public void TheFilesAreGood_AndTheirVariantsMatter()
    {
        var whole = IncrementalRun.Untracked([.. Files.Select(f => f[0])]).Texts();
        foreach (var view in new[] { "Plain", "Helped", "Named", "Parted", "Aliased", "Both", "TestLabel" })
        {
            whole.ShouldContain(t => t.HintName == $"Test.{view}.Sql.g.cs");
        }

        var same = Files.SelectMany((texts, file) => texts.Skip(1).Select(text => (file, text)))
            .Where(v => IncrementalRun.Untracked([.. Files.Select((f, i) => i == v.file ? v.text : f[0])]).Texts().SequenceEqual(whole))
            .Select(v => v.text);

        // They matter beside others of the variants only, or, as classes that nobody can see, never.
        same.Count().ShouldBe(9, string.Join("\n", same));
    }

    private static IEnumerable<string[]> Variants(string text, params (string Before, string After)[] edits) =>
        [[text, .. edits.Select(e => { text.ShouldContain(e.Before); return text.Replace(e.Before, e.After); })]];

    private static string View(string name, string filter, string value) => Usings + $$"""
        [FeatureView("{{name.ToLowerInvariant()}}")]
        public sealed partial record {{name}}
        {
            [EntityKey] public long UserId { get; init; }
            public long Count { get; init; }
            static FeatureQuery<{{name}}> Define(Events<Order> orders) => from o in orders {{filter}} group o by o.UserId into g select new {{name}} { UserId = g.Key, Count = {{value}} };
        }
        """;
}
