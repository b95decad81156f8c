using System.Globalization;

namespace TypedFeatures.Compiler.Benchmarks;

/// <summary>What repeated runs of one thing took.</summary>
internal sealed class Figures(string name)
{
    private readonly List<(double Wall, double Processor)> runs = [];

    public string Name { get; } = name;

    public double LeastProcessor => runs.Min(r => r.Processor);

    public double LeastWall => runs.Min(r => r.Wall);

    public double MedianProcessor => Median(runs.Select(r => r.Processor));

    public double MedianWall => Median(runs.Select(r => r.Wall));

    public void Add(double wall, double processor) => runs.Add((wall, processor));

    /// <summary>The line of a table; with what is more than in a base, and how often the base it is.</summary>
    public string Line(Figures? @base)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Name,-34} processor {LeastProcessor,6:0.00} {MedianProcessor,6:0.00}   wall {LeastWall,6:0.00} {MedianWall,6:0.00}");
        return @base is null || @base == this ? text : text + string.Create(
            CultureInfo.InvariantCulture,
            $"   added: processor {LeastProcessor - @base.LeastProcessor,6:0.00} {MedianProcessor - @base.MedianProcessor,6:0.00}   wall {LeastWall - @base.LeastWall,6:0.00} {MedianWall - @base.MedianWall,6:0.00}   ×{LeastProcessor / @base.LeastProcessor:0.00}");
    }

    /// <summary>The middle of them, or the mean of the two in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
