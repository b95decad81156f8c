using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedFeatures.Compiler.Binding;

/// <summary>What binding a declaration gave. The generator takes the value and ignores the diagnostics; the analyzer does the opposite.</summary>
/// <typeparam name="T">What was bound.</typeparam>
/// <param name="value">Null where there is an error, or where the code does not compile and the compiler says so.</param>
/// <param name="diagnostics">With locations in source.</param>
public sealed class BindResult<T>(T? value, ImmutableArray<Diagnostic> diagnostics)
    where T : class
{
    /// <summary>What was bound; null where there is an error, or where the code does not compile and the compiler says so.</summary>
    public T? Value { get; } = value;

    /// <summary>What is wrong, in the order found.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = diagnostics;
}
