namespace TypedFeatures.Plans;

/// <summary>An entity key that a service is asked with; the key parts of its views refer to it by number.</summary>
/// <param name="Property">The property of the generated <c>Request</c> and <c>Spine</c>.</param>
/// <param name="Name">The column name.</param>
/// <param name="Type">The type; never null.</param>
public sealed record ServiceKey(string Property, string Name, ScalarType Type);

/// <summary>A view that a service reads, in one role.</summary>
/// <param name="Property">The property of the service that holds its features.</param>
/// <param name="Name">The property's column name, which its features' columns begin with.</param>
/// <param name="View">The view.</param>
/// <param name="Keys">For each key of the view, in its order, the service's key, an index into <see cref="ServicePlan.Keys"/>.</param>
public sealed record ServiceView(string Property, string Name, ViewPlan View, EquatableArray<int> Keys)
{
    /// <summary>The column of one of the view's features.</summary>
    public string ColumnOf(Feature feature) => Name + "_" + feature.Name;
}

/// <summary>A value that arrives with the request.</summary>
/// <param name="Property">The C# property.</param>
/// <param name="Name">The column name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Description">The text of its XML summary; empty where there is none.</param>
public sealed record RequestInput(string Property, string Name, ScalarType Type, string Description = "");

/// <summary>
/// A feature service as bound: what one model reads. Views each in a role, values of the request, and on-demand features computed from both.
/// </summary>
/// <param name="Name">The service's name in the registry.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="TypeName">The full C# name of the record, without <c>global::</c>.</param>
/// <param name="Keys">The entity keys it is asked with, in order of first use.</param>
/// <param name="Views">The views, in declaration order.</param>
/// <param name="Requests">The request's values, in declaration order.</param>
/// <param name="OnDemand">The on-demand features, in declaration order; over <see cref="ViewFeature"/>, <see cref="RequestValue"/> and <see cref="KeyOf"/>.</param>
/// <param name="Members">The order of all properties as declared, which is the order of the vector.</param>
public sealed record ServicePlan(
    string Name,
    int Version,
    string TypeName,
    EquatableArray<ServiceKey> Keys,
    EquatableArray<ServiceView> Views,
    EquatableArray<RequestInput> Requests,
    EquatableArray<Feature> OnDemand,
    EquatableArray<ServiceMember> Members);

/// <summary>What a property of a service is.</summary>
public enum ServiceMemberKind
{
    /// <summary>The features of a view.</summary>
    View,

    /// <summary>A value of the request.</summary>
    Request,

    /// <summary>An on-demand feature.</summary>
    OnDemand,
}

/// <summary>A property of a service, by its place among those of its kind.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Its place in <see cref="ServicePlan.Views"/>, <see cref="ServicePlan.Requests"/> or <see cref="ServicePlan.OnDemand"/>.</param>
public sealed record ServiceMember(ServiceMemberKind Kind, int Index);

/// <summary>A feature of one of a service's views, as the view's record holds it: finite.</summary>
/// <param name="Type">Its type.</param>
/// <param name="View">The view, an index into <see cref="ServicePlan.Views"/>.</param>
/// <param name="Property">The feature's C# property.</param>
public sealed record ViewFeature(ScalarType Type, int View, string Property) : Scalar(Type);

/// <summary>A value of the request.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Index">Which, an index into <see cref="ServicePlan.Requests"/>.</param>
public sealed record RequestValue(ScalarType Type, int Index) : Scalar(Type);
