using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Binding;

namespace TypedFeatures.Compiler.Reach;

/// <summary>
/// A marked declaration, not bound yet. Two of the same name in equal surroundings are equal, whatever else their compilations hold, so that an incremental
/// pipeline binds only what an edit concerns. The compilation is let go as soon as it is bound; bound again, it gives what it gave. What the generator bound in
/// a process, the analyzers need not bind there once more.
/// </summary>
/// <typeparam name="T">What it is bound to.</typeparam>
public sealed class Definition<T> : IEquatable<Definition<T>>
    where T : class
{
    private static readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<(MethodInfo Binder, string Name), (Surroundings Surroundings, BindResult<T> Result)>> Shared = new();

    private readonly object gate = new();
    private readonly string name;
    private readonly Surroundings surroundings;
    private Func<CancellationToken, T?>? bind;
    private T? value;

    private Definition(string name, Surroundings surroundings, Func<CancellationToken, T?> bind)
    {
        this.name = name;
        this.surroundings = surroundings;
        this.bind = bind;
    }

    /// <summary>The definition that a type is.</summary>
    /// <param name="type">The marked type.</param>
    /// <param name="compilation">What it belongs to.</param>
    /// <param name="binder">What binds it: a static method that reads nothing but them.</param>
    public static Definition<T> Of(INamedTypeSymbol type, Compilation compilation, Func<INamedTypeSymbol, Compilation, CancellationToken, BindResult<T>> binder)
    {
        var name = ScalarTypes.NameOf(type);
        var surroundings = FileGraph.Of(compilation).Around(type);
        return new Definition<T>(name, surroundings, Bind);

        T? Bind(CancellationToken cancellation)
        {
            var result = binder(type, compilation, cancellation);
            if (result.Value is not null)
            {
                Shared.GetOrCreateValue(FileOf(type))[(binder.Method, name)] = (surroundings, result);
            }

            return result.Value;
        }
    }

    /// <summary>What a definition was bound to in this process, with equal surroundings; null where it was not, or gave no value.</summary>
    /// <param name="type">The marked type.</param>
    /// <param name="compilation">What it belongs to; may hold what was generated since.</param>
    /// <param name="binder">What bound it.</param>
    public static BindResult<T>? Bound(INamedTypeSymbol type, Compilation compilation, Func<INamedTypeSymbol, Compilation, CancellationToken, BindResult<T>> binder) =>
        Shared.TryGetValue(FileOf(type), out var known)
        && known.TryGetValue((binder.Method, ScalarTypes.NameOf(type)), out var shared)
        && shared.Surroundings.Equals(FileGraph.Of(compilation).Around(type))
            ? shared.Result
            : null;

    /// <summary>Binds it, the first time.</summary>
    /// <returns>What was bound; null where there is none.</returns>
    public T? Bind(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (bind is not null)
            {
                value = bind(cancellation);
                bind = null;
            }

            return value;
        }
    }

    private static SyntaxTree FileOf(INamedTypeSymbol type) => type.DeclaringSyntaxReferences[0].SyntaxTree;

    /// <inheritdoc/>
    public bool Equals(Definition<T>? other) => other is not null && name == other.name && surroundings.Equals(other.surroundings);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Definition<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => name.GetHashCode();
}
