using System.Collections;
using System.Reflection;
using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Specification.Tests;

/// <summary>The labels of the page: <c>Evaluate</c> with a watermark, and labelled training sets.</summary>
internal static class LabelRun
{
    private static readonly MethodInfo ReadOf = typeof(LabelRun).GetMethod(nameof(ReadTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo AdvanceOf = typeof(FeatureStore).GetMethod(nameof(FeatureStore.AdvanceWatermarkAsync))!;

    public static async Task<IReadOnlyList<string>> RunAsync(Column column, LabelExample example)
    {
        var type = CompiledPage.Current.Type(example.Section, example.Label);
        var rows = CompiledPage.Current.Rows(example.Section, example.Rows);
        var problems = new List<string>();
        if (column == Column.Reference)
        {
            foreach (var row in example.Table.Rows)
            {
                Compare(problems, column, example, row, Evaluate(type, row, rows));
            }

            return problems;
        }

        await Results.Engine(column).WithStoreAsync(async (store, _) =>
        {
            foreach (var source in rows)
            {
                await EngineRun.IngestAsync(store, source.Key, source);
            }

            foreach (var row in example.Table.Rows.OrderBy(r => Instant(r.Cells[2])))
            {
                foreach (var source in rows)
                {
                    await (Task)AdvanceOf.MakeGenericMethod(source.Key).Invoke(store, [Instant(row.Cells[2]), CancellationToken.None])!;
                }

                Compare(problems, column, example, row, await ReadAsync(store, example, type, row));
            }
        });
        return problems;
    }

    private static void Compare(List<string> problems, Column column, LabelExample example, PageRow row, object? label)
    {
        for (var i = 3; i < example.Table.Head.Count; i++)
        {
            var isCensored = row.Cells[i] == "censored";
            var property = label?.GetType().GetProperty(example.Table.Head[i]);
            if (isCensored != label is null || (property is not null && !CellText.Says(row.Cells[i], property.GetValue(label), property.PropertyType)))
            {
                problems.Add($"{column}: line {row.Line}: {example.Table.Head[i]} should be {row.Cells[i]}, was {property?.GetValue(label) ?? "censored"}");
            }
        }
    }

    private static object? Evaluate(Type type, PageRow row, IReadOnlyList<IGrouping<Type, object>> rows)
    {
        var evaluate = type.GetMethods().Single(m => m.Name == "Evaluate" && m.GetParameters().Any(p => p.Name == "watermark"));
        var keys = row.Cells[0].Split(", ");
        var arguments = evaluate.GetParameters().Select((p, i) =>
            i < keys.Length ? CellText.Parse(keys[i], p.ParameterType)
            : p.Name == "asOf" ? Instant(row.Cells[1])
            : p.Name == "watermark" ? Instant(row.Cells[2])
            : CompiledPage.Typed(p.ParameterType.GetGenericArguments()[0], rows.FirstOrDefault(r => r.Key == p.ParameterType.GetGenericArguments()[0]) ?? Enumerable.Empty<object>())).ToArray();
        return evaluate.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private static Task<object?> ReadAsync(FeatureStore store, LabelExample example, Type label, PageRow row)
    {
        var view = CompiledPage.Current.View(example.Section, example.View).Type;
        var spine = view.GetNestedType("Spine")!;
        var constructor = spine.GetConstructors().Single(c => c.GetParameters() is { Length: > 1 });
        var cells = row.Cells[0].Split(", ").Append(row.Cells[1]);
        var point = constructor.Invoke([.. constructor.GetParameters().Zip(cells, (p, c) => CellText.Parse(c, p.ParameterType))]);
        var compiled = view.GetProperty("View")!.GetValue(null)!;
        var types = CompiledView.TypesOf(compiled);
        return (Task<object?>)ReadOf.MakeGenericMethod([.. types, label]).Invoke(null, [store, compiled, CompiledPage.Typed(spine, [point]), label.GetProperty("Label")!.GetValue(null)])!;
    }

    private static async Task<object?> ReadTypedAsync<TKey, TFeatures, TSpine, TLabel>(FeatureStore store, object view, IList spine, object label)
        where TKey : notnull
        where TFeatures : class
        where TLabel : class
    {
        var set = store.Training((FeatureView<TKey, TFeatures, TSpine>)view, (List<TSpine>)spine).WithLabel((Label<TLabel>)label);
        object? read = null;
        await foreach (var row in set)
        {
            read = row.Label;
        }

        return (read is null) == (set.Censored == 1) ? read : throw new InvalidOperationException("A row is left out, but not counted as censored.");
    }

    private static DateTime Instant(string cell) => (DateTime)CellText.Parse(cell, typeof(DateTime))!;
}
