using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds the windows of a history.</summary>
internal static class Histories
{
    /// <summary>Binds <c>g.Last(w)</c> with its offset or tile, <c>g.CurrentSession(gap, max)</c>, and <c>g.Next(w)</c> of labels: C# lets each kind of definition have its own only.</summary>
    public static Symbolic? Bind(ExpressionBinder binder, IInvocationOperation call, HistoryValue history)
    {
        var bounds = call.TargetMethod.Name switch
        {
            "Last" => Last(binder, call),
            "CurrentSession" => CurrentSession(binder, call),
            "Next" => Length(binder, Argument(call, "length")!) is { } length ? new WindowBounds(length) : null,
            _ => throw new InvalidOperationException($"A history has no method {call.TargetMethod.Name}."),
        };
        return bounds is null ? null : new WindowValue(bounds, history.Element, null, binder.Query.Facts);
    }

    private static WindowBounds? Last(ExpressionBinder binder, IInvocationOperation call)
    {
        var (offset, tile) = (Argument(call, "offset"), Argument(call, "tile"));
        if (offset is not null && tile is not null)
        {
            binder.Fail(Rules.OffsetAndTile, call, "A window has an offset or a tile, not both: its end would lie within a tile. Leave one of them out.");
            return null;
        }

        var length = Length(binder, Argument(call, "length")!);
        var back = offset is null ? 0 : Length(binder, offset, mayBeZero: true);
        var width = tile is null ? 0 : Length(binder, tile);
        return length is null || back is null || width is null ? null : new WindowBounds(length, back.Value, tile is null ? null : width);
    }

    private static WindowBounds? CurrentSession(ExpressionBinder binder, IInvocationOperation call)
    {
        var (gap, max) = (Length(binder, Argument(call, "gap")!), Length(binder, Argument(call, "max")!));
        return gap is null || max is null ? null : new WindowBounds(max, Gap: gap);
    }

    /// <summary>An argument by the name of its parameter; null where it is left out.</summary>
    private static IOperation? Argument(IInvocationOperation call, string parameter)
    {
        var argument = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == parameter && a.ArgumentKind != ArgumentKind.DefaultValue)?.Value;
        return argument is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : argument;
    }

    private static long? Length(ExpressionBinder binder, IOperation argument, bool mayBeZero = false)
    {
        if (ConstantLengths.Of(binder, argument) is not { } length)
        {
            binder.Fail(Rules.WindowLength, argument, $"The window length '{ExpressionBinder.TextOf(argument)}' is not known at compile time. Use Days(7), TimeSpan.FromHours(1), or a static readonly field initialised so.");
            return null;
        }

        if (length < TimeSpan.Zero || (length == TimeSpan.Zero && !mayBeZero) || length.Ticks % 10 != 0)
        {
            binder.Fail(Rules.WindowLength, argument, $"The window length '{ExpressionBinder.TextOf(argument)}' must be positive and whole microseconds.");
            return null;
        }

        return length.Ticks / 10;
    }
}
