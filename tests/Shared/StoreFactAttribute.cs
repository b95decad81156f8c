namespace TypedFeatures.Tests.Shared;

/// <summary>A fact of <see cref="OnlineStoreSpecification"/>. A project whose store needs a server compiles one of its own that skips without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreFactAttribute : FactAttribute;
