namespace TypedFeatures.Compiler.Benchmarks.Shop;

/// <summary>The records that the generated views read: eight streams of events and three dimensions, one file each.</summary>
internal static class ShopSources
{
    public const string Namespace = "Shop";

    public static IReadOnlyList<string> Events { get; } =
        ["Purchase", "Refund", "Delivery", "Payment", "Search", "PageView", "Login", "Ticket"];

    public static IEnumerable<(string Name, string Text)> Files() =>
        Events.Select(name => (name, Event(name)))
            .Append(("Status", $"namespace {Namespace};\n\npublic enum Status {{ Pending, Completed, Refused }}\n"))
            .Append(("Merchant", Dimension("Merchant", "MerchantId", "public required string Country { get; init; }", "public double Rate { get; init; }", "public int Rank { get; init; }")))
            .Append(("Item", Dimension("Item", "ItemId", "public required string Brand { get; init; }", "public double Price { get; init; }")))
            .Append(("Customer", Dimension("Customer", "UserId", "public required string Tier { get; init; }", "public bool IsBusiness { get; init; }")));

    private static string Event(string name) => $$"""
        using System;
        using TypedFeatures;

        namespace {{Namespace}};

        /// <summary>One {{name.ToLowerInvariant()}}.</summary>
        [EventSource("{{name.ToLowerInvariant()}}s")]
        public sealed record {{name}}
        {
            [EventId]
            public required string EventId { get; init; }

            [EventTime]
            public DateTime OccurredAt { get; init; }

            [IngestTime]
            public DateTime IngestedAt { get; init; }

            public long UserId { get; init; }

            public long MerchantId { get; init; }

            public long ItemId { get; init; }

            public double? Amount { get; init; }

            public double Score { get; init; }

            public int Quantity { get; init; }

            public required string Category { get; init; }

            public Status Status { get; init; }

            [Pii]
            public string? Email { get; init; }
        }

        """;

    private static string Dimension(string name, string key, params string[] columns) => $$"""
        using System;
        using TypedFeatures;

        namespace {{Namespace}};

        /// <summary>A {{name.ToLowerInvariant()}} from one change to the next.</summary>
        [DimensionSource("{{name.ToLowerInvariant()}}s")]
        public sealed record {{name}}
        {
            [EntityKey]
            public long {{key}} { get; init; }

            [ValidFrom]
            public DateTime UpdatedAt { get; init; }

            {{string.Join("\n\n    ", columns)}}
        }

        """;
}
