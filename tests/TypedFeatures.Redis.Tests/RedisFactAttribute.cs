namespace TypedFeatures.Redis.Tests;

/// <summary>A fact that is skipped where Redis is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute() => Skip = RedisServer.MissingReason;
}
