namespace TypedFeatures;

/// <summary>Builds one batch of entries while the one before is written: two in memory, never more.</summary>
internal sealed class EntryPipeline<TKey, TFeatures>(Func<EntryBatch<TKey, TFeatures>> createBatch, CancellationToken cancellationToken)
    : IAsyncDisposable
    where TKey : notnull
    where TFeatures : class
{
    private EntryBatch<TKey, TFeatures> filling = createBatch();
    private EntryBatch<TKey, TFeatures> writing = createBatch();
    private Task write = Task.CompletedTask;

    public EntryBatch<TKey, TFeatures> Filling => filling;

    /// <summary>Hands the batch over to be written, once the one before is.</summary>
    public async ValueTask SendAsync()
    {
        await write.ConfigureAwait(false);
        if (filling.Count == 0)
        {
            return;
        }

        (filling, writing) = (writing, filling);
        var batch = writing;

        // An embedded store writes on the caller's thread: without a thread of its own nothing would overlap.
        write = Task.Run(() => batch.WriteAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Sends what is left and returns when the store has everything.</summary>
    public async ValueTask CompleteAsync()
    {
        await SendAsync().ConfigureAwait(false);
        await write.ConfigureAwait(false);
    }

    /// <summary>Waits until nothing is being written any more.</summary>
    public async ValueTask DisposeAsync() =>
        // After CompleteAsync there is nothing to wait for; otherwise another failure is on its way to the caller, and this one must not hide it.
        await write.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
