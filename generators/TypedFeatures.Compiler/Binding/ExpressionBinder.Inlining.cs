using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <content>Helper methods and computed properties of this compilation: with an expression body they are read in place of their use.</content>
internal sealed partial class ExpressionBinder
{
    private readonly Stack<Symbolic> instances = new();
    private readonly List<ISymbol> inlining = [];

    /// <summary>A method with an expression body: static, an extension, or one of a row.</summary>
    private bool TryInline(IInvocationOperation invocation, RowValue? instance, out Symbolic? value)
    {
        value = null;
        var method = invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod.OriginalDefinition;
        if (method.IsStatic != instance is null || method.IsGenericMethod || IsOverridable(method)
            || Context.SyntaxOf(method) is not MethodDeclarationSyntax { ExpressionBody: not null } syntax)
        {
            return false;
        }

        if (Context.ModelOf(syntax.SyntaxTree).GetOperation(syntax, Context.Cancellation) is not IMethodBodyOperation body
            || ResultOf(body.ExpressionBody) is not { } result)
        {
            return false;
        }

        // All of them before any gets its name: an argument may call the method too.
        var arguments = invocation.Arguments.Select(a => (a.Value, Parameter: method.Parameters[a.Parameter!.Ordinal], Bound: Bind(a.Value))).ToList();
        foreach (var (_, parameter, bound) in arguments)
        {
            Name(parameter, bound);
        }

        value = Inlined(invocation, method, instance, result);
        foreach (var (argument, _, bound) in arguments)
        {
            if (bound is not null && value is not null && !IsUsed(argument, bound, value))
            {
                value = null;
            }
        }

        return true;
    }

    /// <summary>A property of a row that is computed by one expression.</summary>
    private bool TryInlineProperty(IOperation operation, RowValue row, IPropertySymbol property, out Symbolic? value)
    {
        value = null;
        if (IsOverridable(property)
            || Context.SyntaxOf(property) is not PropertyDeclarationSyntax syntax
            || (syntax.ExpressionBody ?? syntax.AccessorList?.Accessors.FirstOrDefault(a => a.ExpressionBody is not null)?.ExpressionBody) is not { } arrow
            || property.SetMethod is not null
            || ResultOf(Context.ModelOf(syntax.SyntaxTree).GetOperation(arrow, Context.Cancellation) as IBlockOperation) is not { } result)
        {
            return false;
        }

        value = Inlined(operation, property, row, result);
        return true;
    }

    /// <summary>A static readonly field or a property without a setter that is declared with one expression, though no constant.</summary>
    private bool TryInlineStatic(IOperation operation, ISymbol member, out Symbolic? value)
    {
        value = null;
        var isFixed = member is IFieldSymbol { IsStatic: true, IsReadOnly: true } or IPropertySymbol { IsStatic: true, SetMethod: null };
        if (!isFixed || InitializerOf(member) is not { } initializer || ElementsOf(initializer) is not null)
        {
            return false;
        }

        value = Inlined(operation, member, null, initializer);
        return true;
    }

    private Symbolic? Inlined(IOperation use, ISymbol member, RowValue? instance, IOperation body)
    {
        if (inlining.Contains(member, SymbolEqualityComparer.Default))
        {
            return Wrap(Unsupported(use, $"'{member.Name}' calls itself; a definition has no loops"));
        }

        inlining.Add(member);
        if (instance is not null)
        {
            instances.Push(instance);
        }

        try
        {
            return Bind(body);
        }
        finally
        {
            inlining.RemoveAt(inlining.Count - 1);
            if (instance is not null)
            {
                instances.Pop();
            }
        }
    }

    /// <summary>C# computes an argument whether or not the method looks at it.</summary>
    private bool IsUsed(IOperation argument, Symbolic bound, Symbolic value)
    {
        if (bound.Scalars.All(scalar => !Laziness.MayFail(scalar) || value is ScalarValue { Scalar: var result } && Laziness.AlwaysComputes(result, scalar)))
        {
            return true;
        }

        Unsupported(argument, $"'{TextOf(argument)}' may fail, and C# computes it though the method may not need it; test it before the call, or compute in double");
        return false;
    }

    private static bool IsOverridable(ISymbol member) => member.IsVirtual || member.IsAbstract || member.IsOverride;

    /// <summary><c>array.Contains(x)</c> of constants: <c>MemoryExtensions.Contains</c> since C# 14, <c>Enumerable.Contains</c> before.</summary>
    private bool BindMembership(IInvocationOperation invocation, out Scalar? membership)
    {
        membership = null;
        var method = invocation.TargetMethod;
        var isContains = method.Name == "Contains" && method.ContainingType is { Name: "Enumerable" or "MemoryExtensions", ContainingNamespace: { Name: "Linq" or "System" } };
        var arguments = invocation.Arguments.OrderBy(a => a.Parameter?.Ordinal).Select(a => a.Value).ToList();
        if (!isContains || arguments.Count < 2 || arguments.Skip(2).Any(a => a.ConstantValue is not { HasValue: true, Value: null } && a is not IDefaultValueOperation))
        {
            return false;
        }

        if (ElementsOf(arguments[0]) is not { } elements)
        {
            Unsupported(arguments[0], $"'{TextOf(arguments[0])}' is no array of constants; write one (new[] {{ … }}) or name a static readonly one");
            return true;
        }

        var value = Bind(arguments[1]);
        Scalar? any = Build.False;
        foreach (var element in elements)
        {
            var constant = Bind(element);
            var isEqual = constant is NullValue or ScalarValue { Scalar: Constant }
                ? BindEquality(element, value, constant)
                : constant is null ? null : Unsupported(element, $"'{TextOf(element)}' is no constant; compare with it instead");
            any = any is null || isEqual is null ? null : Build.Or(any, isEqual);
        }

        membership = any is not null && value is not null && IsComputedBy(arguments[1], value, any) ? any : null;
        return true;
    }

    /// <summary>The constants of an array that is written in place, or static readonly; null where it is neither, or one is no constant.</summary>
    public IReadOnlyList<Constant>? ConstantsOf(IOperation array)
    {
        var elements = ElementsOf(array)?.ToList();
        var values = elements?.Select(Bind).OfType<ScalarValue>().Select(v => v.Scalar).OfType<Constant>().Where(c => c.Value is not null).ToList();
        return values?.Count == elements?.Count ? values : null;
    }

    private IEnumerable<IOperation>? ElementsOf(IOperation array) => array switch
    {
        IConversionOperation conversion => ElementsOf(conversion.Operand),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection when !collection.Elements.Any(e => e is ISpreadOperation) => collection.Elements,
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } when InitializerOf(field) is { } initializer => ElementsOf(initializer),
        IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null } property } when InitializerOf(property) is { } initializer => ElementsOf(initializer),
        IInvocationOperation { TargetMethod: { Name: "op_Implicit" or "AsSpan" }, Arguments: { Length: 1 } arguments } => ElementsOf(arguments[0].Value),
        _ => null,
    };

    private IOperation? InitializerOf(ISymbol symbol) => constants.InitializerOf(symbol);
}
