using System.Collections;
using System.Reflection;
using TypedFeatures.Reference;

namespace TypedFeatures.Parity.Definitions;

/// <summary>
/// A record beside a view that runs in the reference alone: a static method <c>Define</c> like the view's, whose properties say whether the entity is
/// found (<c>Seen</c>) and how large what went into an inexact feature was (<c>XMagnitude</c>); and a static method <c>KeyParts</c> that takes a key
/// apart in the order of the group clause. So the view itself has nothing but what is to be tested.
/// </summary>
internal sealed class CompanionQuery(Type type)
{
    private static readonly MethodInfo EventsOf = Of(nameof(ReferenceEvaluation.Events));
    private static readonly MethodInfo DimensionOf = Of(nameof(ReferenceEvaluation.Dimension));

    private readonly MethodInfo define = type.GetMethod("Define", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)!;
    private readonly MethodInfo parts = type.GetMethod("KeyParts")!;
    private readonly MethodInfo evaluate = Of(nameof(ReferenceEvaluation.EvaluateMany)).MakeGenericMethod(type);

    public IReadOnlyList<object> Evaluate(IReadOnlyList<object> keys, DateTime asOf, DateTime? knownBy, Knowledge knowledge, SourceRows rows)
    {
        var moment = new ReferenceMoment(asOf, knownBy, knowledge);
        var sources = define.GetParameters().Select(p => Source(p.ParameterType, moment, rows)).ToArray();
        var query = Call(define, sources);
        return [.. ((IEnumerable)Call(evaluate, query, moment, keys.Select(key => (object[])Call(parts, key)).ToArray())).Cast<object>()];
    }

    private static object Source(Type parameter, ReferenceMoment moment, SourceRows rows)
    {
        var row = parameter.GetGenericArguments()[0];
        var make = parameter.GetGenericTypeDefinition() == typeof(Events<>) ? EventsOf : DimensionOf;
        return Call(make.MakeGenericMethod(row), rows.Of(row), moment);
    }

    private static object Call(MethodInfo method, params object[] arguments) => method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    private static MethodInfo Of(string name) => typeof(ReferenceEvaluation).GetMethods().Single(m => m.Name == name);
}
