using System.Runtime.CompilerServices;
using TypedFeatures.Offline;

namespace TypedFeatures.Online;

/// <summary>Takes columns from a feed.</summary>
internal struct FeedColumns(RowCursor row, int first) : IRowVisitor
{
    private int next = first;

    public void IngestTime(ref long value) => value = row.GetInt64(next++);

    public void EventTime() => next++;

    public void Column<T, TKind>(ref T value)
        where T : notnull
        where TKind : IValueKind<T> => value = TKind.ReadColumn(row, next++);

    public void Nullable<T, TKind>(ref T? value)
        where T : struct
        where TKind : IValueKind<T>
    {
        value = row.IsNull(next) ? null : TKind.ReadColumn(row, next);
        next++;
    }

    public void Reference<T, TKind>(ref T? value)
        where T : class
        where TKind : IValueKind<T>
    {
        value = row.IsNull(next) ? null : TKind.ReadColumn(row, next);
        next++;
    }
}

/// <summary>Counts flags.</summary>
internal struct CountedFlags : IRowVisitor
{
    public int Count { get; private set; }

    public readonly void IngestTime(ref long value)
    {
    }

    public readonly void EventTime()
    {
    }

    public void Column<T, TKind>(ref T value)
        where T : notnull
        where TKind : IValueKind<T> => Count += typeof(T) == typeof(bool) ? 1 : 0;

    public void Nullable<T, TKind>(ref T? value)
        where T : struct
        where TKind : IValueKind<T> => Count += typeof(T) == typeof(bool) ? 2 : 1;

    public void Reference<T, TKind>(ref T? value)
        where T : class
        where TKind : IValueKind<T> => Count++;
}

/// <summary>Writes flags, a word as soon as it is full.</summary>
internal ref struct WrittenFlags(StateWriter writer) : IRowVisitor
{
    private StateWriter writer = writer;
    private ulong word;
    private int count;

    public readonly void IngestTime(ref long value)
    {
    }

    public readonly void EventTime()
    {
    }

    public void Column<T, TKind>(ref T value)
        where T : notnull
        where TKind : IValueKind<T>
    {
        if (typeof(T) == typeof(bool))
        {
            Add(Unsafe.As<T, bool>(ref value));
        }
    }

    public void Nullable<T, TKind>(ref T? value)
        where T : struct
        where TKind : IValueKind<T>
    {
        Add(value is null);
        if (typeof(T) == typeof(bool))
        {
            var known = value.GetValueOrDefault();
            Add(Unsafe.As<T, bool>(ref known));
        }
    }

    public void Reference<T, TKind>(ref T? value)
        where T : class
        where TKind : IValueKind<T> => Add(value is null);

    /// <summary>Writes what is left, and gives the writer back.</summary>
    public StateWriter End()
    {
        if (count > 0)
        {
            writer.WriteVarUInt64(word);
        }

        return writer;
    }

    private void Add(bool flag)
    {
        if (count == StateReader.FlagsPerWord)
        {
            writer.WriteVarUInt64(word);
            (word, count) = (0, 0);
        }

        word |= (flag ? 1UL : 0UL) << count++;
    }
}

/// <summary>Writes the columns that are there.</summary>
internal ref struct WrittenValues(StateWriter writer, long eventTime) : IRowVisitor
{
    private StateWriter writer = writer;

    public readonly StateWriter Writer => writer;

    public readonly void IngestTime(ref long value) => writer.WriteInstant(value, eventTime);

    public readonly void EventTime()
    {
    }

    public void Column<T, TKind>(ref T value)
        where T : notnull
        where TKind : IValueKind<T>
    {
        if (typeof(T) != typeof(bool))
        {
            TKind.Write(ref writer, value);
        }
    }

    public void Nullable<T, TKind>(ref T? value)
        where T : struct
        where TKind : IValueKind<T>
    {
        if (typeof(T) != typeof(bool) && value is { } known)
        {
            TKind.Write(ref writer, known);
        }
    }

    public void Reference<T, TKind>(ref T? value)
        where T : class
        where TKind : IValueKind<T>
    {
        if (value is not null)
        {
            TKind.Write(ref writer, value);
        }
    }
}

/// <summary>Reads flags, then columns.</summary>
internal ref struct ReadColumns : IRowVisitor
{
    private readonly long eventTime;
    private readonly ulong firstFlags;
    private readonly ulong[]? furtherFlags;
    private StateReader reader;
    private int next;

    public ReadColumns(StateReader reader, int flags, long eventTime)
    {
        this.reader = reader;
        this.eventTime = eventTime;
        firstFlags = flags > 0 ? this.reader.ReadFlags(Math.Min(flags, StateReader.FlagsPerWord)) : 0;
        if (flags <= StateReader.FlagsPerWord)
        {
            return;
        }

        furtherFlags = new ulong[(flags - 1) / StateReader.FlagsPerWord];
        for (var i = 0; i < furtherFlags.Length; i++)
        {
            furtherFlags[i] = this.reader.ReadFlags(Math.Min(flags - ((i + 1) * StateReader.FlagsPerWord), StateReader.FlagsPerWord));
        }
    }

    public readonly StateReader Reader => reader;

    public void IngestTime(ref long value) => value = reader.ReadInstant(eventTime);

    public readonly void EventTime()
    {
    }

    public void Column<T, TKind>(ref T value)
        where T : notnull
        where TKind : IValueKind<T>
    {
        if (typeof(T) == typeof(bool))
        {
            Unsafe.As<T, bool>(ref value) = Flag();
            return;
        }

        value = TKind.Read(ref reader);
    }

    public void Nullable<T, TKind>(ref T? value)
        where T : struct
        where TKind : IValueKind<T>
    {
        var isNull = Flag();
        if (typeof(T) == typeof(bool))
        {
            var flag = Flag();
            value = isNull ? null : Unsafe.As<bool, T>(ref flag);
            return;
        }

        value = isNull ? null : TKind.Read(ref reader);
    }

    public void Reference<T, TKind>(ref T? value)
        where T : class
        where TKind : IValueKind<T> => value = Flag() ? null : TKind.Read(ref reader);

    private bool Flag()
    {
        var (word, bit) = (next / StateReader.FlagsPerWord, next % StateReader.FlagsPerWord);
        next++;
        return ((word == 0 ? firstFlags : furtherFlags![word - 1]) >> bit & 1) != 0;
    }
}
