using TypedFeatures.Plans;

namespace TypedFeatures.Online;

/// <summary>
/// The variances and deviations of doubles: their number, mean and summed squared deviations, kept by Welford's steps and merged by those of Chan, Golub and
/// LeVeque (Updating Formulae and a Pairwise Algorithm for Computing Sample Variances, 1979), so that great means do not cancel small deviations.
/// Infinities and NaN are skipped like nulls; a value beyond ±1e140 makes the result null, as its square could leave the doubles.
/// </summary>
public struct MomentsAccumulator : IMergeableAccumulator<MomentsAccumulator>
{
    private long count;
    private double mean;
    private double squares;
    private bool hasTooGreat;

    /// <summary>The sample variance; null below two values.</summary>
    public readonly double? Variance => count < 2 || hasTooGreat ? null : squares / (count - 1);

    /// <summary>The population variance; null of none.</summary>
    public readonly double? PopulationVariance => count < 1 || hasTooGreat ? null : squares / count;

    /// <summary>The square root of the sample variance.</summary>
    public readonly double? StandardDeviation => Variance is { } variance ? Math.Sqrt(variance) : null;

    /// <summary>The square root of the population variance.</summary>
    public readonly double? PopulationStandardDeviation => PopulationVariance is { } variance ? Math.Sqrt(variance) : null;

    /// <summary>Takes a value.</summary>
    public void Add(double value)
    {
        if (!double.IsFinite(value))
        {
            return;
        }

        if (Math.Abs(value) > AggregateTable.GreatestToSquare)
        {
            hasTooGreat = true;
            return;
        }

        count++;
        var distance = value - mean;
        mean += distance / count;
        squares += distance * (value - mean);
    }

    /// <inheritdoc/>
    public void Merge(in MomentsAccumulator other)
    {
        hasTooGreat |= other.hasTooGreat;
        var total = count + other.count;
        if (other.count == 0)
        {
            return;
        }

        var distance = other.mean - mean;
        mean += distance * ((double)other.count / total);
        squares += other.squares + (distance * distance * ((double)count * other.count / total));
        count = total;
    }

    /// <inheritdoc/>
    public readonly MomentsAccumulator Copy() => this;

    /// <inheritdoc/>
    public readonly void Write(ref StateWriter writer)
    {
        writer.WriteVarUInt64((ulong)count);
        writer.WriteDouble(mean);
        writer.WriteDouble(squares);
        writer.WriteBoolean(hasTooGreat);
    }

    /// <inheritdoc/>
    public static MomentsAccumulator Read(ref StateReader reader) => new()
    {
        count = reader.ReadTally(),
        mean = reader.ReadDouble(),
        squares = reader.ReadDouble(),
        hasTooGreat = reader.ReadBoolean(),
    };
}
