using System.Globalization;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures;

/// <summary>A column of the caller's own rows that goes into files beside the features.</summary>
internal sealed record CarriedColumn<TRow>(FieldSchema Schema, Action<TRow, RowWriter> Write)
{
    /// <exception cref="NotSupportedException">The type is none that files can hold.</exception>
    public static CarriedColumn<TRow> Of<TValue>(string name, Func<TRow, TValue> value)
    {
        // A delegate of exactly this type is matched once here, so that no value is boxed per row.
        var (kind, isNullable, write) = Match(value);
        return new(new FieldSchema(name, name, new ScalarType(kind, isNullable)), write);
    }

    private static (ScalarKind Kind, bool IsNullable, Action<TRow, RowWriter> Write) Match<TValue>(Func<TRow, TValue> value) =>
        (Delegate)value switch
        {
            Func<TRow, bool> f => (ScalarKind.Boolean, false, (row, writer) => writer.Write(f(row))),
            Func<TRow, bool?> f => (ScalarKind.Boolean, true, (row, writer) => writer.Write(f(row))),
            Func<TRow, int> f => (ScalarKind.Int32, false, (row, writer) => writer.Write((int?)f(row))),
            Func<TRow, int?> f => (ScalarKind.Int32, true, (row, writer) => writer.Write(f(row))),
            Func<TRow, long> f => (ScalarKind.Int64, false, (row, writer) => writer.Write((long?)f(row))),
            Func<TRow, long?> f => (ScalarKind.Int64, true, (row, writer) => writer.Write(f(row))),
            Func<TRow, float> f => (ScalarKind.Single, false, (row, writer) => writer.Write((float?)f(row))),
            Func<TRow, float?> f => (ScalarKind.Single, true, (row, writer) => writer.Write(f(row))),
            Func<TRow, double> f => (ScalarKind.Double, false, (row, writer) => writer.Write((double?)f(row))),
            Func<TRow, double?> f => (ScalarKind.Double, true, (row, writer) => writer.Write(f(row))),
            Func<TRow, string?> f => (ScalarKind.String, true, (row, writer) => writer.Write(f(row), isRequired: false)),
            Func<TRow, Guid> f => (ScalarKind.Guid, false, (row, writer) => writer.Write(f(row))),
            Func<TRow, Guid?> f => (ScalarKind.Guid, true, (row, writer) => writer.Write(f(row))),
            Func<TRow, DateTime> f => (ScalarKind.DateTime, false, (row, writer) => writer.Write(f(row))),
            Func<TRow, DateTime?> f => (ScalarKind.DateTime, true, (row, writer) => writer.Write(f(row))),
            Func<TRow, DateTimeOffset> f => (ScalarKind.DateTime, false, (row, writer) => writer.Write(f(row).UtcDateTime)),
            Func<TRow, DateTimeOffset?> f => (ScalarKind.DateTime, true, (row, writer) => writer.Write(f(row)?.UtcDateTime)),
            Func<TRow, DateOnly> f => (ScalarKind.Date, false, (row, writer) => writer.Write(f(row))),
            Func<TRow, DateOnly?> f => (ScalarKind.Date, true, (row, writer) => writer.Write(f(row))),
            Func<TRow, TimeSpan> f => (ScalarKind.TimeSpan, false, (row, writer) => writer.Write(f(row))),
            Func<TRow, TimeSpan?> f => (ScalarKind.TimeSpan, true, (row, writer) => writer.Write(f(row))),
            _ => MatchEnum(value),
        };

    private static (ScalarKind Kind, bool IsNullable, Action<TRow, RowWriter> Write) MatchEnum<TValue>(Func<TRow, TValue> value)
    {
        var nullableOf = Nullable.GetUnderlyingType(typeof(TValue));
        var type = nullableOf ?? typeof(TValue);
        if (!type.IsEnum)
        {
            throw new NotSupportedException(
                $"A column of {typeof(TValue)} cannot be written; use bool, int, long, float, double, string, Guid, DateTime, DateTimeOffset, DateOnly, TimeSpan, an enum, or one of these made nullable.");
        }

        if (Reference.ColumnValue.IsStoredAsNumber(type))
        {
            return (ScalarKind.Int64, nullableOf is not null, (row, writer) =>
                writer.Write(value(row) is { } member ? Convert.ToInt64(member, CultureInfo.InvariantCulture) : (long?)null));
        }

        // Files hold the member's name, which is text to every reader.
        return (ScalarKind.String, nullableOf is not null, (row, writer) =>
        {
            var member = value(row);
            writer.WriteEnum(member is null, member is null ? null : Enum.GetName(type, member));
        });
    }
}
