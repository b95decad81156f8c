using Commerce.Data;
using Commerce.Features;
using TypedFeatures;

namespace Commerce.Parity;

/// <summary>
/// The parity check of the service: what is served in one round trip is what its views' definitions and its own getter say, and what the model was trained on.
/// It reads the states that the checks of its views wrote.
/// </summary>
internal sealed class ServiceParity(
    ViewParity<long, UserPurchases, UserPurchases.Spine> users,
    ViewParity<long, MerchantStats, MerchantStats.Spine> merchants,
    ParitySample sample)
{
    private static readonly string Name = CheckoutFraud.Service.Descriptor.Name;

    /// <summary>As many requests as a view has keys; each view has the keys of the first so many pairs.</summary>
    private readonly CheckoutFraud.Request[] requests =
    [
        .. sample.Pairs.Distinct().Take(ParitySample.KeysPerView).Select((pair, i) =>
        {
            var random = new RandomStream(sample.Shop.Size.Seed, Purpose.ParityAmount, i);
            return new CheckoutFraud.Request(pair.UserId, pair.MerchantId, Assortment.Amount(ref random));
        }),
    ];

    private readonly Dictionary<(int Request, int Instant), TrainingRow<(int Request, int Instant), CheckoutFraud>> trained = [];
    private OnDemandColumn computed = OnDemandColumn.Empty;

    /// <summary>Values of one record: those of the views, and the on-demand feature.</summary>
    private int Count => users.Comparer.Count + merchants.Comparer.Count + 1;

    /// <summary>Asks the engine for all requests at all instants: once for records, and once for a file, which has the on-demand feature as SQL computes it.</summary>
    public async Task PrepareAsync(FeatureStore store, string scratchFolder, CancellationToken cancellationToken)
    {
        var spine = (from w in Enumerable.Range(0, sample.Instants.Count) from i in Enumerable.Range(0, requests.Length) select (Request: i, Instant: w)).ToArray();
        var set = store.Training(CheckoutFraud.Service, spine, s => SpineOf(requests[s.Request], sample.Instants[s.Instant]));
        await foreach (var row in set.WithCancellation(cancellationToken))
        {
            trained.Add(row.Spine, row);
        }

        computed = await OnDemandColumn.ReadAsync(set, CheckoutFraud.Service.Descriptor, nameof(CheckoutFraud.AmountVsAverage), scratchFolder, cancellationToken);
    }

    /// <summary>Reads all requests at an instant and later, and compares.</summary>
    public async Task CompareAsync(FeatureStore store, int instant, ParityTally tally, CancellationToken cancellationToken)
    {
        var online = store.Online(CheckoutFraud.Service);
        for (var d = 0; d < ParitySample.Delays.Count; d++)
        {
            var asOf = sample.Instants[instant] + ParitySample.Delays[d];
            var served = await online.GetManyAsync(requests, asOf, cancellationToken);
            for (var i = 0; i < requests.Length; i++)
            {
                Compare(tally, i, instant, d, served[i]);
            }
        }
    }

    private static CheckoutFraud.Spine SpineOf(CheckoutFraud.Request request, DateTime asOf) =>
        new(request.UserId, request.MerchantId, request.Amount, asOf);

    private void Compare(ParityTally tally, int request, int instant, int delay, CheckoutFraud served)
    {
        var (user, merchant, amount) = requests[request];
        var at = new Moment(Name, (user, merchant), sample.Instants[instant], sample.Instants[instant] + ParitySample.Delays[delay]);
        var reference = new CheckoutFraud { User = users.Expected(user, instant, delay), Merchant = merchants.Expected(merchant, instant, delay), Amount = amount };
        var row = delay == 0 ? trained[(request, instant)] : default(TrainingRow<(int Request, int Instant), CheckoutFraud>?);
        var sql = row is null ? default : computed[(instant * requests.Length) + request];
        var differences = users.Comparer.Compare(at, reference.User, row?.Features.User, served.User)
            .Concat(merchants.Comparer.Compare(at, reference.Merchant, row?.Features.Merchant, served.Merchant))
            .Concat(OnDemandColumn.Compare(at, nameof(CheckoutFraud.AmountVsAverage), reference.AmountVsAverage, row is null ? null : new Compared(sql), served.AmountVsAverage));
        if (row is { } record)
        {
            tally.AddThreeWay(Count, record.Found, differences);
        }
        else
        {
            tally.AddLater(Count, differences);
        }
    }
}
