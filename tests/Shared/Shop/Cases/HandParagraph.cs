using TypedFeatures;

namespace Shop.Cases;

/// <summary>Collects the cases of one paragraph.</summary>
internal sealed class HandParagraph(string name) : List<HandCase>
{
    public void Add(string law, ShopRows rows, UserPurchases expected, DateTime? asOf = null, DateTime? knownBy = null) =>
        Add(law, rows, expected, [expected.UserId], asOf, knownBy, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, UserPurchases expected, Knowledge knowledge) =>
        Add(law, rows, expected, [expected.UserId], null, null, knowledge);

    public void Add(string law, ShopRows rows, UserCategories expected, DateTime? asOf = null) =>
        Add(law, rows, expected, [expected.UserId, expected.Category], asOf, null, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, CourierParcels expected, DateTime? asOf = null, DateTime? knownBy = null) =>
        Add(law, rows, expected, [expected.Courier], asOf, knownBy, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, CourierLabels expected) =>
        Add(law, rows, expected, [expected.Courier], null, null, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, CourierLists expected) =>
        Add(law, rows, expected, [expected.Courier], null, null, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, CourierShapes expected) =>
        Add(law, rows, expected, [expected.Courier], null, null, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, CourierChoices expected) =>
        Add(law, rows, expected, [expected.Courier], null, null, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, CourierMembers expected) =>
        Add(law, rows, expected, [expected.Courier], null, null, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, DepotHandovers expected) =>
        Add(law, rows, expected, [expected.Depot], null, null, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, CarrierLoads expected) =>
        Add(law, rows, expected, [expected.Carrier], null, null, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, ZoneItems expected, Knowledge knowledge = Knowledge.Recorded) =>
        Add(law, rows, expected, [expected.Zone, expected.Items], null, null, knowledge);

    public void Add(string law, ShopRows rows, DepotScores expected) =>
        Add(law, rows, expected, [expected.Depot], null, null, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, UserRhythm expected, DateTime? asOf = null, DateTime? knownBy = null) =>
        Add(law, rows, expected, [expected.UserId], asOf, knownBy, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, MerchantBuyers expected, Knowledge knowledge = Knowledge.Recorded) =>
        Add(law, rows, expected, [expected.MerchantId], null, null, knowledge);

    public void Add(string law, ShopRows rows, MerchantBuyers expected, DateTime asOf) =>
        Add(law, rows, expected, [expected.MerchantId], asOf, null, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, UserHours expected, DateTime? asOf = null, DateTime? knownBy = null) =>
        Add(law, rows, expected, [expected.UserId], asOf, knownBy, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, UserSpread expected, DateTime? asOf = null, DateTime? knownBy = null) =>
        Add(law, rows, expected, [expected.UserId], asOf, knownBy, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, ZoneDepots expected, Knowledge knowledge = Knowledge.Recorded) =>
        Add(law, rows, expected, [expected.Zone], null, null, knowledge);

    public void Add(string law, ShopRows rows, OpenDepots expected, Knowledge knowledge = Knowledge.Recorded) =>
        Add(law, rows, expected, [expected.Depot], null, null, knowledge);

    public void Add(string law, ShopRows rows, CourierRisk expected, Knowledge knowledge = Knowledge.Recorded) =>
        Add(law, rows, expected, [expected.Courier], null, null, knowledge);

    public void Add(string law, ShopRows rows, CourierRisk expected, DateTime asOf, DateTime knownBy) =>
        Add(law, rows, expected, [expected.Courier], asOf, knownBy, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, OwnerEvents expected, Knowledge knowledge = Knowledge.Recorded) =>
        Add(law, rows, expected, [expected.Owner], null, null, knowledge);

    public void Add(string law, ShopRows rows, PayerTotals expected) =>
        Add(law, rows, expected, [expected.Payer], null, null, Knowledge.Recorded);

    public void Add(string law, ShopRows rows, PriceTally expected, decimal price) =>
        Add(law, rows, expected, [price], null, null, Knowledge.Recorded);

    public void AddFault<TView>(string law, ShopRows rows, HandFault fault, params object[] key) =>
        Add(new HandCase { Paragraph = name, Law = law, Rows = rows, View = typeof(TView), Key = key, AsOf = HandRows.T, Fault = fault });

    private void Add(string law, ShopRows rows, object expected, object[] key, DateTime? asOf, DateTime? knownBy, Knowledge knowledge) =>
        Add(new HandCase
        {
            Paragraph = name,
            Law = law,
            Rows = rows,
            View = expected.GetType(),
            Key = key,
            AsOf = asOf ?? HandRows.T,
            KnownBy = knownBy,
            Knowledge = knowledge,
            Expected = expected,
        });
}
