using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Matches what the final select assigns with what the record declares.</summary>
internal sealed class Assignments(ExpressionBinder binder, INamedTypeSymbol view, ViewProperties properties, FeaturesValue features)
{
    /// <summary>The entity key in declaration order; keys that do not fit are reported and left out.</summary>
    public IReadOnlyList<KeyPart> BindKeys(ImmutableArray<Scalar> groupKey)
    {
        var keys = new List<KeyPart>();
        foreach (var property in properties.Keys)
        {
            if (AssignmentOf(property, Rules.EntityKey) is { } assignment && BindKey(property, assignment, groupKey) is { } key)
            {
                if (keys.Any(k => k.GroupIndex == key.GroupIndex))
                {
                    binder.Fail(Rules.EntityKey, assignment.Operation, $"'{property.Symbol.Name}' repeats a part of the group key. Each part has one [EntityKey].");
                }

                keys.Add(key);
            }
        }

        if (keys.Count == properties.Keys.Count && keys.Select(k => k.GroupIndex).Distinct().Count() < groupKey.Length)
        {
            binder.Context.Report(
                Rules.EntityKey,
                features.Syntax.GetLocation(),
                $"The group key has {groupKey.Length} parts, of which {keys.Count} are assigned to an [EntityKey]. Without the others several entities would be taken for one: declare an [EntityKey] for each.");
        }

        return keys;
    }

    /// <summary>The features in declaration order.</summary>
    public IReadOnlyList<Feature> BindFeatures(IReadOnlyList<KeyPart> keys)
    {
        var bound = new List<Feature>();
        foreach (var property in properties.Features)
        {
            if (AssignmentOf(property, Rules.FeatureAssignment) is { } assignment && ValueOf(property, assignment) is { } value)
            {
                bound.Add(new Feature(
                    property.Symbol.Name,
                    property.Column,
                    property.Type,
                    value.Rewrite(node => ByDeclaration(node, keys)),
                    Declarations.SummaryOf(property.Symbol, binder.Context.Cancellation)));
            }
        }

        return bound;
    }

    /// <summary>While the query is read, parts of the key are counted in the group's order; plans count them in the record's.</summary>
    private static Scalar? ByDeclaration(Scalar node, IReadOnlyList<KeyPart> keys)
    {
        if (node is not KeyOf key)
        {
            return null;
        }

        var index = keys.ToList().FindIndex(k => k.GroupIndex == key.Index);
        return index < 0 ? key : key with { Index = index };
    }

    private KeyPart? BindKey(ViewProperty property, FeatureAssignment assignment, ImmutableArray<Scalar> groupKey)
    {
        if (assignment.Value is null)
        {
            return null;
        }

        if (assignment.Value is not ScalarValue { Scalar: KeyOf key })
        {
            binder.Fail(Rules.EntityKey, assignment.Operation, $"The entity key '{property.Symbol.Name}' must be assigned the key of the group as it is: g.Key, or a member of it.");
            return null;
        }

        if (property.Type != key.Type)
        {
            binder.Fail(Rules.EntityKey, assignment.Operation, $"The entity key '{property.Symbol.Name}' is {property.Type} and the group's key {key.Type}. Declare the property as {key.Type}, never null.");
            return null;
        }

        return new KeyPart(property.Symbol.Name, property.Column, key.Type, groupKey[key.Index], key.Index);
    }

    private FeatureAssignment? AssignmentOf(ViewProperty property, DiagnosticDescriptor rule)
    {
        // A second assignment does not compile (CS1912), so there is at most one.
        if (features.Assignments.FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.Property, property.Symbol)) is { } assignment)
        {
            return assignment;
        }

        var what = rule == Rules.EntityKey ? "entity key" : "feature";
        binder.Context.Report(rule, Declarations.LocationOf(property.Symbol), $"The {what} '{property.Symbol.Name}' is never assigned. Assign it in: select new {view.Name} {{ … }}.");
        return null;
    }

    private Scalar? ValueOf(ViewProperty property, FeatureAssignment assignment)
    {
        switch (assignment.Value)
        {
            case null:
                return null;
            case ScalarValue { Scalar: var value } when value.Type.NonNullable == property.Type.NonNullable || AreDecimals(value.Type, property.Type):
                if (value.Type.IsNullable && !property.Type.IsNullable)
                {
                    return binder.FailScalar(Rules.NullIntoFeature, assignment.Operation, $"'{property.Symbol.Name}' cannot be null, but its value may be. Give a default with ??, or declare it as {property.Type}?.");
                }

                return value.Type.Kind == ScalarKind.Decimal ? FitDecimal(property, assignment, value) : value;
            case ScalarValue { Scalar: var parts } when IsOfDecimals(parts.Type, property.Type):
                return parts;
            case ScalarValue { Scalar: Constant { Value: null, Type.Kind: ScalarKind.Vector } } when property.Type is { IsNullable: true, Kind: ScalarKind.Vector }:
            case NullValue when property.Type.IsNullable:
                return new Constant(property.Type, null);
            case ScalarValue { Scalar: var other }:
                return binder.Unsupported(assignment.Operation, $"'{property.Symbol.Name}' is {property.Type} and its value {other.Type}; convert the value");
            default:
                return binder.Unsupported(assignment.Operation, $"'{property.Symbol.Name}' must be assigned a scalar value");
        }
    }

    private Scalar? FitDecimal(ViewProperty property, FeatureAssignment assignment, Scalar value)
    {
        if (Decimals.Misfit(value, property.Type, mayFail: true) is not var (rule, message))
        {
            return Decimals.Fit(value, property.Type);
        }

        return binder.FailScalar(rule, assignment.Operation, $"'{property.Symbol.Name}' {message}");
    }

    private static bool AreDecimals(ScalarType value, ScalarType property) => value.Kind == ScalarKind.Decimal && property.Kind == ScalarKind.Decimal;

    /// <summary>Whether a list or map has the parts its property declares; decimals of fewer digits are among those of more.</summary>
    private static bool IsOfDecimals(ScalarType value, ScalarType property) =>
        value.Kind == property.Kind && value.IsComposite && value.Length == property.Length
        && (property.IsNullable || !value.IsNullable) && IsPart(value.Key, property.Key) && IsPart(value.Element, property.Element);

    private static bool IsPart(ScalarType? value, ScalarType? property) =>
        value == property
        || (value is { Kind: ScalarKind.Decimal } && property is { Kind: ScalarKind.Decimal } && value.Scale == property.Scale && value.Limit <= property.Limit);
}
