using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Commerce.Report;

/// <summary>The table at the end.</summary>
internal sealed class Summary
{
    private readonly List<(string Title, string Facts, string Time)> lines = [];
    private readonly long start = Stopwatch.GetTimestamp();

    public void Add(string title, string facts, TimeSpan time) => lines.Add((title, facts, Seconds(time)));

    /// <summary>Adds what concerns the whole process.</summary>
    public void AddProcess(Workspace workspace, CommerceOptions options)
    {
        using var process = Process.GetCurrentProcess();
        var engine = workspace.Engine.ToString().ToLowerInvariant();
        var kept = options.Out is null ? "" : $", kept in {workspace.Folder}";
        lines.Add((
            "total",
            string.Create(CultureInfo.InvariantCulture, $"{engine} offline, {options.Online} online, peak memory {process.PeakWorkingSet64 >> 20:N0} MiB{kept}"),
            Seconds(Stopwatch.GetElapsedTime(start))));
    }

    public void WriteTo(IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("step").AddColumn("what").AddColumn(new TableColumn("time").RightAligned());
        foreach (var (title, facts, time) in lines)
        {
            table.AddRow(new Text(title), new Text(facts), new Text(time));
        }

        console.Write(table);
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:N1} s");
}
