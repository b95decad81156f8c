namespace TypedFeatures.DuckDb.Native;

/// <summary>Interrupts what a connection runs while a token is cancelled and this is not disposed.</summary>
/// <remarks>
/// DuckDB forgets an interrupt when a statement starts, so one that comes just before would be lost: it is repeated until the call has returned.
/// Disposing waits for one under way, so that it never hits the next statement.
/// </remarks>
internal sealed class InterruptOnCancel : IDisposable
{
    private const int RepeatMilliseconds = 10;

    private readonly Lock gate = new();
    private readonly ConnectionHandle connection;
    private readonly CancellationTokenRegistration registration;
    private Timer? timer;
    private bool stopped;

    public InterruptOnCancel(ConnectionHandle connection, CancellationToken cancellationToken)
    {
        this.connection = connection;
        registration = cancellationToken.UnsafeRegister(static state => ((InterruptOnCancel)state!).Start(), this);
    }

    public void Dispose()
    {
        lock (gate)
        {
            stopped = true;
            timer?.Dispose();
        }

        registration.Dispose();
    }

    private void Start()
    {
        lock (gate)
        {
            if (!stopped)
            {
                timer = new Timer(static state => ((InterruptOnCancel)state!).Interrupt(), this, 0, RepeatMilliseconds);
            }
        }
    }

    private void Interrupt()
    {
        lock (gate)
        {
            if (!stopped)
            {
                DuckDbApi.Interrupt(connection);
            }
        }
    }
}
