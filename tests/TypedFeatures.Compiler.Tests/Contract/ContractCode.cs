using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Contract;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Contract;

/// <summary>Source text with one definition of each kind, which tests edit, and the contracts of what it defines.</summary>
internal static class ContractCode
{
    public const string Shop = """
        using System;
        using TypedFeatures;
        using static TypedFeatures.Duration;

        namespace Test;

        public enum OrderStatus { Pending, Completed, Refunded }

        [EventSource("orders")]
        public sealed record Order
        {
            [EventId] public required string Id { get; init; }
            public required string OtherId { get; init; }
            [EventTime] public DateTime OccurredAt { get; init; }
            public DateTime PlacedAt { get; init; }
            public long UserId { get; init; }
            public long ShopId { get; init; }
            public int Quantity { get; init; }
            public double Price { get; init; }
            public double? Amount { get; init; }
            public required string Category { get; init; }
            public OrderStatus Status { get; init; }
            [Pii] public string? Email { get; init; }
        }

        [EventSource("returns")]
        public sealed record Return
        {
            [EventId] public required string Id { get; init; }
            [EventTime] public DateTime OccurredAt { get; init; }
            public long UserId { get; init; }
            public long ShopId { get; init; }
            public int Quantity { get; init; }
            public double Price { get; init; }
            public double? Amount { get; init; }
            public required string Category { get; init; }
            public OrderStatus Status { get; init; }
            [Pii] public string? Email { get; init; }
            public DateTime PlacedAt { get; init; }
        }

        [DimensionSource("shops")]
        public sealed record Shop
        {
            [EntityKey] public long ShopId { get; init; }
            [ValidFrom] public DateTime UpdatedAt { get; init; }
            public string Country { get; init; } = "";
            public double Rate { get; init; }
        }

        /// <summary>How a user orders.</summary>
        [FeatureView("user_orders", Version = 1, Owner = "growth", OnlineTtl = "400d", Freshness = "1h")]
        public sealed partial record UserOrders
        {
            [EntityKey] public long UserId { get; init; }
            public long Orders7d { get; init; }
            public double? Average30d { get; init; }
            public double Spend30d { get; init; }
            public double MaxPrice90d { get; init; }
            public int LastQuantity { get; init; }
            public int? FirstQuantity { get; init; }
            public OrderStatus? LastStatus { get; init; }
            public string? LastEmail { get; init; }
            public string? Favourite90d { get; init; }
            static FeatureQuery<UserOrders> Define(Events<Order> orders, Dimension<Shop> shops) =>
                from o in orders
                join s in shops on o.ShopId equals s.ShopId
                where o.Price > 0 && o.Quantity > 1
                group new { o, s } by o.UserId into g
                select new UserOrders
                {
                    UserId = g.Key,
                    Orders7d = g.Last(Days(7)).Count(),
                    Average30d = g.Last(Days(30)).Average(x => x.o.Amount),
                    Spend30d = g.Last(Days(30)).Sum(x => x.o.Price * x.s.Rate),
                    MaxPrice90d = g.Last(Days(90)).Max(x => x.o.Price) ?? 0,
                    LastQuantity = g.Last(Days(90)).Latest(x => x.o.Quantity) ?? 0,
                    FirstQuantity = g.Last(Days(90)).First(x => x.o.Quantity),
                    LastStatus = g.Last(Days(90)).Latest(x => x.o.Status),
                    LastEmail = g.Last(Days(90)).Latest(x => x.o.Email),
                    Favourite90d = g.Last(Days(90)).Mode(x => x.o.Category),
                };
        }

        [FeatureTable("risk", Version = 2, MaxAge = "30d")]
        public sealed partial record Risk
        {
            [EntityKey] public long UserId { get; init; }
            [EventTime] public DateTime ScoredAt { get; init; }
            public double Score { get; init; } = 0.5;
            [Vector(3)] public float[]? Embedding { get; init; }
        }

        [Label("refunded", Version = 1)]
        public sealed partial record Refunded
        {
            [EntityKey] public long UserId { get; init; }
            public bool Value { get; init; }
            static LabelQuery<Refunded> Define(Outcomes<Order> orders) =>
                from o in orders group o by o.UserId into g
                select new Refunded { UserId = g.Key, Value = g.Next(Days(60)).Any(o => o.Status == OrderStatus.Refunded) };
        }

        [FeatureService("checkout", Version = 3, Owner = "fraud")]
        public sealed partial record Checkout
        {
            public required UserOrders User { get; init; }
            public required Risk Risk { get; init; }
            [Request] public required double Amount { get; init; }
            public double Share => User.Average30d is > 0 and var average ? Amount / average : 1;
            public double Doubled => Amount * 2;
        }
        """;

    public static readonly ContractIdentity View = new(ContractKind.View, "user_orders", 1);
    public static readonly ContractIdentity Table = new(ContractKind.Table, "risk", 2);
    public static readonly ContractIdentity Label = new(ContractKind.Label, "refunded", 1);
    public static readonly ContractIdentity Service = new(ContractKind.Service, "checkout", 3);

    /// <summary>The shop with texts replaced, each of which it must have.</summary>
    public static string Edit(params string[] pairs)
    {
        var text = Shop;
        for (var i = 0; i < pairs.Length; i += 2)
        {
            text.ShouldContain(pairs[i]);
            text = text.Replace(pairs[i], pairs[i + 1], StringComparison.Ordinal);
        }

        return text;
    }

    private static readonly ConcurrentDictionary<string, IReadOnlyList<DefinitionContract>> Known = new(StringComparer.Ordinal);

    /// <summary>The contracts of all that a text defines; all of it binds. Many tests ask for the same.</summary>
    public static IReadOnlyList<DefinitionContract> Contracts(string source) => Known.GetOrAdd(source, Bind);

    private static IReadOnlyList<DefinitionContract> Bind(string source)
    {
        // What does not compile does not bind.
        var compilation = TestCode.Compile(source);
        var types = Types(compilation.Assembly.GlobalNamespace).Where(DefinitionContracts.IsDefinition).ToList();
        types.ShouldNotBeEmpty();
        return [.. types.Select(t => DefinitionContracts.Of(t, compilation, CancellationToken.None).ShouldNotBeNull(t.Name))];
    }

    /// <summary>The contract of one definition of a text.</summary>
    public static DefinitionContract Contract(string source, ContractIdentity identity) => Contracts(source).Single(c => c.Identity == identity);

    /// <summary>A lock file with all that a text defines, released.</summary>
    public static LockFile Released(string source) => LockUpdate.Release(Locked(source));

    /// <summary>The same as <c>dotnet features release</c> writes it of a project: with the texts of the records.</summary>
    public static LockFile ReleasedWithTexts(string source)
    {
        var texts = TestCode.Compile(source).Assembly.GlobalNamespace;
        var known = DefinitionContracts.In(texts).ToDictionary(t => t.ToDisplayString(), t => DefinitionText.Of(t, CancellationToken.None));
        return LockUpdate.Release(LockUpdate.Accept(LockFile.Empty, Contracts(source).Select(c => c with { Text = known[c.TypeName] })));
    }

    /// <summary>The lines of a record of the shop, cut out of its text.</summary>
    public static IReadOnlyList<string> TextOf(string record)
    {
        var lines = Shop.Split('\n').ToList();
        var declared = lines.FindIndex(l => l.EndsWith($" record {record}", StringComparison.Ordinal));
        var start = lines.FindLastIndex(declared, l => l.Length == 0) + 1;
        return lines[start..(lines.IndexOf("}", declared) + 1)];
    }

    /// <summary>A lock file with all that a text defines, unreleased.</summary>
    public static LockFile Locked(string source) => LockUpdate.Accept(LockFile.Empty, Contracts(source));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types)).Where(t => t.Locations.Any(l => l.IsInSource));
}
