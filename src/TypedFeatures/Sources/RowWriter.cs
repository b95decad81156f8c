using TypedFeatures.Online;
using System.Runtime.CompilerServices;

namespace TypedFeatures.Sources;

/// <summary>A value was refused on its way into a row; the message says what would be right and never holds the value.</summary>
public sealed class RowValueException : Exception
{
    /// <summary>A refusal of the value of one column.</summary>
    public RowValueException(int column, string reason)
        : base(reason) => Column = column;

    /// <summary>The column, from 0 in writing order.</summary>
    public int Column { get; }
}

/// <summary>
/// Takes the values of a row in column order, checks them as every entrance does (DESIGN: instants floored and in range, no NaN or infinity,
/// −0 made 0, well-formed text), and hands them to an engine in physical form: instants and lengths of time as microseconds, dates as days,
/// decimals as units, GUIDs and enum members as text.
/// </summary>
public abstract class RowWriter
{
    /// <summary>The number of values written in the row at hand.</summary>
    protected int Column { get; private set; }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        Column = 0;
        PutEndRow();
    }

    /// <summary>Drops what was written of the row at hand, after a refusal.</summary>
    public void AbandonRow() => Column = 0;

    /// <summary>Writes a truth value or null.</summary>
    public void Write(bool? value)
    {
        if (value is { } v)
        {
            PutBoolean(v);
        }
        else
        {
            PutNull();
        }

        Column++;
    }

    /// <summary>Writes a 32-bit integer or null.</summary>
    public void Write(int? value)
    {
        if (value is { } v)
        {
            PutInt32(v);
        }
        else
        {
            PutNull();
        }

        Column++;
    }

    /// <summary>Writes a 64-bit integer or null.</summary>
    public void Write(long? value)
    {
        if (value is { } v)
        {
            PutInt64(v);
        }
        else
        {
            PutNull();
        }

        Column++;
    }

    /// <summary>Writes a finite float or null; −0 becomes 0.</summary>
    /// <exception cref="RowValueException">NaN or infinite.</exception>
    public void Write(float? value)
    {
        if (value is not { } v)
        {
            PutNull();
        }
        else if (float.IsFinite(v))
        {
            PutSingle(v + 0f);
        }
        else
        {
            throw Refuse("is NaN or infinite; use null for a value that is not known.");
        }

        Column++;
    }

    /// <summary>Writes a finite double or null; −0 becomes 0.</summary>
    /// <exception cref="RowValueException">NaN or infinite.</exception>
    public void Write(double? value)
    {
        if (value is not { } v)
        {
            PutNull();
        }
        else if (double.IsFinite(v))
        {
            PutDouble(v + 0d);
        }
        else
        {
            throw Refuse("is NaN or infinite; use null for a value that is not known.");
        }

        Column++;
    }

    /// <summary>Writes a decimal as its units, or null.</summary>
    /// <param name="value">A value of at most so many digits; trailing zeros do not count.</param>
    /// <param name="precision">How many digits in all.</param>
    /// <param name="scale">How many of them after the point.</param>
    /// <exception cref="RowValueException">It has more digits.</exception>
    public void Write(decimal? value, int precision, int scale)
    {
        if (value is { } v)
        {
            PutDecimal(DecimalValue.FaultOf(v, precision, scale, out var units) is { } fault ? throw Refuse(fault) : units, scale);
        }
        else
        {
            PutNull();
        }

        Column++;
    }

    /// <summary>Writes a decimal by its units, as a result holds it.</summary>
    internal void WriteUnits(long units, int scale)
    {
        PutDecimal(units, scale);
        Column++;
    }

    /// <summary>Writes text or null.</summary>
    /// <param name="value">Well-formed UTF-16 without NUL.</param>
    /// <param name="isRequired">Whether null is refused.</param>
    /// <exception cref="RowValueException">Null where it is required, a NUL, or a lone surrogate.</exception>
    public void Write(string? value, bool isRequired)
    {
        if (value is not null)
        {
            if (WellFormedText.FindFault(value) is { } fault)
            {
                throw Refuse(fault);
            }

            PutString(value);
        }
        else if (isRequired)
        {
            throw Refuse("is null but the property is not nullable.");
        }
        else
        {
            PutNull();
        }

        Column++;
    }

    /// <summary>Writes a GUID as lower-case text, or null.</summary>
    public void Write(Guid? value)
    {
        if (value is { } v)
        {
            PutString(v.ToString("D"));
        }
        else
        {
            PutNull();
        }

        Column++;
    }

    /// <summary>Writes an instant, floored to the microsecond, or null.</summary>
    /// <exception cref="RowValueException">Of kind Local, or outside the years 1900 to 2299.</exception>
    public void Write(DateTime? value)
    {
        if (value is { } v)
        {
            if (v.Kind == DateTimeKind.Local)
            {
                throw Refuse("is of kind Local; pass ToUniversalTime().");
            }

            PutInstant(InRange(v.Year) ? Instant.FromDateTime(v) : throw Refuse("lies outside the years 1900 to 2299."));
        }
        else
        {
            PutNull();
        }

        Column++;
    }

    /// <summary>Writes a date or null.</summary>
    /// <exception cref="RowValueException">Outside the years 1900 to 2299.</exception>
    public void Write(DateOnly? value)
    {
        if (value is { } v)
        {
            PutDate(InRange(v.Year) ? Instant.FromDate(v) : throw Refuse("lies outside the years 1900 to 2299."));
        }
        else
        {
            PutNull();
        }

        Column++;
    }

    /// <summary>Writes a length of time, floored to the microsecond, or null.</summary>
    /// <exception cref="RowValueException">Less than a microsecond above <see cref="TimeSpan.MinValue"/>: its floor is no <see cref="TimeSpan"/>.</exception>
    public void Write(TimeSpan? value)
    {
        if (value is { } v)
        {
            var microseconds = Instant.FromTimeSpan(v);
            PutTimeSpan(microseconds >= Instant.MinTimeSpan ? microseconds : throw Refuse("is too close to TimeSpan.MinValue to be floored to the microsecond."));
        }
        else
        {
            PutNull();
        }

        Column++;
    }

    /// <summary>Writes an enum member by name, or null.</summary>
    /// <param name="isNull">Whether the value is null.</param>
    /// <param name="name">The member's name; null where the value is no member.</param>
    /// <exception cref="RowValueException">The value is no member of the enum.</exception>
    public void WriteEnum(bool isNull, string? name)
    {
        if (isNull)
        {
            PutNull();
        }
        else
        {
            PutString(name ?? throw Refuse("is not a named member of its enum."));
        }

        Column++;
    }

    /// <summary>Writes a vector or null; −0 becomes 0.</summary>
    /// <param name="value">Finite numbers.</param>
    /// <param name="length">How many.</param>
    /// <param name="isRequired">Whether null is refused.</param>
    /// <exception cref="RowValueException">Null where it is required, another length, or a number that is NaN or infinite.</exception>
    public void Write(float[]? value, int length, bool isRequired)
    {
        if (value is not null)
        {
            PutVector(VectorValue.FaultOf(value, length) is { } fault ? throw Refuse(fault) : VectorValue.Normalise(value));
        }
        else if (isRequired)
        {
            throw Refuse("is null but the property is not nullable.");
        }
        else
        {
            PutNull();
        }

        Column++;
    }

    /// <summary>Writes a list or map, as JSON, or null; for files, never for sources.</summary>
    public void WriteJson(string? json)
    {
        if (json is null)
        {
            PutNull();
        }
        else
        {
            PutString(json);
        }

        Column++;
    }

    /// <summary>Takes null.</summary>
    protected abstract void PutNull();

    /// <summary>Takes a truth value.</summary>
    protected abstract void PutBoolean(bool value);

    /// <summary>Takes a 32-bit integer.</summary>
    protected abstract void PutInt32(int value);

    /// <summary>Takes a 64-bit integer.</summary>
    protected abstract void PutInt64(long value);

    /// <summary>Takes a finite float.</summary>
    protected abstract void PutSingle(float value);

    /// <summary>Takes a finite double.</summary>
    protected abstract void PutDouble(double value);

    /// <summary>Takes a decimal, in units of ten to the power of minus its scale: a 64-bit integer to all but writers of text.</summary>
    protected virtual void PutDecimal(long units, int scale) => PutInt64(units);

    /// <summary>Takes well-formed text.</summary>
    protected abstract void PutString(string value);

    /// <summary>Takes finite floats, as many as the column's vectors have.</summary>
    protected abstract void PutVector(ReadOnlySpan<float> value);

    /// <summary>Takes an instant in microseconds since 1970.</summary>
    protected abstract void PutInstant(long microseconds);

    /// <summary>Takes a date in days since 1970.</summary>
    protected abstract void PutDate(int days);

    /// <summary>Takes a length of time in microseconds.</summary>
    protected abstract void PutTimeSpan(long microseconds);

    /// <summary>Takes the end of the row.</summary>
    protected abstract void PutEndRow();

    private static bool InRange(int year) => year is >= 1900 and <= 2299;

    private RowValueException Refuse(string reason) => new(Column, reason);
}
