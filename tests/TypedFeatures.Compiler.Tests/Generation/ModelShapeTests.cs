using System.Reflection;
using TypedFeatures.Compiler.Emit;
using TypedFeatures.Plans;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>What the pipeline carries compares by value and holds on to no compilation.</summary>
public sealed class ModelShapeTests
{
    public static TheoryData<Type> Models => [typeof(BoundView), typeof(BoundService), typeof(BoundSource), typeof(ViewPlan), typeof(PrintedView), typeof(EmittedFile), typeof(LockFile)];

    [Theory]
    [MemberData(nameof(Models))]
    public void NoRoslynType_IsReachableFromTheModel(Type model) =>
        Reachable(model).Where(t => t.Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Models))]
    public void EveryTypeOfTheModel_ComparesByValue(Type model)
    {
        foreach (var type in Reachable(model).Where(t => t.Namespace?.StartsWith("TypedFeatures", StringComparison.Ordinal) == true && !t.IsEnum))
        {
            type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType.ShouldNotBe(typeof(object), type.FullName);
            type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType.ShouldNotBe(typeof(ValueType), type.FullName);
        }

        Reachable(model).Where(t => t.IsArray || (t.IsGenericType && typeof(System.Collections.IEnumerable).IsAssignableFrom(t)
            && t.GetGenericTypeDefinition() != typeof(EquatableArray<>))).ShouldBeEmpty("collections other than EquatableArray compare by reference");
    }

    [Fact]
    public void TheWalk_SeesWhatItLooksFor() =>
        new[] { typeof(ViewPlan), typeof(Aggregate), typeof(WindowBounds), typeof(EnumMember), typeof(DefineParameter) }
            .ShouldBeSubsetOf(Reachable(typeof(BoundView)));

    private static HashSet<Type> Reachable(Type root)
    {
        var seen = new HashSet<Type>();
        var waiting = new Stack<Type>([root]);
        while (waiting.TryPop(out var type))
        {
            if (Nullable.GetUnderlyingType(type) is { } underlying)
            {
                type = underlying;
            }

            if (type == typeof(Type) || !seen.Add(type))
            {
                continue;
            }

            foreach (var next in Next(type))
            {
                waiting.Push(next);
            }
        }

        return seen;
    }

    // The items of an EquatableArray stand for the array inside it; constants are boxed primitives and text.
    private static IEnumerable<Type> Next(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            return type.GetGenericArguments();
        }

        if (type.Namespace?.StartsWith("TypedFeatures", StringComparison.Ordinal) != true || type.IsEnum)
        {
            return [];
        }

        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(f => f.FieldType);
        var derived = type.Assembly.GetTypes().Where(t => t != type && type.IsAssignableFrom(t));
        return fields.Concat(derived);
    }
}
