using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds what records and properties say of their contract: <c>[FormerlyNamed]</c>, <c>[Retired]</c>, <c>[LogicEquivalent]</c>, <c>[PiiRemoval]</c>.</summary>
internal static class ContractAttributes
{
    private static readonly string[] OfFeatures = ["FormerlyNamed", "Retired", "LogicEquivalent"];

    /// <summary>What a record and its properties say.</summary>
    public static ContractMarks Bind(INamedTypeSymbol record, BindingContext context)
    {
        var properties = record.GetMembers().OfType<IPropertySymbol>().Where(p => !p.IsStatic && !Declarations.IsGenerated(p)).ToList();
        CheckKeys(properties, context);
        var marks = new ContractMarks(
            Retired(record, context),
            Reason(record, "LogicEquivalent", "why its features have the values they had", context),
            properties.Where(p => OfFeatures.Append("PiiRemoval").Any(a => Attributes.Has(p, a))).Select(p => BindProperty(p, context)).ToEquatableArray());
        CheckFormerNames(properties, marks, context);
        return marks;
    }

    /// <summary>Why a column is no personal data any more; null where nothing is said.</summary>
    public static string? PiiRemovalOf(IPropertySymbol property, BindingContext context)
    {
        if (Attributes.Find(property, "PiiRemoval") is { } attribute && Attributes.Has(property, "Pii"))
        {
            Report(attribute, property, $"'{property.Name}' is marked [Pii] and [PiiRemoval]. Keep [Pii] as long as it holds personal data.", context);
        }

        return Reason(property, "PiiRemoval", "why it is no personal data", context);
    }

    private static PropertyMarks BindProperty(IPropertySymbol property, BindingContext context) => new(
        property.Name,
        FormerName(property, context),
        Retired(property, context),
        Reason(property, "LogicEquivalent", "why it has the values it had", context),
        PiiRemovalOf(property, context));

    /// <summary>Former names are columns; a property's name is that of its column.</summary>
    private static string? FormerName(IPropertySymbol property, BindingContext context)
    {
        if (Attributes.Find(property, "FormerlyNamed") is not { } attribute)
        {
            return null;
        }

        var name = Attributes.Text(attribute) ?? "";
        var column = name.Any(char.IsUpper) ? Naming.SnakeCase(name) : name;
        if (Naming.IsValid(column))
        {
            return column;
        }

        Report(attribute, property, $"'{name}' names no column. Write the property's or the column's former name.", context);
        return null;
    }

    private static string? Retired(ISymbol symbol, BindingContext context)
    {
        if (Attributes.Find(symbol, "Retired") is not { } attribute)
        {
            return null;
        }

        var date = Attributes.Text(attribute);
        if (ContractDate.IsValid(date))
        {
            return date;
        }

        Report(attribute, symbol, $"'{date}' is no day. Write year, month and day, such as 2027-01-31.", context);
        return null;
    }

    private static string? Reason(ISymbol symbol, string name, string expected, BindingContext context)
    {
        if (Attributes.Find(symbol, name) is not { } attribute)
        {
            return null;
        }

        var reason = Attributes.Text(attribute);
        if (!string.IsNullOrWhiteSpace(reason))
        {
            return reason;
        }

        Report(attribute, symbol, $"[{name}] on '{symbol.Name}' gives no reason. Say {expected}; it is recorded in the lock file.", context);
        return null;
    }

    private static void CheckKeys(IEnumerable<IPropertySymbol> properties, BindingContext context)
    {
        foreach (var key in properties.Where(p => Attributes.Has(p, "EntityKey")))
        {
            foreach (var attribute in OfFeatures.Select(a => Attributes.Find(key, a)).OfType<AttributeData>())
            {
                Report(attribute, key, $"'{key.Name}' is an entity key, and [{attribute.AttributeClass!.Name.Replace("Attribute", "")}] speaks of features. Another key is another view; declare a new one.", context);
            }
        }
    }

    private static void CheckFormerNames(List<IPropertySymbol> properties, ContractMarks marks, BindingContext context)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var mark in marks.Properties.Where(m => m.FormerName is not null && !taken.Add(m.FormerName)))
        {
            var property = properties.First(p => p.Name == mark.Property);
            Report(Attributes.Find(property, "FormerlyNamed")!, property, $"Two features of '{property.ContainingType.Name}' were formerly named '{mark.FormerName}'. Keep the name on the one that has its values.", context);
        }
    }

    private static void Report(AttributeData attribute, ISymbol symbol, string message, BindingContext context) =>
        context.Report(ContractRules.ContractAttribute, Attributes.LocationOf(attribute, symbol, context.Cancellation), message);
}
