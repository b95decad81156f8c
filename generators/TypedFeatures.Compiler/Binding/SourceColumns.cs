using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Compiler.Leakage;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds the properties of a source record.</summary>
internal static class SourceColumns
{
    private static readonly (string Attribute, ColumnRole Role)[] Roles =
    [
        ("EventId", ColumnRole.EventId), ("EventTime", ColumnRole.EventTime), ("IngestTime", ColumnRole.IngestTime),
        ("EntityKey", ColumnRole.EntityKey), ("ValidFrom", ColumnRole.ValidFrom), ("ValidTo", ColumnRole.ValidTo),
        ("Tombstone", ColumnRole.Tombstone),
    ];

    public static IReadOnlyList<SourceColumn> Bind(INamedTypeSymbol source, SourceKind kind, BindingContext context)
    {
        var columns = new List<SourceColumn>();
        foreach (var property in Declarations.SettableProperties(source))
        {
            if (BindColumn(property, kind, context) is { } column)
            {
                if (columns.FirstOrDefault(c => string.Equals(c.Name, column.Name, StringComparison.OrdinalIgnoreCase)) is { } other)
                {
                    Report(property, $"'{other.Property}' and '{column.Property}' are both stored as '{column.Name}'. Give one of them another name with [Column(\"…\")].");
                }

                columns.Add(column);
            }
        }

        CheckRoles(source, kind, columns, context);
        return columns;

        void Report(ISymbol place, string message) => context.Report(Rules.SourceDeclaration, Declarations.LocationOf(place), message);
    }

    /// <summary>The column name of a property: <c>[Column]</c>, or by policy.</summary>
    public static string? ColumnName(IPropertySymbol property, DiagnosticDescriptor rule, BindingContext context)
    {
        if (Attributes.Find(property, "Column") is not { } attribute)
        {
            var policy = Naming.SnakeCase(property.Name);
            if (Naming.IsValid(policy))
            {
                return policy;
            }

            context.Report(rule, Declarations.LocationOf(property), $"'{property.Name}' gives no valid column name. Name it with [Column(\"…\")]: letters, digits and single underscores.");
            return null;
        }

        var name = Attributes.Text(attribute);
        if (Naming.IsValid(name))
        {
            return name;
        }

        context.Report(rule, Attributes.LocationOf(attribute, property, context.Cancellation), $"'{name}' cannot name a column. Use letters, digits and single underscores, at most 63, not starting with a digit.");
        return null;
    }

    private static SourceColumn? BindColumn(IPropertySymbol property, SourceKind kind, BindingContext context)
    {
        if (property.Type.TypeKind == TypeKind.Error)
        {
            context.MarkBroken();
            return null;
        }

        if (!CompositeTypes.CheckVector(property, context) || !DecimalDeclaration.Check(property, context))
        {
            return null;
        }

        if (CompositeTypes.TryMap(property, out var problem) is not { } type)
        {
            context.Report(Rules.UnsupportedType, Declarations.LocationOf(property), $"Column '{property.ContainingType.Name}.{property.Name}': {problem} A property that is not stored needs no setter.");
            return null;
        }

        if (type.Kind is ScalarKind.List or ScalarKind.Map)
        {
            context.Report(Rules.CompositeColumn, Declarations.LocationOf(property), $"Column '{property.ContainingType.Name}.{property.Name}' is {type}, which no source stores. Give each item a row of its own, or store numbers as float[] with [Vector(n)].");
            return null;
        }

        var roles = Roles.Where(r => Attributes.Has(property, r.Attribute)).ToArray();
        if (roles.Length > 1)
        {
            Report($"'{property.Name}' is marked [{roles[0].Attribute}] and [{roles[1].Attribute}]. Keep one; a value with two meanings needs two columns.");
        }

        if (type.IsComposite && roles.Length > 0)
        {
            context.Report(Rules.CompositeUse, Declarations.LocationOf(property), $"'{property.Name}' is {type} and marked [{roles[0].Attribute}]. A vector is a plain value; keys, ids and times are scalars.");
            return null;
        }

        var role = roles.Length == 0 ? ColumnRole.Value : roles[0].Role;
        CheckRole(role, type, kind, property.Name, Report);
        var isKnownAfterOutcome = Attributes.Has(property, "KnownAfterOutcome");
        if (isKnownAfterOutcome && (role != ColumnRole.Value || kind != SourceKind.Event))
        {
            Report($"'{property.Name}' cannot be [KnownAfterOutcome]: only a plain value of an event can change after its outcome.");
        }

        return ColumnName(property, Rules.SourceDeclaration, context) is { } name
            ? new SourceColumn(property.Name, name, type, role, Attributes.Has(property, "Pii"), isKnownAfterOutcome)
            {
                MaturesAfter = MaturityOf(property, Report),
                PiiRemoval = ContractAttributes.PiiRemovalOf(property, context),
            }
            : null;

        void Report(string message) => context.Report(Rules.SourceDeclaration, Declarations.LocationOf(property), message);
    }

    /// <summary>A guess: who calls the event time by the name of a load most likely has no event time.</summary>
    private static void ReportTimeByName(INamedTypeSymbol source, List<SourceColumn> columns, BindingContext context)
    {
        foreach (var time in columns.Where(c => c.Role is ColumnRole.EventTime or ColumnRole.ValidFrom && LikelyNames.IsIngestTime(c.Property)))
        {
            context.Report(
                LeakageRules.EventTimeByName,
                Declarations.LocationOf(source.GetMembers(time.Property)[0]),
                $"'{time.Property}' is the [{time.Role}], and by its name says when a row was loaded. A backfill would date old events anew. Mark when it happened, and this one as [IngestTime].");
        }
    }

    private static long? MaturityOf(IPropertySymbol property, Action<string> report)
    {
        if (Attributes.Find(property, "KnownAfterOutcome") is not { } attribute || Attributes.Named(attribute, "MaturesAfter") is not string text)
        {
            return null;
        }

        var length = DurationText.Parse(text);
        if (length is null)
        {
            report($"MaturesAfter of '{property.Name}' is '{text}', which is no length of time. Write a whole number and a unit: 60d, 12h, 30m or 15s.");
        }

        return length;
    }

    private static void CheckRole(ColumnRole role, ScalarType type, SourceKind kind, string property, Action<string> report)
    {
        switch (role)
        {
            case ColumnRole.EventId when kind == SourceKind.FeatureTable:
                report($"'{property}' is marked [EventId], which belongs on events. A row of a feature table is told from others by all its columns.");
                break;
            case ColumnRole.EventId or ColumnRole.EventTime when kind == SourceKind.Dimension:
                report($"'{property}' is marked [{role}], which belongs on events. A dimension has [EntityKey] and [ValidFrom].");
                break;
            case ColumnRole.ValidFrom or ColumnRole.ValidTo or ColumnRole.Tombstone when kind == SourceKind.FeatureTable:
                report($"'{property}' is marked [{role}], which belongs on dimensions. A row of a feature table has an [EventTime] and counts for MaxAge.");
                break;
            case ColumnRole.ValidTo or ColumnRole.Tombstone when kind == SourceKind.Event:
                report($"'{property}' is marked [{role}], which belongs on dimensions: it ends a row that holds, and an event does not hold.");
                break;
            case ColumnRole.EntityKey or ColumnRole.ValidFrom when kind == SourceKind.Event:
                report($"'{property}' is marked [{role}], which belongs on dimensions. Events have [EventId] and [EventTime]; their entity is what a view groups by.");
                break;
            case ColumnRole.EventId when type.IsNullable || type.NumberOf is not null || type.Kind is not (ScalarKind.String or ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Guid):
                report($"The event id '{property}' must be a string, int, long or Guid that is not nullable.");
                break;
            case ColumnRole.EventTime or ColumnRole.IngestTime or ColumnRole.ValidFrom when type != ScalarType.DateTime:
                report($"'{property}' is marked [{role}] and must be a DateTime that is not nullable.");
                break;
            case ColumnRole.ValidTo when type.NonNullable != ScalarType.DateTime:
                report($"'{property}' is marked [ValidTo] and must be a DateTime, or a DateTime? that is null while the row is open.");
                break;
            case ColumnRole.Tombstone when type != ScalarType.Boolean:
                report($"'{property}' is marked [Tombstone] and must be a bool that is not nullable.");
                break;
            case ColumnRole.EntityKey when type.IsNullable || type.IsFloating:
                report($"The key '{property}' must not be nullable nor a floating-point number: it says which row is meant.");
                break;
        }
    }

    private static void CheckRoles(INamedTypeSymbol source, SourceKind kind, List<SourceColumn> columns, BindingContext context)
    {
        void Report(string message, ColumnRole? missing = null) => context.Report(
            Rules.SourceDeclaration, Declarations.LocationOf(source), message, missing is { } role ? FixFacts.Of(FixFacts.Role, role.ToString()) : null);
        void RequireOne(ColumnRole role, string meaning)
        {
            var count = columns.Count(c => c.Role == role);
            if (count != 1)
            {
                Report($"'{source.Name}' has {(count == 0 ? "no" : "more than one")} [{role}]. Mark exactly one property: {meaning}.", count == 0 ? role : null);
            }
        }

        void AllowOne(ColumnRole role, string advice)
        {
            if (columns.Count(c => c.Role == role) > 1)
            {
                Report($"'{source.Name}' has more than one [{role}]. {advice}");
            }
        }

        ReportTimeByName(source, columns, context);
        AllowOne(ColumnRole.IngestTime, "Keep the one that says when the store could first know the row.");
        AllowOne(ColumnRole.ValidTo, "Keep the one at which the row ends.");
        AllowOne(ColumnRole.Tombstone, "Keep the one that says that the row takes its key away.");

        if (kind == SourceKind.Event)
        {
            RequireOne(ColumnRole.EventId, "what makes two rows the same event");
            RequireOne(ColumnRole.EventTime, "when the event happened, UTC");
            return;
        }

        if (kind == SourceKind.FeatureTable)
        {
            RequireOne(ColumnRole.EventTime, "of when the features are, UTC");
        }
        else if (columns.All(c => c.Role != ColumnRole.ValidFrom))
        {
            context.Report(
                LeakageRules.UnversionedDimension,
                Declarations.LocationOf(source),
                $"'{source.Name}' has no [ValidFrom], so it knows only how things stand today, and a join would give that to events of any year. Mark the property that says from when a row holds, and keep a row per change.");
        }
        else
        {
            RequireOne(ColumnRole.ValidFrom, "from when a row holds, UTC");
        }

        if (columns.All(c => c.Role != ColumnRole.EntityKey))
        {
            Report($"'{source.Name}' has no [EntityKey]. Mark the properties that say what a row describes.", ColumnRole.EntityKey);
        }
    }
}
