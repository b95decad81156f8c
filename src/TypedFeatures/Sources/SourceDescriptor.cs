using System.Runtime.CompilerServices;
using TypedFeatures.Plans;

namespace TypedFeatures.Sources;

/// <summary>How to write the rows of a source; generated for every record marked as one.</summary>
/// <typeparam name="T">The row type.</typeparam>
public abstract class SourceDescriptor<T>
    where T : class
{
    /// <summary>For generated code.</summary>
    protected SourceDescriptor(SourceSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
    }

    /// <summary>Name, columns and their roles.</summary>
    public SourceSchema Schema { get; }

    /// <summary>Writes a row's values, one per column, in the order of the schema, without <see cref="RowWriter.EndRow"/>.</summary>
    /// <exception cref="RowValueException">A value is refused.</exception>
    public abstract void Write(T row, RowWriter writer);
}

/// <summary>Finds the descriptor of a row type. Generated module initializers fill it.</summary>
public static class SourceRegistry
{
    /// <summary>Makes a descriptor known; for generated code.</summary>
    public static void Register<T>(SourceDescriptor<T> descriptor)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        Slot<T>.Descriptor = descriptor;
    }

    /// <summary>The descriptor of a row type.</summary>
    /// <exception cref="InvalidOperationException">The type is not a source, or its project was compiled without the generator.</exception>
    public static SourceDescriptor<T> Get<T>()
        where T : class
    {
        if (Slot<T>.Descriptor is null)
        {
            RuntimeHelpers.RunModuleConstructor(typeof(T).Module.ModuleHandle);
        }

        return Slot<T>.Descriptor
            ?? throw new InvalidOperationException(
                $"{typeof(T)} is not a known source: mark it [EventSource], [DimensionSource] or [FeatureTable] and compile its project with the TypedFeatures generator.");
    }

    private static class Slot<T>
        where T : class
    {
        public static SourceDescriptor<T>? Descriptor;
    }
}
