using System.Text.Json;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.Online;

/// <summary>What the online state needs to know of a type of values: its order, and its bytes.</summary>
/// <typeparam name="T">The C# type, without null.</typeparam>
public interface IValueKind<T>
    where T : notnull
{
    /// <summary>The order of the language: numbers by value, text by code point, enums by value, GUIDs by text.</summary>
    /// <returns>Negative, zero or positive, as <paramref name="left"/> comes before, equals or follows <paramref name="right"/>.</returns>
    static abstract int Compare(T left, T right);

    /// <summary>Writes a value.</summary>
    static abstract void Write(ref StateWriter writer, T value);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no value of this type.</exception>
    static abstract T Read(ref StateReader reader);

    /// <summary>Reads a column of a row from an engine, where it is not null.</summary>
    static abstract T ReadColumn(RowCursor row, int column);

    /// <summary>Writes a column of a row that is never null.</summary>
    /// <exception cref="RowValueException">Ingestion would refuse the value.</exception>
    static abstract void WriteColumn(RowWriter writer, T value);

    /// <summary>Reads a part of a list or map from JSON, as engines and files write it.</summary>
    /// <exception cref="InvalidDataException">The token at hand is no value of this type.</exception>
    static abstract T ReadJson(ref Utf8JsonReader reader);

    /// <summary>Writes a part of a list or map as files have it.</summary>
    static abstract void WriteJson(Utf8JsonWriter writer, T value);

    /// <summary>A part of a key as it would be stored: instants and lengths of time floored to the microsecond, −0 as 0.</summary>
    /// <exception cref="ArgumentException">No key that is stored has such a part.</exception>
    static virtual T Stored(T value) => value;

    /// <summary>Whether an aggregate takes the value; infinities and NaN are skipped like nulls, −0 becomes 0.</summary>
    static virtual bool TryAdmit(ref T value) => true;
}
