using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>
/// What an expression stands for while a definition is read. Lambda parameters, <c>let</c>s, anonymous types and transparent
/// identifiers are names for these and leave no trace in the plan.
/// </summary>
internal abstract record Symbolic
{
    /// <summary>The scalars it is made of: itself, or those of its members.</summary>
    public virtual IEnumerable<Scalar> Scalars => [];
}

/// <summary>A scalar: what plans are made of.</summary>
internal sealed record ScalarValue(Scalar Scalar) : Symbolic
{
    public override IEnumerable<Scalar> Scalars => [Scalar];
}

/// <summary>The literal null before it has a type.</summary>
internal sealed record NullValue : Symbolic;

/// <summary>A row of source <paramref name="Source"/>.</summary>
/// <param name="Source">0 for the event, 1 and up for dimensions in join order.</param>
/// <param name="Schema">Its columns.</param>
/// <param name="IsOptional">Whether a left join may have left it null.</param>
/// <param name="IsProven">Whether it was named where it is known not to be null.</param>
internal sealed record RowValue(int Source, SourceSchema Schema, bool IsOptional = false, bool IsProven = false) : Symbolic;

/// <summary>An anonymous object, tuple or transparent identifier. A member that could not be bound is null: it was reported where it was written.</summary>
internal sealed record ObjectValue(ImmutableArray<KeyValuePair<string, Symbolic?>> Members) : Symbolic
{
    public override IEnumerable<Scalar> Scalars => Members.SelectMany(m => m.Value?.Scalars ?? []);

    public bool TryGet(string name, out Symbolic? value)
    {
        foreach (var member in Members)
        {
            if (member.Key == name)
            {
                value = member.Value;
                return true;
            }
        }

        value = null;
        return false;
    }
}

/// <summary>The rows of a dimension that match: <c>join … into</c>.</summary>
/// <param name="Source">The dimension, from 1 in join order.</param>
/// <param name="Schema">Its columns.</param>
/// <param name="OrDefault">Whether no match gives one null row.</param>
internal sealed record MatchesValue(int Source, SourceSchema Schema, bool OrDefault) : Symbolic;

/// <summary>A dimension, as the parameter of <c>Define</c>, or the snapshots of a view.</summary>
/// <param name="Schema">Its columns.</param>
/// <param name="Snapshots">The view and its grid; null for a source.</param>
internal sealed record DimensionValue(SourceSchema Schema, ViewSnapshots? Snapshots = null) : Symbolic;

/// <summary>Another view, as the parameter of <c>Define</c>.</summary>
/// <param name="Plan">Its plan.</param>
/// <param name="Schema">Its keys and features as the columns of a dimension.</param>
internal sealed record ViewValue(ViewPlan Plan, SourceSchema Schema) : Symbolic;

/// <summary>Rows in the making: the events, what was joined and filtered so far is in the query binder.</summary>
/// <param name="Element">A row.</param>
/// <param name="Source">The source they come from, or the schema of a merged stream.</param>
internal sealed record RowsValue(Symbolic? Element, SourceSchema? Source = null) : Symbolic;

/// <summary>Groups in the making, one per entity.</summary>
internal sealed record GroupsValue(Symbolic? Element) : Symbolic;

/// <summary>An entity's history: <c>g</c>.</summary>
/// <param name="Key">The group key: scalars <see cref="KeyOf"/> by place in the group key.</param>
/// <param name="Element">A row of the group.</param>
internal sealed record HistoryValue(Symbolic? Key, Symbolic? Element) : Symbolic;

/// <summary>A window of a history.</summary>
internal sealed record WindowValue(WindowBounds Bounds, Symbolic? Element, Scalar? Predicate, Facts Facts) : Symbolic;

/// <summary>The features of an entity: the record created by the final select.</summary>
internal sealed record FeaturesValue(ImmutableArray<FeatureAssignment> Assignments, SyntaxNode Syntax) : Symbolic;

/// <summary>One assignment of the record's initializer.</summary>
internal sealed record FeatureAssignment(IPropertySymbol Property, Symbolic? Value, IOperation Operation);
