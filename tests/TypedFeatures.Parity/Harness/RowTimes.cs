using System.Reflection;

namespace TypedFeatures.Parity;

/// <summary>What the attributes of a row type say of it.</summary>
public static class RowTimes
{
    private static readonly Type[] Marks = [typeof(EventTimeAttribute), typeof(IngestTimeAttribute), typeof(ValidFromAttribute), typeof(ValidToAttribute)];

    /// <summary>Whether the rows are events.</summary>
    public static bool IsEvent(Type row) => row.IsDefined(typeof(EventSourceAttribute));

    /// <summary>Whether the rows bring features.</summary>
    public static bool IsTable(Type row) => row.IsDefined(typeof(FeatureTableAttribute));

    /// <summary>Whether the type is a source at all.</summary>
    public static bool IsSource(Type row) => IsEvent(row) || IsTable(row) || row.IsDefined(typeof(DimensionSourceAttribute));

    /// <summary>An instant at which the row happens, becomes known, begins to hold or ends.</summary>
    public static DateTime Pick(object row, Random random)
    {
        var times = row.GetType().GetProperties().Where(p => Marks.Any(p.IsDefined)).ToList();
        return (DateTime)(random.Pick(times).GetValue(row) ?? times[0].GetValue(row)!);
    }

    private static bool IsDefined(this PropertyInfo property, Type mark) => Attribute.IsDefined(property, mark);
}
