using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Binding;

namespace TypedFeatures.Compiler.Reach;

/// <summary>
/// A marked declaration, not bound yet. Two of the same name in equal surroundings are equal, whatever else their compilations hold, so that an incremental
/// pipeline binds only what an edit concerns. The compilation is let go as soon as it is bound; bound again, it gives what it gave.
/// </summary>
/// <typeparam name="T">What it is bound to.</typeparam>
public sealed class Definition<T> : IEquatable<Definition<T>>
    where T : class
{
    private readonly object gate = new();
    private readonly string name;
    private readonly Surroundings surroundings;
    private Func<CancellationToken, BindResult<T>>? bind;
    private T? value;

    private Definition(string name, Surroundings surroundings, Func<CancellationToken, BindResult<T>> bind)
    {
        this.name = name;
        this.surroundings = surroundings;
        this.bind = bind;
    }

    /// <summary>The definition that a type is.</summary>
    /// <param name="type">The marked type.</param>
    /// <param name="compilation">What it belongs to.</param>
    /// <param name="bind">What binds it; reads nothing but them.</param>
    public static Definition<T> Of(INamedTypeSymbol type, Compilation compilation, Func<INamedTypeSymbol, Compilation, CancellationToken, BindResult<T>> bind) =>
        new(ScalarTypes.NameOf(type), FileGraph.Of(compilation).Around(type), cancellation => bind(type, compilation, cancellation));

    /// <summary>Binds it, the first time.</summary>
    /// <returns>What was bound; null where there is none.</returns>
    public T? Bind(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (bind is not null)
            {
                value = bind(cancellation).Value;
                bind = null;
            }

            return value;
        }
    }

    /// <inheritdoc/>
    public bool Equals(Definition<T>? other) => other is not null && name == other.name && surroundings.Equals(other.surroundings);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Definition<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => name.GetHashCode();
}
