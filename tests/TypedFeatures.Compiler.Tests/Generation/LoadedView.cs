using System.Buffers;
using TypedFeatures.Online;

namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>A generated view, loaded: builds states from feed rows and reads features by name.</summary>
internal abstract class LoadedView
{
    /// <summary>The type of its keys.</summary>
    public abstract Type KeyType { get; }

    /// <summary>Names, types, SQL.</summary>
    public abstract FeatureViewDescriptor Descriptor { get; }

    /// <summary>Compiles a view and loads it.</summary>
    public static LoadedView Of(string type, params string[] sources) => Of(Generated.From(sources).Load(), type);

    /// <summary>A view of compiled code.</summary>
    public static LoadedView Of(System.Reflection.Assembly assembly, string type)
    {
        var view = assembly.GetType(type, throwOnError: true)!.GetProperty("View").ShouldNotBeNull("The view was not generated; its definition does not bind.").GetValue(null)!;
        var declared = view.GetType();
        while (!declared.IsGenericType || declared.GetGenericTypeDefinition() != typeof(FeatureView<,,>))
        {
            declared = declared.BaseType!;
        }

        return (LoadedView)Activator.CreateInstance(typeof(LoadedView<,,>).MakeGenericType(declared.GetGenericArguments()), view)!;
    }

    /// <summary>The bytes of a state built of feed rows.</summary>
    public abstract byte[] State(long watermark, params object?[][] rows);

    /// <summary>The features of a state, as a dictionary by property.</summary>
    public abstract Dictionary<string, object?> Read(object key, long watermark, byte[] state, long asOf, out bool found);

    /// <summary>Builds a state, reads it at an instant, and does so again from its bytes: both must agree.</summary>
    public abstract Dictionary<string, object?> Evaluate(object key, long watermark, long asOf, out bool found, params object?[][] rows);

    /// <summary>One feature of a state.</summary>
    public object? Feature(string name, object key, long watermark, long asOf, params object?[][] rows) =>
        Evaluate(key, watermark, asOf, out _, rows)[name];

    /// <summary>Reads key and features of a result row.</summary>
    public abstract Dictionary<string, object?> ReadFeatures(params object?[] row);

    /// <summary>The bytes of a key.</summary>
    public abstract byte[] EncodeKey(object key);

    /// <summary>When the newest row of a state was.</summary>
    public abstract long? LatestEventTime(long watermark, byte[] state);
}

/// <inheritdoc/>
internal sealed class LoadedView<TKey, TFeatures, TSpine>(FeatureView<TKey, TFeatures, TSpine> view) : LoadedView
    where TKey : notnull
    where TFeatures : class
{
    public override Type KeyType => typeof(TKey);

    public override FeatureViewDescriptor Descriptor => view.Descriptor;

    public override byte[] State(long watermark, params object?[][] rows) => Encode(Build(watermark, rows));

    public override Dictionary<string, object?> Read(object key, long watermark, byte[] state, long asOf, out bool found) =>
        Values(Decode(watermark, state).Evaluate((TKey)key, asOf, out found));

    public override Dictionary<string, object?> Evaluate(object key, long watermark, long asOf, out bool found, params object?[][] rows)
    {
        var state = Build(watermark, rows);
        var built = Values(state.Evaluate((TKey)key, asOf, out found));
        var decoded = Decode(watermark, Encode(state));
        Values(decoded.Evaluate((TKey)key, asOf, out var foundAgain)).ShouldBe(built);
        foundAgain.ShouldBe(found);
        decoded.LatestEventTime.ShouldBe(state.LatestEventTime);
        return built;
    }

    public override Dictionary<string, object?> ReadFeatures(params object?[] row)
    {
        var cursor = new FeedRows(row);
        cursor.Next();
        return Values(view.ReadFeatures(view.ReadKey(cursor, 0), cursor, view.Descriptor.Keys.Count));
    }

    public override byte[] EncodeKey(object key)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new StateWriter(buffer);
        view.EncodeKey((TKey)key, ref writer);
        return buffer.WrittenSpan.ToArray();
    }

    public override long? LatestEventTime(long watermark, byte[] state) => Decode(watermark, state).LatestEventTime;

    private FeatureState<TKey, TFeatures> Build(long watermark, object?[][] rows)
    {
        var state = view.CreateState(watermark);
        var cursor = new FeedRows(rows);
        while (cursor.Next())
        {
            state.Add(cursor);
        }

        return state;
    }

    private FeatureState<TKey, TFeatures> Decode(long watermark, byte[] bytes)
    {
        var reader = new StateReader(bytes);
        return view.DecodeState(watermark, ref reader);
    }

    private static byte[] Encode(FeatureState<TKey, TFeatures> state)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new StateWriter(buffer);
        state.Encode(ref writer);
        return buffer.WrittenSpan.ToArray();
    }

    private static Dictionary<string, object?> Values(TFeatures features) => typeof(TFeatures).GetProperties()
        .Where(p => p.GetMethod is { IsStatic: false })
        .ToDictionary(p => p.Name, p => p.GetValue(features));
}
