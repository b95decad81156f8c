namespace TypedFeatures;

/// <summary>
/// Marks a partial record as a feature service, what one model reads: properties of feature views, <see cref="RequestAttribute"/> inputs, and on-demand features,
/// which are properties with a getter alone, in plain C#.
/// </summary>
/// <param name="name">The service's name in the registry.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FeatureServiceAttribute(string name) : Attribute
{
    /// <summary>The service's name in the registry.</summary>
    public string Name { get; } = name;

    /// <summary>The service's version, from 1.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The team that answers for it.</summary>
    public string? Owner { get; set; }
}

/// <summary>A value that arrives with the request, when serving, and with the spine, when training.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequestAttribute : Attribute;

/// <summary>
/// Says in which role an entity plays: the keys of the view are asked for under the role's name, so that <c>UserId</c> becomes <c>BuyerUserId</c>. Views in the same role share
/// their keys. A view that a service reads more than once has its property's name for a role unless this says otherwise.
/// </summary>
/// <param name="name">The role, a C# identifier.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RoleAttribute(string name) : Attribute
{
    /// <summary>The role.</summary>
    public string Name { get; } = name;
}
