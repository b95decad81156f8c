using System.Globalization;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>A property's or feature's place among the values of a service, as declared: the views' features in their order.</summary>
/// <param name="Name">The column name.</param>
/// <param name="Member">The name as one identifier.</param>
/// <param name="Access">How it is read from the record.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsComputed">Whether a getter computes it, so that nobody saw to it that it is finite.</param>
internal sealed record ServiceValue(string Name, string Member, string Access, ScalarType Type, bool IsComputed)
{
    /// <summary>What each place of a vector stands for, where it is a category; null where places are just counted.</summary>
    public IReadOnlyList<string>? Categories { get; init; }
}

/// <summary>The values of a service in the order of its vector.</summary>
internal static class ServiceVector
{
    /// <summary>All values, in order.</summary>
    public static IEnumerable<ServiceValue> ValuesOf(ServicePlan plan) => plan.Members.SelectMany(member => member.Kind switch
    {
        ServiceMemberKind.View => plan.Views[member.Index].View.Features.Select(f => OfView(plan.Views[member.Index], f)),
        ServiceMemberKind.Request => [Of(plan.Requests[member.Index].Name, plan.Requests[member.Index].Property, plan.Requests[member.Index].Type, isComputed: false)],
        _ => new[]
        {
            Of(plan.OnDemand[member.Index].Name, plan.OnDemand[member.Index].Property, plan.OnDemand[member.Index].Type, isComputed: true)
                with { Categories = CategoriesOf(plan.OnDemand[member.Index]) },
        },
    });

    /// <summary>Whether the value is a number, a truth value or a length of time, and so has one place in the vector.</summary>
    public static bool IsNumber(ScalarType type) => type.NumberOf is null && type.Kind is ScalarKind.Boolean or ScalarKind.Int32 or ScalarKind.Int64
        or ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal or ScalarKind.TimeSpan;

    /// <summary>How many places the value has in the vector: <see cref="ScalarType.Width"/> where it is made of numbers, none where it is not.</summary>
    public static int Places(ScalarType type) => IsNumber(type) || type.Kind == ScalarKind.Vector ? type.Width : 0;

    /// <summary>The names of the places, in their order: a vector's have the suffixes _0, _1, …; those of categories are =a, =b, ….</summary>
    public static IEnumerable<string> PlaceNames(ServicePlan plan) => ValuesOf(plan).SelectMany(value => value.Categories is { } categories
        ? categories.Select(category => $"{value.Name}={category}")
        : value.Type.Kind == ScalarKind.Vector
        ? Enumerable.Range(0, Places(value.Type)).Select(i => $"{value.Name}_{CSharpText.Number(i)}")
        : Enumerable.Repeat(value.Name, Places(value.Type)));

    /// <summary>The value as a float.</summary>
    public static string Number(ServiceValue value, string service) => value is { IsComputed: true, Type: { IsFloating: true, IsNullable: false } }
        ? $"{Names.Online}FeatureVector.Of({value.Access}, {CSharpText.Literal(service)}, {CSharpText.Literal(value.Member)})"
        : $"{Names.Online}FeatureVector.Of({value.Access})";

    private static ServiceValue OfView(ServiceView view, Feature feature) => new(
        view.ColumnOf(feature),
        view.Property + feature.Property,
        $"{CSharpText.Identifier(view.Property)}.{CSharpText.Identifier(feature.Property)}",
        feature.Type,
        IsComputed: false) { Categories = CategoriesOf(feature) };

    private static IReadOnlyList<string>? CategoriesOf(Feature feature) => feature.Value is Call { Function: ScalarFunction.OneHot } oneHot
        ? [.. oneHot.Arguments.Skip(1).Cast<Constant>().Select(c => Convert.ToString(c.Value, CultureInfo.InvariantCulture)!)]
        : null;

    private static ServiceValue Of(string name, string property, ScalarType type, bool isComputed) =>
        new(name, property, CSharpText.Identifier(property), type, isComputed);
}
