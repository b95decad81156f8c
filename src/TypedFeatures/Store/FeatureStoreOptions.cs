using System.Runtime.CompilerServices;
using TypedFeatures.Offline;
using TypedFeatures.Online;

namespace TypedFeatures;

/// <summary>
/// What a <see cref="FeatureStore"/> is made of: one offline engine, one online store (either may be left out until it is needed), and a few sizes.
/// The <c>Use…</c> methods return the options, so that they chain.
/// </summary>
public sealed class FeatureStoreOptions
{
    private Choice<IOfflineEngine>? offline;
    private Choice<IOnlineStore>? online;

    /// <summary>
    /// Keeps several materializations apart in one online store, such as one per model version or per test: what is written under one namespace is
    /// not seen under another. Letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, 1 to 100 of them; <c>default</c> unless set.
    /// </summary>
    /// <exception cref="ArgumentException">Another character, none, or too many.</exception>
    public string OnlineNamespace
    {
        get;
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            if (value.Length > 100 || !value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.'))
            {
                throw new ArgumentException("A namespace has 1 to 100 letters, digits, '_', '-' or '.'.", nameof(value));
            }

            field = value;
        }
    } = "default";

    /// <summary>How many spine rows go to the engine in one query of a training set: more is faster, fewer needs less memory. At least 1; 250,000 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int TrainingBatchRows
    {
        get;
        set => field = AtLeastOne(value);
    } = 250_000;

    /// <summary>
    /// How many entities are written to the online store in one batch of a materialization; at most two batches are in memory. At least 1; 2,000 unless set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaterializationBatchEntities
    {
        get;
        set => field = AtLeastOne(value);
    } = 2_000;

    /// <summary>The clock: what "now" is for online reads and expiry. The system's unless set.</summary>
    public TimeProvider TimeProvider
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = TimeProvider.System;

    /// <summary>Chooses the offline engine; extension methods of engine packages (<c>UseDuckDb</c>, <c>UseSqlite</c>) call this.</summary>
    /// <param name="open">Opens the engine; called once per <see cref="FeatureStore.OpenAsync"/>. The store disposes what it returns.</param>
    /// <param name="chosenBy">The method that the user called, for messages; the compiler fills it in.</param>
    /// <returns>These options.</returns>
    /// <exception cref="InvalidOperationException">An offline engine is chosen already.</exception>
    public FeatureStoreOptions UseOfflineEngine(
        Func<CancellationToken, ValueTask<IOfflineEngine>> open, [CallerMemberName] string chosenBy = "")
    {
        ArgumentNullException.ThrowIfNull(open);
        RefuseSecond("offline engines", offline, chosenBy);
        offline = new(open, chosenBy);
        return this;
    }

    /// <summary>Chooses the online store; extension methods of store packages (<c>UseRedis</c>, <c>UseSqliteOnline</c>) call this.</summary>
    /// <param name="open">Opens the online store; called once per <see cref="FeatureStore.OpenAsync"/>. The store disposes what it returns.</param>
    /// <param name="chosenBy">The method that the user called, for messages; the compiler fills it in.</param>
    /// <returns>These options.</returns>
    /// <exception cref="InvalidOperationException">An online store is chosen already.</exception>
    public FeatureStoreOptions UseOnlineStore(
        Func<CancellationToken, ValueTask<IOnlineStore>> open, [CallerMemberName] string chosenBy = "")
    {
        ArgumentNullException.ThrowIfNull(open);
        RefuseSecond("online stores", online, chosenBy);
        online = new(open, chosenBy);
        return this;
    }

    /// <summary>Keeps online states in this process' memory: for tests and for services that materialize what they serve. They are gone with the store.</summary>
    /// <returns>These options.</returns>
    /// <exception cref="InvalidOperationException">An online store is chosen already.</exception>
    public FeatureStoreOptions UseInMemoryOnline() =>
        UseOnlineStore(_ => ValueTask.FromResult<IOnlineStore>(new InMemoryOnlineStore(TimeProvider)));

    internal bool ChoosesAnything => offline is not null || online is not null;

    internal async ValueTask<IOfflineEngine?> OpenOfflineAsync(CancellationToken cancellationToken) =>
        offline is null ? null : await offline.Open(cancellationToken).ConfigureAwait(false);

    internal async ValueTask<IOnlineStore?> OpenOnlineAsync(CancellationToken cancellationToken) =>
        online is null ? null : await online.Open(cancellationToken).ConfigureAwait(false);

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }

    private static void RefuseSecond<T>(string what, Choice<T>? first, string second)
    {
        if (first is not null)
        {
            throw new InvalidOperationException($"Two {what} are chosen, by {first.ChosenBy} and by {second}; a store has one. Remove one of them.");
        }
    }

    private sealed record Choice<T>(Func<CancellationToken, ValueTask<T>> Open, string ChosenBy);
}
