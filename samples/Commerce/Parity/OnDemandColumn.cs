using System.Globalization;
using TypedFeatures;

namespace Commerce.Parity;

/// <summary>
/// An on-demand feature as the engine computes it: a record of a training set runs its getter again, so that only a file has what SQL says.
/// </summary>
internal sealed class OnDemandColumn
{
    /// <summary>Of nothing.</summary>
    public static readonly OnDemandColumn Empty = new([]);

    private const double Tolerance = 1e-9;

    private readonly IReadOnlyList<double?> values;

    private OnDemandColumn(IReadOnlyList<double?> values) => this.values = values;

    /// <summary>The value of a row of the spine, by its position.</summary>
    public double? this[int row] => values[row];

    /// <summary>Writes a set to a file, which goes away again, and reads one column of it.</summary>
    /// <remarks>It is a number: no text of the file has a comma in it but quoted text, and the shop has none.</remarks>
    public static async Task<OnDemandColumn> ReadAsync<TRow, TService>(
        TrainingSet<TRow, TService> set, FeatureServiceDescriptor service, string property, string scratchFolder, CancellationToken cancellationToken)
        where TService : class
    {
        var path = Path.Combine(scratchFolder, $"{service.Name}-{Guid.NewGuid():N}.csv");
        try
        {
            await set.WriteCsvAsync(path, cancellationToken);
            var lines = await File.ReadAllLinesAsync(path, cancellationToken);
            var column = Array.IndexOf(lines[0].Split(','), service.Features.Single(f => f.Property == property).Name);
            return new([.. lines.Skip(1).Select(line => Parse(line.Split(',')[column]))]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The difference, if there is one; the feature divides by an average, whose last digits depend on the order of addition.</summary>
    public static IEnumerable<Difference> Compare(Moment at, string feature, double reference, Compared? sql, double online)
    {
        if (!Agree(reference, online) || (sql is { } queried && !(queried.Value is double value && Agree(reference, value))))
        {
            yield return new Difference(at, feature, reference, sql, online);
        }
    }

    private static bool Agree(double left, double right) => Math.Abs(left - right) <= Tolerance * (1 + Math.Abs(left));

    private static double? Parse(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
