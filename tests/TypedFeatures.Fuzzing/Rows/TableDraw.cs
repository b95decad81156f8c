using TypedFeatures.Fuzzing.Model;
using TypedFeatures.Parity;

namespace TypedFeatures.Fuzzing.Rows;

/// <summary>A row as a table says it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Values">The values by property; enum members and all else as <c>CellValue</c> takes them.</param>
public sealed record TableRow(FuzzSource Source, IReadOnlyDictionary<string, object?> Values);

/// <summary>
/// Draws rows of sources: at and beside the ends of windows, at one instant, late, early, again, as later versions, and as others that claim to be
/// the same event.
/// </summary>
public sealed class TableDraw(Random random, ValuePools pools, Clock clock)
{
    private readonly Dictionary<(string Row, string Column), IReadOnlyList<object>> choices = [];
    private readonly DateTime[] meeting = [.. Enumerable.Range(0, 5).Select(_ => clock.Instants[^1] - TimeSpan.FromMinutes(random.Next(1, 60 * 20)))];
    private int number;

    /// <summary>The rows of a batch, in order of arrival.</summary>
    public IReadOnlyList<TableRow> Draw(IReadOnlyList<FuzzSource> sources, int events, int dimensions)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var rows = sources.SelectMany(s => Enumerable.Range(0, s.IsEvent ? events : dimensions).Select(_ => Row(s))).ToList();
        rows.AddRange(rows.ToList().Where(_ => random.Chance(0.18)).Select(Again));
        rows.AddRange(rows.ToList().Where(_ => random.Chance(0.05)).Select(Again));
        var shuffled = rows.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private TableRow Row(FuzzSource source)
    {
        var time = source.IsEvent || random.Chance(0.4) ? Instant() : clock.Instants[0].AddDays(-500);
        var values = source.Columns.ToDictionary(c => c.Name, c => Value(source, c, time));
        return new(source, values);
    }

    private object? Value(FuzzSource source, FuzzColumn column, DateTime time) => column.Attribute switch
    {
        "[EventId]" => Id(column.Type.Kind),
        "[EventTime]" or "[ValidFrom]" => Ticked(time),
        "[IngestTime]" => Ticked(KnownAfter(time)),
        "[ValidTo]" => column.Type.IsNullable && random.Chance(0.5) ? null : Ticked(EndAfter(time)),
        "[Tombstone]" => random.Chance(0.12),
        _ => column.Type.IsNullable && random.Chance(0.1) ? null : Cell(random.Pick(Choices(source, column))),
    };

    private IReadOnlyList<object> Choices(FuzzSource source, FuzzColumn column)
    {
        if (!choices.TryGetValue((source.Row, column.Name), out var values))
        {
            choices.Add((source.Row, column.Name), values = pools.Some(column.Type.Kind, source.IsEvent ? random.Next(2, 5) : source.Keys.Count() > 1 ? 3 : 5));
        }

        return values;
    }

    // Zeros at the end of a decimal make no other value.
    private static object Cell(object value) => value switch
    {
        EnumName member => member.Member,
        decimal number => number / 1.0000000000000000000000000000m,
        _ => value,
    };

    private object Id(Kind kind)
    {
        var id = number++;
        return kind switch
        {
            // U+FF5E sorts after U+1F600 by UTF-16 unit and before it by code point.
            Kind.String => random.Pick(["\U0001F600", "\uFF5E", "o", "O"]) + id,
            Kind.Guid => new Guid(random.Chance(0.5) ? id : id | (0x7F << 24), (short)random.Next(short.MaxValue), (short)id, 8, 7, 6, 5, 4, 3, 2, 1),
            Kind.Long => random.Chance(0.2) ? -4_000_000_000L - id : 4_000_000_000L + id,
            _ => random.Chance(0.3) ? -id - 1 : id,
        };
    }

    private DateTime Instant()
    {
        var instant = random.Pick(clock.Instants);
        var length = random.Pick(clock.Lengths);
        return random.Next(20) switch
        {
            < 7 => random.Pick(meeting),
            < 10 => instant - length + TimeSpan.FromMicroseconds(random.Next(-1, 2)),
            < 15 => clock.Instants[^1] - TimeSpan.FromMicroseconds(random.NextInt64(86_400_000_000)),
            15 => instant - (length * random.NextDouble()),
            16 => instant,
            17 => instant + TimeSpan.FromMicroseconds(1),
            18 => instant + TimeSpan.FromHours(random.Next(1, 60)),
            _ => instant - TimeSpan.FromDays(random.Next(1, 450)),
        };
    }

    private DateTime KnownAfter(DateTime time) => random.Next(10) switch
    {
        < 6 => time,
        6 => time.AddMicroseconds(random.Next(1, 4)),
        7 when random.Chance(0.5) => time.AddHours(random.Next(1, 80)),
        7 => time.AddDays(-random.Next(1, 4)),
        8 => random.Pick(clock.Instants).AddMicroseconds(random.Next(-1, 2)),
        _ => Instant(),
    };

    /// <summary>Mostly long after; sometimes at once or before, which holds never.</summary>
    private DateTime EndAfter(DateTime time) => random.Next(10) switch
    {
        < 5 => time.AddDays(random.Next(300, 700)),
        < 8 => Instant(),
        8 => time.AddMicroseconds(random.Next(-1, 2)),
        _ => random.Pick(clock.Instants),
    };

    /// <summary>Sometimes with a fraction of a microsecond, which every entrance floors.</summary>
    private DateTime Ticked(DateTime value) => random.Chance(0.1) ? value.AddTicks(random.Next(1, 10)) : value;

    private TableRow Again(TableRow row)
    {
        var values = row.Values.ToDictionary();
        var other = Row(row.Source);
        foreach (var column in row.Source.Columns)
        {
            var isChanged = column.Attribute switch
            {
                "[EventId]" or "[EntityKey]" => false,
                "[EventTime]" or "[ValidFrom]" => random.Chance(0.1),
                "[IngestTime]" => random.Chance(0.5),
                "[KnownAfterOutcome]" => random.Chance(0.6),
                _ => random.Chance(row.Source.IsEvent ? 0.02 : 0.15),
            };
            values[column.Name] = isChanged ? other.Values[column.Name] : values[column.Name];
        }

        return row with { Values = values };
    }
}
