namespace TypedFeatures.Reference;

/// <summary>The instant features are computed at, and which rows were known by then.</summary>
public sealed record ReferenceMoment
{
    /// <summary>A moment. Instants are floored to the microsecond.</summary>
    /// <param name="asOf">The instant <c>t</c> of windows.</param>
    /// <param name="knownBy">The knowledge instant <c>W ≤ t</c>: rows known later are not seen. The as-of instant where not given.</param>
    /// <param name="knowledge">Whether rows are known at their ingest time or, as if by magic, at their event time; then nothing but <paramref name="asOf"/> limits what is seen.</param>
    /// <exception cref="ArgumentException">An instant is of kind Local, <paramref name="knownBy"/> is later than <paramref name="asOf"/>,
    /// or it differs from it where everything is known.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The year of an instant is outside 1900 to 2299.</exception>
    public ReferenceMoment(DateTime asOf, DateTime? knownBy = null, Knowledge knowledge = Knowledge.Recorded)
    {
        AsOf = Instant.FromDateTime(asOf);
        KnownBy = knownBy is { } instant ? Instant.FromDateTime(instant) : AsOf;
        Knowledge = knowledge;
        if (KnownBy > AsOf)
        {
            throw new ArgumentException("What was known later than the as-of instant cannot be asked for; pass an instant that is not later.", nameof(knownBy));
        }

        if (knowledge == Knowledge.Everything && KnownBy != AsOf)
        {
            throw new ArgumentException("Where everything is known there is no knowledge instant besides the as-of instant; leave it out.", nameof(knownBy));
        }
    }

    /// <summary>The as-of instant, in microseconds since 1970.</summary>
    public long AsOf { get; }

    /// <summary>The knowledge instant, in microseconds since 1970.</summary>
    public long KnownBy { get; }

    /// <summary>Which time a row counts as known from.</summary>
    public Knowledge Knowledge { get; }
}
