using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>What two streams have in common.</summary>
public sealed record Activity
{
    public long Agent { get; init; }
    public long? Outlet { get; init; }
    public Tier Grade { get; init; }
    public double? Amount { get; init; }
    public bool IsBot { get; init; }
}

/// <summary>One stream twice and another, in a shape with a name; over the whole past, with a dimension that says when its rows were known.</summary>
[FeatureView("agent_activity")]
public sealed partial record AgentActivity
{
    [EntityKey] public long Agent { get; init; }
    public bool Seen { get; init; }
    public long Rows { get; init; }
    public long Gold { get; init; }
    public long Permitted { get; init; }
    public Tier? LastGrade { get; init; }
    public Tier? FirstGrade { get; init; }
    public Tier? UsualGrade { get; init; }
    public string? LastHolder { get; init; }
    public int? LastLimit { get; init; }
    public double? LastAmount { get; init; }
    public double? Average { get; init; }
    public double? AverageMagnitude { get; init; }
    public bool? LastIsBot { get; init; }

    private static FeatureQuery<AgentActivity> Define(Events<Visit> visits, Events<Signal> signals, Dimension<Permit> permits) =>
        from e in Events.Merge(
            signals.Where(m => m.Level > 0).Select(m => new Activity { Agent = m.SensorId, Outlet = m.OutletId, Grade = Tier.Gold, Amount = m.Value, IsBot = false }),
            visits.Select(v => new Activity { IsBot = v.IsBot == true, Agent = v.UserId, Outlet = v.OutletId, Grade = Tier.Silver, Amount = null }),
            signals.Select(m => new Activity { Agent = m.SensorId, Outlet = m.OutletId, Grade = Tier.Bronze, Amount = m.Value, IsBot = m.IsTest }))
        join p in permits on new { e.Outlet, e.Grade } equals new { Outlet = (long?)p.OutletId, p.Grade } into ps
        from p in ps.DefaultIfEmpty()
        group new { e, p } by e.Agent into g
        let month = g.Last(Days(30))
        select new AgentActivity
        {
            Agent = g.Key,
            Seen = g.All.Any(),
            Rows = g.All.Count(),
            Gold = month.Count(x => x.e.Grade == Tier.Gold),
            Permitted = g.All.Count(x => x.p != null),
            LastGrade = g.All.Latest(x => x.e.Grade),
            FirstGrade = month.First(x => x.e.Grade),
            UsualGrade = g.All.Mode(x => x.e.Grade),
            LastHolder = g.All.Latest(x => x.p?.Holder),
            LastLimit = month.Latest(x => x.p?.Limit),
            LastAmount = g.All.Latest(x => x.e.Amount),
            Average = month.Average(x => x.e.Amount),
            AverageMagnitude = month.Sum(x => x.e.Amount is { } a ? Math.Abs(a) : 0),
            LastIsBot = g.All.Latest(x => x.e.IsBot),
        };
}
