using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>
/// A slowly changing dimension, to be joined to events. An event always meets the version that held at its event time,
/// among those known when the event was known.
/// </summary>
/// <typeparam name="T">The row type, marked <see cref="DimensionSourceAttribute"/>.</typeparam>
public sealed class Dimension<T>
    where T : class
{
    internal Dimension(ReferenceMoment moment, DimensionRows<T> rows)
    {
        Moment = moment;
        Rows = rows;
    }

    internal ReferenceMoment Moment { get; }

    internal DimensionRows<T> Rows { get; }
}
