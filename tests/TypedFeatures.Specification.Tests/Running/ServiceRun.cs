using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;

namespace TypedFeatures.Specification.Tests;

/// <summary>The services of the page: their getters over evaluated views, the SQL of their training sets, and what is served.</summary>
internal static partial class ServiceRun
{
    private static readonly MethodInfo TrainOf = typeof(ServiceRun).GetMethod(nameof(TrainTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo ServeOf = typeof(ServiceRun).GetMethod(nameof(ServeTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static async Task<IReadOnlyList<string>> RunAsync(Column column, ServiceExample example)
    {
        var type = CompiledPage.Current.Type(example.Section, example.Service);
        var service = type.GetProperty("Service")!.GetValue(null)!;
        var arguments = service.GetType().BaseType!.GetGenericArguments();
        var rows = CompiledPage.Current.Rows(example.Section, example.Rows);
        var problems = new List<string>();
        if (column == Column.Reference)
        {
            foreach (var row in example.Table.Rows)
            {
                Compare(problems, column, example, row, Reference(example, type, row, rows));
            }

            return problems;
        }

        await Results.Engine(column).WithStoreAsync(async (store, _) =>
        {
            foreach (var source in rows)
            {
                await EngineRun.IngestAsync(store, source.Key, source);
            }

            foreach (var row in example.Table.Rows.OrderBy(r => AsOf(r)))
            {
                if (column == Column.Online)
                {
                    foreach (var view in Views(example.Section, type).Select(v => v.PropertyType.Name).Distinct())
                    {
                        await CompiledPage.Current.View(example.Section, view).MaterializeAsync(store, AsOf(row));
                    }

                    var request = Make(arguments[0], row.Cells[0].Split(", "));
                    Compare(problems, column, example, row, await (Task<object>)ServeOf.MakeGenericMethod(arguments).Invoke(null, [store, service, request, AsOf(row)])!);
                    continue;
                }

                var spine = CompiledPage.Typed(arguments[2], [Make(arguments[2], [.. row.Cells[0].Split(", "), row.Cells[1]])]);
                var (trained, computed) = await (Task<(object, IReadOnlyDictionary<string, string>)>)TrainOf.MakeGenericMethod(arguments).Invoke(null, [store, service, spine])!;
                Compare(problems, column, example, row, trained);
                CompareSql(problems, column, example, row, type, computed);
            }
        });
        return problems;
    }

    private static IEnumerable<PropertyInfo> Views(string section, Type service) =>
        service.GetProperties().Where(p => p.PropertyType.IsDefined(typeof(FeatureViewAttribute)) && p.PropertyType == CompiledPage.Current.Type(section, p.PropertyType.Name));

    private static DateTime AsOf(PageRow row) => (DateTime)CellText.Parse(row.Cells[1], typeof(DateTime))!;

    private static object Make(Type type, IReadOnlyList<string> cells)
    {
        var constructor = type.GetConstructors().Single(c => c.GetParameters().Length == cells.Count);
        return constructor.Invoke([.. constructor.GetParameters().Zip(cells, (p, c) => CellText.Parse(c, p.ParameterType))]);
    }

    /// <summary>The record with views evaluated for the keys that the request names: <c>Customer</c>, or <c>BuyerCustomer</c> for a role.</summary>
    private static object Reference(ServiceExample example, Type type, PageRow row, IReadOnlyList<IGrouping<Type, object>> rows)
    {
        var request = type.GetNestedType("Request")!.GetConstructors().Single(c => c.GetParameters().Length > 0).GetParameters()
            .Zip(row.Cells[0].Split(", "), (p, c) => (p.Name!, Value: CellText.Parse(c, p.ParameterType))).ToDictionary(p => p.Item1, p => p.Value);
        var record = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in Views(example.Section, type))
        {
            var view = CompiledPage.Current.View(example.Section, property.PropertyType.Name);
            var key = view.Key([.. view.Descriptor.Keys.Select(k => request.GetValueOrDefault(property.Name + k.Property) ?? request[k.Property])]);
            property.SetValue(record, view.Evaluate([key], AsOf(row), null, Knowledge.Recorded, t => CompiledPage.Typed(t, rows.FirstOrDefault(r => r.Key == t) ?? Enumerable.Empty<object>()))[0]);
        }

        foreach (var property in type.GetProperties().Where(p => p.IsDefined(typeof(RequestAttribute))))
        {
            property.SetValue(record, request[property.Name]);
        }

        return record;
    }

    private static void Compare(List<string> problems, Column column, ServiceExample example, PageRow row, object record)
    {
        for (var i = 2; i < example.Table.Head.Count; i++)
        {
            var property = record.GetType().GetProperty(example.Table.Head[i])!;
            if (!CellText.Says(row.Cells[i], property.GetValue(record), property.PropertyType))
            {
                problems.Add($"{column}: line {row.Line}: {property.Name} should be {row.Cells[i]}, was {property.GetValue(record) ?? "null"}");
            }
        }
    }

    /// <summary>What the engine itself computed, which is in files: records compute it again.</summary>
    private static void CompareSql(List<string> problems, Column column, ServiceExample example, PageRow row, Type type, IReadOnlyDictionary<string, string> computed)
    {
        for (var i = 2; i < example.Table.Head.Count; i++)
        {
            var property = type.GetProperty(example.Table.Head[i])!;
            var text = computed[property.Name];
            var value = text.Length == 0 && Nullable.GetUnderlyingType(property.PropertyType) is not null ? null : CellText.Parse(text, property.PropertyType);
            if (!CellText.Says(row.Cells[i], value, property.PropertyType))
            {
                problems.Add($"{column}: line {row.Line}: {property.Name} should be {row.Cells[i]}, was {text} in SQL");
            }
        }
    }

    private static async Task<(object Trained, IReadOnlyDictionary<string, string> Computed)> TrainTypedAsync<TRequest, TService, TSpine>(FeatureStore store, object service, IList spine)
        where TService : class
    {
        var typed = (FeatureService<TRequest, TService, TSpine>)service;
        object? trained = null;
        await foreach (var row in store.Training(typed, (List<TSpine>)spine))
        {
            trained = row.Features;
        }

        var path = Path.GetTempFileName();
        try
        {
            await store.Training(typed, (List<TSpine>)spine).WriteCsvAsync(path);
            var lines = await File.ReadAllLinesAsync(path);
            var values = lines[0].Split(',').Zip(Field().Matches(lines[1])).ToDictionary(p => p.First, p => p.Second.Groups[1].Value.Trim('"'));
            return (trained!, typed.Descriptor.Features.Where(f => values.ContainsKey(f.Name)).GroupBy(f => f.Property).ToDictionary(f => f.Key, f => values[f.First().Name]));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<object> ServeTypedAsync<TRequest, TService, TSpine>(FeatureStore store, object service, object request, DateTime asOf)
        where TService : class => await store.Online((FeatureService<TRequest, TService, TSpine>)service).GetAsync((TRequest)request, asOf);

    /// <summary>A field of CSV: a vector has commas between quotes.</summary>
    [GeneratedRegex("(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)")]
    private static partial Regex Field();
}
