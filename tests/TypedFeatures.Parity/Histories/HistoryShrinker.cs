using System.Reflection;

namespace TypedFeatures.Parity;

/// <summary>Makes a history that shows a difference as small as it gets: fewer rows, fewer calls, plainer values.</summary>
public static class HistoryShrinker
{
    public static async Task<History> ShrinkAsync(History history, Func<History, Task<bool>> differs)
    {
        history = await DropRowsAsync(history, differs);
        if (history.Calls.Count > 0 && history with { Calls = new HashSet<int>() } is var oneCall && await differs(oneCall))
        {
            history = oneCall;
        }

        for (var i = 0; i < history.Rows.Count; i++)
        {
            history = await SimplifyAsync(history, i, differs);
        }

        return await DropRowsAsync(history, differs);
    }

    private static async Task<History> DropRowsAsync(History history, Func<History, Task<bool>> differs)
    {
        for (var size = Math.Max(1, history.Rows.Count / 2); size >= 1; size = size == 1 ? 0 : size / 2)
        {
            for (var start = 0; start < history.Rows.Count;)
            {
                var smaller = Without(history, start, Math.Min(size, history.Rows.Count - start));
                if (await differs(smaller))
                {
                    history = smaller;
                }
                else
                {
                    start += size;
                }
            }
        }

        return history;
    }

    private static History Without(History history, int start, int count) => history with
    {
        Rows = [.. history.Rows.Take(start), .. history.Rows.Skip(start + count)],
        Calls = history.Calls.Where(c => c < start || c >= start + count).Select(c => c < start ? c : c - count).ToHashSet(),
    };

    private static async Task<History> SimplifyAsync(History history, int index, Func<History, Task<bool>> differs)
    {
        foreach (var property in history.Rows[index].GetType().GetProperties().Where(p => p.CanWrite))
        {
            if (Simpler(property) is not { } simple || Equals(property.GetValue(history.Rows[index]), simple.Value))
            {
                continue;
            }

            var rows = history.Rows.ToArray();
            rows[index] = Copy(rows[index]);
            property.SetValue(rows[index], simple.Value);
            var simpler = history with { Rows = rows };
            history = await differs(simpler) ? simpler : history;
        }

        return history;
    }

    /// <summary>The plainest value of a property; null for those that say which row it is and when.</summary>
    private static StrongBox? Simpler(PropertyInfo property)
    {
        if (property.PropertyType == typeof(DateTime)
            || property.GetCustomAttribute<EventIdAttribute>() is not null || property.GetCustomAttribute<EntityKeyAttribute>() is not null)
        {
            return null;
        }

        var isNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || new NullabilityInfoContext().Create(property).WriteState is NullabilityState.Nullable;
        return new StrongBox(
            isNullable ? null
            : property.PropertyType == typeof(string) ? "a"
            : property.PropertyType == typeof(DateOnly) ? new DateOnly(2024, 1, 1)
            : property.PropertyType.IsEnum ? Enum.GetValues(property.PropertyType).GetValue(0)
            : Activator.CreateInstance(property.PropertyType));
    }

    private static object Copy(object row) =>
        row.GetType().GetMethod("<Clone>$")!.Invoke(row, null)!;

    private sealed record StrongBox(object? Value);
}
