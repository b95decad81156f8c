using System.Globalization;
using System.Runtime.InteropServices;

namespace TypedFeatures.Compiler.Benchmarks.Compilers;

/// <summary>Processor time as Linux counts it: of a process that runs, and of children that ended.</summary>
internal static class ProcessorTime
{
    private const double TicksPerSecond = 100;
    private const int EndedChildren = -1;

    /// <summary>Seconds a process has used.</summary>
    public static double Of(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    /// <summary>Seconds that ended children of this process have used.</summary>
    public static double OfEndedChildren()
    {
        Span<long> usage = stackalloc long[18];
        return GetResourceUsage(EndedChildren, ref usage[0]) == 0
            ? usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6)
            : throw new InvalidOperationException("getrusage failed.");
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetResourceUsage(int who, ref long usage);
}
