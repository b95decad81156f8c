using TypedFeatures.Redis.Tests;

namespace TypedFeatures.Tests.Shared;

/// <summary>A fact of <see cref="OnlineStoreSpecification"/> that is skipped where Redis is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreFactAttribute : FactAttribute
{
    public StoreFactAttribute() => Skip = RedisServer.MissingReason;
}
