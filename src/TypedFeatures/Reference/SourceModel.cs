using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TypedFeatures.Reference;

/// <summary>What reflection says of a source record: its columns in declaration order and their roles. It owes nothing to generated code.</summary>
internal sealed class SourceModel<[DynamicallyAccessedMembers(SourceModel.Members)] T>
    where T : class
{
    // Made when asked for: a type is one of the three, and the fault of a wrong one should reach the caller as it is.
    private static SourceModel<T>? events;
    private static SourceModel<T>? dimension;
    private static SourceModel<T>? table;

    private readonly SourceColumnModel[] columns;
    private readonly SourceColumnModel time;
    private readonly SourceColumnModel? ingestTime;
    private readonly SourceColumnModel? id;
    private readonly SourceColumnModel? validTo;
    private readonly SourceColumnModel? tombstone;
    private readonly MethodInfo? clone;

    private SourceModel(Type timeRole, Type? idRole)
    {
        columns = SourceModel.ColumnsOf(typeof(T));
        clone = typeof(T).GetMethod("<Clone>$");
        time = WithRole(timeRole) ?? throw SourceModel.Fault(typeof(T), $"has no property marked [{SourceModel.NameOf(timeRole)}]; mark the one that says when.");
        ingestTime = WithRole(typeof(IngestTimeAttribute));
        validTo = timeRole == typeof(ValidFromAttribute) ? WithRole(typeof(ValidToAttribute)) : null;
        tombstone = timeRole == typeof(ValidFromAttribute) ? WithRole(typeof(TombstoneAttribute)) : null;
        id = idRole is null
            ? null
            : WithRole(idRole) ?? throw SourceModel.Fault(typeof(T), "has no property marked [EventId]; mark the one that names the event.");
    }

    public static SourceModel<T> OfEvents => events ??= new(typeof(EventTimeAttribute), typeof(EventIdAttribute));

    public static SourceModel<T> OfDimension => dimension ??= new(typeof(ValidFromAttribute), null);

    public static SourceModel<T> OfTable => table ??= new(typeof(EventTimeAttribute), null);

    /// <summary>The order of rows without an id: time, ingest time, columns as declared. The greatest counts.</summary>
    public int Compare(SourceRow<T> left, SourceRow<T> right)
    {
        var byTime = left.Time.CompareTo(right.Time);
        var byKnown = byTime != 0 ? byTime : left.Known.CompareTo(right.Known);
        return byKnown != 0 ? byKnown : CompareColumns(left.Row, right.Row);
    }

    /// <summary>Checks a row and reads what order and knowledge need of it.</summary>
    /// <exception cref="ArgumentException">Ingestion would refuse the row.</exception>
    public SourceRow<T> Read(T row, long position)
    {
        if (row is null)
        {
            throw new ArgumentException($"Row {position} of {typeof(T)} is null; leave it out.", nameof(row));
        }

        var normalised = Normalise(row, position);
        var happened = Instant.FromDateTime((DateTime)time.Read(normalised)!);
        var known = ingestTime is null ? happened : Instant.FromDateTime((DateTime)ingestTime.Read(normalised)!);
        return new SourceRow<T>(normalised, id?.Read(normalised), happened, known, UntilOf(normalised));
    }

    /// <summary>Whether later versions of an event may differ in some columns.</summary>
    public bool HasVersions => columns.Any(static column => column.IsKnownAfterOutcome);

    /// <summary>Whether two rows of one event differ at most in when they were known and in what is known after the outcome.</summary>
    public bool AreVersions(T left, T right) => columns.All(column =>
        column.IsKnownAfterOutcome || column == ingestTime || ValueOrder.Compare(column.Read(left), column.Read(right)) == 0);

    /// <summary>Compares two rows column by column as declared; nulls first.</summary>
    public int CompareColumns(T left, T right)
    {
        foreach (var column in columns)
        {
            var order = ValueOrder.Compare(column.Read(left), column.Read(right));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private long UntilOf(T row) =>
        tombstone?.Read(row) is true ? long.MinValue
        : validTo?.Read(row) is DateTime end ? Instant.FromDateTime(end)
        : long.MaxValue;

    private SourceColumnModel? WithRole(Type role)
    {
        var type = role == typeof(TombstoneAttribute) ? typeof(bool) : role == typeof(EventIdAttribute) ? null : typeof(DateTime);
        var found = columns.Where(column => column.Property.IsDefined(role)).ToArray();
        return found switch
        {
            [] => null,
            [_, _, ..] => throw SourceModel.Fault(typeof(T), $"marks more than one property with [{SourceModel.NameOf(role)}]; mark one."),
            [{ AllowsNull: true } column] when role != typeof(ValidToAttribute) => throw SourceModel.Fault(typeof(T), $"marks {column.Property.Name} with [{SourceModel.NameOf(role)}], which cannot be null; make its type non-nullable."),
            [var column] when type is not null && (Nullable.GetUnderlyingType(column.Property.PropertyType) ?? column.Property.PropertyType) != type =>
                throw SourceModel.Fault(typeof(T), $"marks {column.Property.Name} with [{SourceModel.NameOf(role)}]; its type is {type.Name}."),
            [var column] => column,
        };
    }

    private T Normalise(T row, long position)
    {
        T? copy = null;
        foreach (var column in columns)
        {
            var given = column.Read(row);
            var value = column.Normalise(given, out var fault);
            if (fault is not null)
            {
                throw new ArgumentException($"Row {position} of {typeof(T)}: {column.Property.Name}: {fault}", nameof(row));
            }

            if (!ReferenceEquals(given, value))
            {
                copy ??= Copy(row);
                column.Property.SetValue(copy, value);
            }
        }

        return copy ?? row;
    }

    private T Copy(T row) =>
        (T)(clone ?? throw SourceModel.Fault(typeof(T), "is a class that cannot be copied; make it a record.")).Invoke(row, null)!;
}

/// <summary>What source models share.</summary>
internal static class SourceModel
{
    /// <summary>What is read of a source record by reflection: its properties, and the method by which a record copies itself.</summary>
    public const DynamicallyAccessedMemberTypes Members =
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicMethods;

    public static SourceColumnModel[] ColumnsOf([DynamicallyAccessedMembers(Members)] Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static p => p.GetMethod is { IsPublic: true } && p.SetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0);

        // Reflection promises no order. A base type's columns come first; within a type the metadata is in declaration order.
        return
        [
            .. properties
                .OrderBy(static p => DepthOf(p.DeclaringType))
                .ThenBy(static p => p.HasMetadataToken() ? p.MetadataToken : 0)
                .Select(static p => new SourceColumnModel(p)),
        ];
    }

    public static InvalidOperationException Fault(Type type, string fault) => new($"Source {type} {fault}");

    /// <summary>An attribute as users write it.</summary>
    public static string NameOf(Type attribute) => attribute.Name[..^"Attribute".Length];

    private static int DepthOf(Type? type)
    {
        var depth = 0;
        for (; type is not null; type = type.BaseType)
        {
            depth++;
        }

        return depth;
    }
}
