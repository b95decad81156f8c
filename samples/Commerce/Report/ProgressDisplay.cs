using Spectre.Console;

namespace Commerce.Report;

/// <summary>Bars while the steps work; plain lines where the output is no terminal.</summary>
internal static class ProgressDisplay
{
    public static Task<T> ShowAsync<T>(IAnsiConsole console, Summary summary, Func<StepRunner, Task<T>> work) =>
        console.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn())
            .StartAsync(context => work(new StepRunner(summary, title => AddBar(context, title))));

    private static Relay<double> AddBar(ProgressContext context, string title)
    {
        var bar = context.AddTask(title, autoStart: true, maxValue: 1);
        return new Relay<double>(value =>
        {
            bar.Value = value;
            if (value >= 1)
            {
                bar.StopTask();
            }
        });
    }
}
