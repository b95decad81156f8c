using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedFeatures.Specification.Tests;

/// <summary>
/// The constructs that code really uses, by their ids in the table: read from the compiler's operations, so that an example cannot claim a member or an
/// operator that it does not call.
/// </summary>
internal sealed class ConstructsOf(Compilation compilation) : OperationWalker
{
    private readonly HashSet<string> found = [];
    private readonly HashSet<ISymbol> entered = new(SymbolEqualityComparer.Default);

    /// <summary>The ids of what a part of the text uses.</summary>
    public static IReadOnlySet<string> In(Compilation compilation, IEnumerable<SyntaxNode> parts)
    {
        var walker = new ConstructsOf(compilation);
        foreach (var part in parts)
        {
            if (part.DescendantNodesAndSelf().OfType<LetClauseSyntax>().Any())
            {
                walker.found.Add("source.let");
            }

            walker.Visit(compilation.GetSemanticModel(part.SyntaxTree).GetOperation(part));
        }

        return walker.found;
    }

    public override void VisitInvocation(IInvocationOperation operation)
    {
        AddMember(operation.TargetMethod);
        foreach (var id in LanguageConstructs.Of(operation))
        {
            found.Add(id);
        }

        Enter(operation.TargetMethod, "expression.helper");
        base.VisitInvocation(operation);
    }

    public override void VisitPropertyReference(IPropertyReferenceOperation operation)
    {
        AddMember(operation.Property);
        foreach (var id in LanguageConstructs.Of(operation.Property))
        {
            found.Add(id);
        }

        Enter(operation.Property, "expression.property");
        base.VisitPropertyReference(operation);
    }

    public override void VisitFieldReference(IFieldReferenceOperation operation)
    {
        if (operation.Field is { IsStatic: true, IsReadOnly: true } && operation.Field.Locations.Any(l => l.IsInSource))
        {
            found.Add("expression.readonly");
        }

        base.VisitFieldReference(operation);
    }

    public override void VisitLiteral(ILiteralOperation operation)
    {
        found.Add("expression.constant");
        base.VisitLiteral(operation);
    }

    public override void VisitBinaryOperator(IBinaryOperation operation)
    {
        AddAll(OperatorConstructs.Of(operation));
        base.VisitBinaryOperator(operation);
    }

    public override void VisitUnaryOperator(IUnaryOperation operation)
    {
        AddAll(OperatorConstructs.Of(operation));
        base.VisitUnaryOperator(operation);
    }

    public override void VisitConversion(IConversionOperation operation)
    {
        AddAll(OperatorConstructs.Of(operation));
        base.VisitConversion(operation);
    }

    public override void VisitConditional(IConditionalOperation operation)
    {
        found.Add("operator.conditional");
        base.VisitConditional(operation);
    }

    public override void VisitCoalesce(ICoalesceOperation operation)
    {
        found.Add("operator.coalesce");
        base.VisitCoalesce(operation);
    }

    public override void VisitConditionalAccess(IConditionalAccessOperation operation)
    {
        found.Add("operator.conditionalaccess");
        base.VisitConditionalAccess(operation);
    }

    public override void VisitInterpolatedString(IInterpolatedStringOperation operation)
    {
        found.Add("operator.interpolate");
        base.VisitInterpolatedString(operation);
    }

    public override void VisitSwitchExpression(ISwitchExpressionOperation operation)
    {
        found.Add(operation.Arms.Any(a => a.Guard is not null) ? "pattern.switch.when" : "pattern.switch");
        base.VisitSwitchExpression(operation);
    }

    public override void VisitConstantPattern(IConstantPatternOperation operation)
    {
        found.Add(operation.Value.ConstantValue is { HasValue: true, Value: null } ? "pattern.null" : "pattern.constant");
        base.VisitConstantPattern(operation);
    }

    public override void VisitRelationalPattern(IRelationalPatternOperation operation)
    {
        found.Add("pattern.relational");
        base.VisitRelationalPattern(operation);
    }

    public override void VisitBinaryPattern(IBinaryPatternOperation operation)
    {
        found.Add("pattern.combined");
        base.VisitBinaryPattern(operation);
    }

    public override void VisitNegatedPattern(INegatedPatternOperation operation)
    {
        found.Add(operation.Pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } ? "pattern.null" : "pattern.combined");
        base.VisitNegatedPattern(operation);
    }

    public override void VisitDeclarationPattern(IDeclarationPatternOperation operation)
    {
        found.Add("pattern.declaration");
        base.VisitDeclarationPattern(operation);
    }

    public override void VisitRecursivePattern(IRecursivePatternOperation operation)
    {
        if (!operation.PropertySubpatterns.IsEmpty)
        {
            found.Add("pattern.property");
        }

        base.VisitRecursivePattern(operation);
    }

    private void AddAll(IEnumerable<string> ids) => found.UnionWith(ids);

    private void AddMember(ISymbol member)
    {
        if (member.OriginalDefinition.GetDocumentationCommentId() is { } id)
        {
            found.Add(id);
        }
    }

    /// <summary>What a helper of the page itself uses is used where it is called.</summary>
    private void Enter(ISymbol member, string construct)
    {
        var body = member.OriginalDefinition.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).Select(s => s switch
        {
            MethodDeclarationSyntax { ExpressionBody: { } arrow } => arrow.Expression,
            PropertyDeclarationSyntax { ExpressionBody: { } arrow } => arrow.Expression,
            _ => null,
        }).FirstOrDefault(b => b is not null);
        if (body is null)
        {
            return;
        }

        found.Add(construct);
        if (entered.Add(member.OriginalDefinition))
        {
            Visit(compilation.GetSemanticModel(body.SyntaxTree).GetOperation(body));
        }
    }
}
