namespace TypedFeatures.Parity.Tests;

/// <summary>The views that are compared.</summary>
internal static class ViewCases
{
    private const long NoNumber = -42;
    private static readonly Guid NoGuid = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    public static ViewCase<long, CustomerOrders, CustomerOrders.Spine> CustomerOrders { get; } = new()
    {
        View = Tests.CustomerOrders.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Order>().Select(o => o.CustomerId).OfType<long>().Append(NoNumber),
        KeyOf = f => f.CustomerId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.CustomerOrders.EvaluateMany(keys, asOf, rows.Orders, rows.Outlets, knownBy, knowledge),
    };

    public static ViewCase<string, RegionOrders, RegionOrders.Spine> RegionOrders { get; } = new()
    {
        View = Tests.RegionOrders.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Order>().Select(o => o.Region).OfType<string>().Append("nowhere"),
        KeyOf = f => f.Region,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.RegionOrders.EvaluateMany(keys, asOf, rows.Orders, rows.Outlets, knownBy, knowledge),
    };

    public static ViewCase<CustomerOutlet.Key, CustomerOutlet, CustomerOutlet.Spine> CustomerOutlet { get; } = new()
    {
        View = Tests.CustomerOutlet.View,
        Spine = (key, asOf) => new(key.OutletId, key.CustomerId, asOf),
        Keys = rows => rows.All<Order>().Where(o => o.CustomerId != null)
            .SelectMany(o => new CustomerOutlet.Key[] { new(o.OutletId, o.CustomerId!.Value), new(o.CustomerId!.Value, o.OutletId) })
            .Append(new(NoNumber, NoNumber)),
        KeyOf = f => new(f.OutletId, f.CustomerId),
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.CustomerOutlet.EvaluateMany(keys, asOf, rows.Orders, knownBy, knowledge),
    };

    public static ViewCase<StatusTexts.Key, StatusTexts, StatusTexts.Spine> StatusTexts { get; } = new()
    {
        View = Tests.StatusTexts.View,
        Spine = (key, asOf) => new(key.Place, key.Status, asOf),
        Keys = rows => rows.All<Order>().Where(o => o.Region != null).Select(o => new StatusTexts.Key(o.Region!, o.Status))
            .Append(new("nowhere", OrderStatus.Abandoned)),
        KeyOf = f => new(f.Place, f.Status),
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.StatusTexts.EvaluateMany(keys, asOf, rows.Orders, knownBy, knowledge),
    };

    public static ViewCase<Guid, BasketTimes, BasketTimes.Spine> BasketTimes { get; } = new()
    {
        View = Tests.BasketTimes.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Order>().Select(o => o.Basket).OfType<Guid>().Append(NoGuid),
        KeyOf = f => f.Basket,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.BasketTimes.EvaluateMany(keys, asOf, rows.Orders, knownBy, knowledge),
    };

    public static ViewCase<long, OutletCampaigns, OutletCampaigns.Spine> OutletCampaigns { get; } = new()
    {
        View = Tests.OutletCampaigns.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Order>().Select(o => o.OutletId).Append(NoNumber),
        KeyOf = f => f.OutletId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.OutletCampaigns.EvaluateMany(keys, asOf, rows.Orders, rows.Campaigns, rows.Outlets, knownBy, knowledge),
    };

    public static ViewCase<string, LabelDeals, LabelDeals.Spine> LabelDeals { get; } = new()
    {
        View = Tests.LabelDeals.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Campaign>().Select(c => c.Label).Append("nothing"),
        KeyOf = f => f.Label,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.LabelDeals.EvaluateMany(keys, asOf, rows.Campaigns, rows.Orders, knownBy, knowledge),
    };

    public static ViewCase<Device, DeviceVisits, DeviceVisits.Spine> DeviceVisits { get; } = new()
    {
        SharesKeys = true,
        View = Tests.DeviceVisits.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = _ => Enum.GetValues<Device>(),
        KeyOf = f => f.Device,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.DeviceVisits.EvaluateMany(keys, asOf, rows.Visits, knownBy, knowledge),
    };

    public static ViewCase<int, UserTotals, UserTotals.Spine> UserTotals { get; } = new()
    {
        View = Tests.UserTotals.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Visit>().Select(v => v.UserId).Append((int)NoNumber),
        KeyOf = f => f.UserId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.UserTotals.EvaluateMany(keys, asOf, rows.Visits, knownBy, knowledge),
    };

    public static ViewCase<int, UserVisits, UserVisits.Spine> UserVisits { get; } = new()
    {
        View = Tests.UserVisits.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Visit>().Select(v => v.UserId).Append((int)NoNumber),
        KeyOf = f => f.UserId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.UserVisits.EvaluateMany(keys, asOf, rows.Visits, knownBy, knowledge),
    };

    public static ViewCase<Guid, SessionVisits, SessionVisits.Spine> SessionVisits { get; } = new()
    {
        View = Tests.SessionVisits.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Visit>().Select(v => v.Session).OfType<Guid>().Append(NoGuid),
        KeyOf = f => f.Session,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.SessionVisits.EvaluateMany(keys, asOf, rows.Visits, rows.Outlets, knownBy, knowledge),
    };

    public static ViewCase<long, SensorSignals, SensorSignals.Spine> SensorSignals { get; } = new()
    {
        View = Tests.SensorSignals.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Signal>().Select(m => m.SensorId).Append(NoNumber),
        KeyOf = f => f.SensorId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.SensorSignals.EvaluateMany(keys, asOf, rows.Signals, rows.Outlets, knownBy, knowledge),
    };

    public static ViewCase<string, RegionRules, RegionRules.Spine> RegionRules { get; } = new()
    {
        View = Tests.RegionRules.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Order>().Select(o => Text.LowerAscii(o.Region)).OfType<string>().Append("NOWHERE"),
        KeyOf = f => f.Region,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.RegionRules.EvaluateMany(keys, asOf, rows.Orders, rows.Outlets, knownBy, knowledge),
    };

    public static ViewCase<int, UserGuards, UserGuards.Spine> UserGuards { get; } = new()
    {
        View = Tests.UserGuards.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Visit>().Select(v => v.UserId).Append((int)NoNumber),
        KeyOf = f => f.UserId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.UserGuards.EvaluateMany(keys, asOf, rows.Visits, knownBy, knowledge),
    };

    public static ViewCase<long, LabelHolders, LabelHolders.Spine> LabelHolders { get; } = new()
    {
        View = Tests.LabelHolders.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Order>().Select(o => o.CustomerId).OfType<long>().Append(NoNumber),
        KeyOf = f => f.CustomerId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.LabelHolders.EvaluateMany(keys, asOf, rows.Orders, rows.Campaigns, rows.Holders, rows.Outlets, knownBy, knowledge),
    };

    public static ViewCase<int, UserPermits, UserPermits.Spine> UserPermits { get; } = new()
    {
        View = Tests.UserPermits.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Visit>().Select(v => v.UserId).Append((int)NoNumber),
        KeyOf = f => f.UserId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.UserPermits.EvaluateMany(keys, asOf, rows.Visits, rows.Outlets, rows.Permits, knownBy, knowledge),
    };

    public static ViewCase<long, SensorHolders, SensorHolders.Spine> SensorHolders { get; } = new()
    {
        View = Tests.SensorHolders.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Signal>().Select(m => m.SensorId).Append(NoNumber),
        KeyOf = f => f.SensorId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.SensorHolders.EvaluateMany(keys, asOf, rows.Signals, rows.Permits, rows.Holders, knownBy, knowledge),
    };

    public static ViewCase<long, OutletRisk, OutletRisk.Spine> OutletRisk { get; } = new()
    {
        View = Tests.OutletRisk.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<OutletRisk>().Select(r => r.OutletId).Append(NoNumber),
        KeyOf = f => f.OutletId,
        Reference = (keys, asOf, knownBy, knowledge, rows) => Tests.OutletRisk.EvaluateMany(keys, asOf, rows.Risks, knownBy, knowledge),
    };

    public static ViewCase<RegionScore.Key, RegionScore, RegionScore.Spine> RegionScore { get; } = new()
    {
        View = Tests.RegionScore.View,
        Spine = (key, asOf) => new(key.Region, key.Tier, key.Model, asOf),
        Keys = rows => rows.All<RegionScore>().Select(r => new RegionScore.Key(r.Region, r.Tier, r.Model)).Append(new("nowhere", Tier.Gold, NoGuid)),
        KeyOf = f => new(f.Region, f.Tier, f.Model),
        Reference = (keys, asOf, knownBy, knowledge, rows) => Tests.RegionScore.EvaluateMany(keys, asOf, rows.Scores, knownBy, knowledge),
    };

    public static ViewCase<long, OutletActivity, OutletActivity.Spine> OutletActivity { get; } = new()
    {
        View = Tests.OutletActivity.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Order>().Select(o => o.OutletId).Concat(rows.All<Visit>().Select(v => v.OutletId))
            .Concat(rows.All<Signal>().Select(m => m.OutletId).OfType<long>()).Append(NoNumber),
        KeyOf = f => f.OutletId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.OutletActivity.EvaluateMany(keys, asOf, rows.Orders, rows.Visits, rows.Signals, rows.Outlets, knownBy, knowledge),
    };

    public static ViewCase<long, AgentActivity, AgentActivity.Spine> AgentActivity { get; } = new()
    {
        View = Tests.AgentActivity.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Visit>().Select(v => (long)v.UserId).Concat(rows.All<Signal>().Select(m => m.SensorId)).Append(NoNumber),
        KeyOf = f => f.Agent,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.AgentActivity.EvaluateMany(keys, asOf, rows.Visits, rows.Signals, rows.Permits, knownBy, knowledge),
    };

    public static ViewCase<DayVisits.Key, DayVisits, DayVisits.Spine> DayVisits { get; } = new()
    {
        View = Tests.DayVisits.View,
        Spine = (key, asOf) => new(key.Day, key.Weekday, key.UserId, asOf),
        Keys = rows => rows.All<Visit>().Select(v => new DayVisits.Key(v.Day, (int)v.At.DayOfWeek, v.UserId)).Append(new(new(1999, 1, 1), 0, (int)NoNumber)),
        KeyOf = f => new(f.Day, f.Weekday, f.UserId),
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.DayVisits.EvaluateMany(keys, asOf, rows.Visits, knownBy, knowledge),
    };

    public static ViewCase<long, SensorLists, SensorLists.Spine> SensorLists { get; } = new()
    {
        View = Tests.SensorLists.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Signal>().Select(m => m.SensorId).Append(NoNumber),
        KeyOf = f => f.SensorId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.SensorLists.EvaluateMany(keys, asOf, rows.Signals, rows.Outlets, knownBy, knowledge),
    };

    public static ViewCase<int, UserLists, UserLists.Spine> UserLists { get; } = new()
    {
        View = Tests.UserLists.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Visit>().Select(v => v.UserId).Append((int)NoNumber),
        KeyOf = f => f.UserId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.UserLists.EvaluateMany(keys, asOf, rows.Visits, knownBy, knowledge),
    };

    public static ViewCase<long, CustomerMaps, CustomerMaps.Spine> CustomerMaps { get; } = new()
    {
        View = Tests.CustomerMaps.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Order>().Select(o => o.CustomerId).OfType<long>().Append(NoNumber),
        KeyOf = f => f.CustomerId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.CustomerMaps.EvaluateMany(keys, asOf, rows.Orders, knownBy, knowledge),
    };

    public static ViewCase<long, SensorStatistics, SensorStatistics.Spine> SensorStatistics { get; } = new()
    {
        View = Tests.SensorStatistics.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Signal>().Select(m => m.SensorId).Append(NoNumber),
        KeyOf = f => f.SensorId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.SensorStatistics.EvaluateMany(keys, asOf, rows.Signals, knownBy, knowledge),
    };

    public static ViewCase<long, SensorTiles, SensorTiles.Spine> SensorTiles { get; } = new()
    {
        View = Tests.SensorTiles.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Signal>().Select(m => m.SensorId).Append(NoNumber),
        KeyOf = f => f.SensorId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.SensorTiles.EvaluateMany(keys, asOf, rows.Signals, knownBy, knowledge),
    };

    public static ViewCase<long, SensorPast, SensorPast.Spine> SensorPast { get; } = new()
    {
        View = Tests.SensorPast.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Signal>().Select(m => m.SensorId).Append(NoNumber),
        KeyOf = f => f.SensorId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.SensorPast.EvaluateMany(keys, asOf, rows.Signals, knownBy, knowledge),
    };

    public static ViewCase<int, UserBursts, UserBursts.Spine> UserBursts { get; } = new()
    {
        View = Tests.UserBursts.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Visit>().Select(v => v.UserId).Append((int)NoNumber),
        KeyOf = f => f.UserId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.UserBursts.EvaluateMany(keys, asOf, rows.Visits, knownBy, knowledge),
    };

    public static ViewCase<long, CustomerRhythm, CustomerRhythm.Spine> CustomerRhythm { get; } = new()
    {
        View = Tests.CustomerRhythm.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Order>().Select(o => o.CustomerId).OfType<long>().Append(NoNumber),
        KeyOf = f => f.CustomerId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.CustomerRhythm.EvaluateMany(keys, asOf, rows.Orders, rows.Outlets, knownBy, knowledge),
    };

    public static ViewCase<long, OutletChoices, OutletChoices.Spine> OutletChoices { get; } = new()
    {
        View = Tests.OutletChoices.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Order>().Select(o => o.OutletId).Append(NoNumber),
        KeyOf = f => f.OutletId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.OutletChoices.EvaluateMany(keys, asOf, rows.Orders, rows.Outlets, knownBy, knowledge),
    };

    public static ViewCase<long, OrderMembers, OrderMembers.Spine> OrderMembers { get; } = new()
    {
        View = Tests.OrderMembers.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Order>().Select(o => o.OutletId).Append(NoNumber),
        KeyOf = f => f.OutletId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.OrderMembers.EvaluateMany(keys, asOf, rows.Orders, knownBy, knowledge),
    };

    public static ViewCase<int, VisitHelpers, VisitHelpers.Spine> VisitHelpers { get; } = new()
    {
        View = Tests.VisitHelpers.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Visit>().Select(v => v.UserId).Append((int)NoNumber),
        KeyOf = f => f.UserId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.VisitHelpers.EvaluateMany(keys, asOf, rows.Visits, knownBy, knowledge),
    };

    public static ViewCase<long, OutletPulse, OutletPulse.Spine> OutletPulse { get; } = new()
    {
        View = Tests.OutletPulse.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Order>().Select(o => o.OutletId).Append(NoNumber),
        KeyOf = f => f.OutletId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.OutletPulse.EvaluateMany(keys, asOf, rows.Orders, rows.Outlets, knownBy, knowledge),
    };

    public static ViewCase<long, SensorPulse, SensorPulse.Spine> SensorPulse { get; } = new()
    {
        View = Tests.SensorPulse.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Signal>().Select(m => m.SensorId).Append(NoNumber),
        KeyOf = f => f.SensorId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.SensorPulse.EvaluateMany(keys, asOf, rows.Signals, rows.Orders, rows.Outlets, rows.Risks, knownBy, knowledge),
    };

    public static ViewCase<int, VisitPulse, VisitPulse.Spine> VisitPulse { get; } = new()
    {
        View = Tests.VisitPulse.View,
        Spine = (key, asOf) => new(key, asOf),
        Keys = rows => rows.All<Visit>().Select(v => v.UserId).Append((int)NoNumber),
        KeyOf = f => f.UserId,
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.VisitPulse.EvaluateMany(keys, asOf, rows.Visits, rows.Outlets, rows.Signals, rows.Orders, rows.Risks, knownBy, knowledge),
    };

    public static ViewCase<PlaceOrders.Key, PlaceOrders, PlaceOrders.Spine> PlaceOrders { get; } = new()
    {
        View = Tests.PlaceOrders.View,
        Spine = (key, asOf) => new(key.CustomerId, key.Category, asOf),
        Keys = rows => rows.All<Order>().Where(o => o.CustomerId != null).Select(o => new PlaceOrders.Key(o.CustomerId!.Value, o.Category)).Append(new(NoNumber, "none")),
        KeyOf = f => new(f.CustomerId, f.Category),
        Reference = (keys, asOf, knownBy, knowledge, rows) =>
            Tests.PlaceOrders.EvaluateMany(keys, asOf, rows.Orders, rows.Visits, rows.Campaigns, knownBy, knowledge),
    };

    public static IReadOnlyList<ViewCase> All { get; } =
    [
        CustomerOrders, RegionOrders, CustomerOutlet, StatusTexts, BasketTimes, OutletCampaigns, LabelDeals,
        DeviceVisits, UserTotals, UserVisits, SessionVisits, SensorSignals,
        RegionRules, UserGuards, DayVisits, OutletChoices, OrderMembers, VisitHelpers, SensorLists, UserLists, CustomerMaps,
        SensorStatistics, SensorTiles, SensorPast, UserBursts, CustomerRhythm,
        LabelHolders, UserPermits, SensorHolders, OutletRisk, RegionScore,
        OutletActivity, AgentActivity,
        OutletPulse, SensorPulse, VisitPulse, PlaceOrders,
    ];
}
