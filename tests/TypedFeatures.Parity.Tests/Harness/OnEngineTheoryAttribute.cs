using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>A theory of one engine; reported as skipped where that is not installed.</summary>
public sealed class OnEngineTheoryAttribute : TheoryAttribute
{
    public OnEngineTheoryAttribute(string engine)
    {
        Engine = engine;
        Skip = Engines.All.Any(e => e.Name == engine) ? null : $"The engine {engine} is not installed; eng/test.sh installs it.";
    }

    public string Engine { get; }
}
