using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Compiler.Leakage;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>The method that defines a view.</summary>
/// <param name="Events">The event source.</param>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="Values">What the parameters stand for.</param>
/// <param name="Body">The query.</param>
internal sealed record DefineMethod(
    SourceSchema Events,
    IReadOnlyList<DefineParameter> Parameters,
    IReadOnlyList<(IParameterSymbol Parameter, Symbolic Value)> Values,
    IOperation Body)
{
    /// <summary>Finds and checks the method; null where it is reported or does not compile.</summary>
    public static DefineMethod? Find(INamedTypeSymbol view, BindingContext context)
    {
        var methods = view.GetMembers("Define").OfType<IMethodSymbol>().ToArray();
        if (methods.Length != 1)
        {
            context.Report(context.Kind.Declaration, Declarations.LocationOf(view), $"'{view.Name}' needs exactly one method: static {context.Kind.Query}<{view.Name}> Define({context.Kind.Rows}<…> rows, …).");
            return null;
        }

        var method = methods[0];
        void Report(string message) => context.Report(context.Kind.Declaration, Declarations.LocationOf(method), message);
        if (!method.IsStatic || method.IsGenericMethod || !ReturnsView(method, view, context.Kind))
        {
            if (method.ReturnType.TypeKind == TypeKind.Error)
            {
                context.MarkBroken();
            }
            else
            {
                Report($"Define must be static, not generic, and return {context.Kind.Query}<{view.Name}>.");
            }

            return null;
        }

        if (BindParameters(method, context, Report) is not { } values || BodyOf(method, context, Report) is not { } body)
        {
            return null;
        }

        return new DefineMethod(
            values.Select(v => v.Define.Source).First(s => s.Kind == SourceKind.Event),
            values.Select(v => v.Define).ToArray(),
            values.Select(v => (v.Parameter, ValueOf(v.Define))).ToArray(),
            body);
    }

    /// <summary>Reports streams that the query never reads, so that nobody takes them for a part of it.</summary>
    public void CheckRead(IEnumerable<SourceSchema> sources, INamedTypeSymbol view, BindingContext context)
    {
        var read = sources.ToList();
        var events = Values.Where(v => v.Value is RowsValue).ToList();
        var isReadTwice = events.Select(v => ((RowsValue)v.Value).Source).Distinct().Count() < events.Count;
        if (isReadTwice || events.Any(v => !read.Contains(((RowsValue)v.Value).Source!)))
        {
            context.Report(
                context.Kind.Declaration,
                Declarations.LocationOf(view.GetMembers("Define")[0]),
                "Define takes an Events<T> that its query does not read, or the same one twice. Combine streams with Events.Merge(a.Select(x => new { … }), b.Select(x => new { … })), each of them from its one parameter.");
        }
    }

    private static Symbolic ValueOf(DefineParameter parameter) => parameter switch
    {
        { View: { } view } => new ViewValue(view.Plan, parameter.Source),
        { Source: { Kind: SourceKind.Event } events } => new RowsValue(new RowValue(0, events), events),
        _ => new DimensionValue(parameter.Source),
    };

    private static bool ReturnsView(IMethodSymbol method, INamedTypeSymbol view, DefinitionKind kind) =>
        kind.IsQuery(method.ReturnType)
        && SymbolEqualityComparer.Default.Equals(((INamedTypeSymbol)method.ReturnType).TypeArguments[0], view);

    private static List<(IParameterSymbol Parameter, DefineParameter Define)>? BindParameters(
        IMethodSymbol method, BindingContext context, Action<string> report)
    {
        var values = new List<(IParameterSymbol Parameter, DefineParameter Define)>();
        foreach (var parameter in method.Parameters)
        {
            if (BindParameter(parameter, context) is { } define)
            {
                values.Add((parameter, define));
            }
        }

        if (values.Count < method.Parameters.Length)
        {
            return null;
        }

        var streams = values.Count(v => v.Define.Source.Kind == SourceKind.Event);
        if (streams == 1 || (streams > 1 && context.Kind.MayMerge))
        {
            return values;
        }

        var wanted = context.Kind.MayMerge ? $"an {context.Kind.Rows}<T> for each stream it reads" : $"exactly one {context.Kind.Rows}<T>";
        report($"Define must take {wanted}, and a Dimension<T> for each dimension it joins.");
        return null;
    }

    private static DefineParameter? BindParameter(IParameterSymbol parameter, BindingContext context)
    {
        var isEvents = context.Kind.IsRows(parameter.Type);
        if (parameter.Type.TypeKind == TypeKind.Error)
        {
            context.MarkBroken();
            return null;
        }

        if (context.Kind.IsOtherRows(parameter.Type))
        {
            Report(context.Kind.Foreign, $"Parameter '{parameter.Name}' is {context.Kind.OtherRows}<T>, which a {context.Kind.Noun} must not see. {context.Kind.Remedy}");
            return null;
        }

        if (LanguageTypes.IsView(parameter.Type) && parameter.RefKind == RefKind.None)
        {
            return ViewParameters.Bind(parameter, context);
        }

        if ((!isEvents && !LanguageTypes.IsDimension(parameter.Type)) || parameter.RefKind != RefKind.None)
        {
            Report(context.Kind.Declaration, $"Parameter '{parameter.Name}' of Define must be {context.Kind.Rows}<T>{(context.Kind.MayJoinViews ? ", Dimension<T> or View<T>" : " or Dimension<T>")}.");
            return null;
        }

        if (((INamedTypeSymbol)parameter.Type).TypeArguments[0] is not INamedTypeSymbol { TypeKind: not TypeKind.Error } row)
        {
            context.MarkBroken();
            return null;
        }

        if (context.Kind == DefinitionKind.View && LabelUse.Of(row) is { } label)
        {
            Report(LeakageRules.LabelInFeature, LabelUse.Message(parameter.Name, label));
            return null;
        }

        var wanted = isEvents ? "EventSource" : "DimensionSource";
        if (!Attributes.Has(row, wanted))
        {
            Report(context.Kind.Declaration, $"Parameter '{parameter.Name}' reads '{row.Name}', which is not marked [{wanted}(\"…\")].");
            return null;
        }

        // Mistakes in the source are reported where the source is; here they only mean that there is no plan.
        var source = SourceBinder.Bind(row, context.Compilation, context.Cancellation);
        if (source.Value is not null)
        {
            return new DefineParameter(parameter.Name, source.Value.Schema);
        }

        context.MarkBroken();
        if (source.Diagnostics.FirstOrDefault(d => d.Id == LeakageRules.UnversionedDimension.Id) is not null)
        {
            Report(LeakageRules.UnversionedDimension, $"Parameter '{parameter.Name}' reads '{row.Name}', which has no [ValidFrom]: events of any year would meet what it says today.");
        }
        else if (!context.IsDeclaredHere(row))
        {
            Report(Rules.SourceDeclaration, $"'{row.Name}' is no valid source: {source.Diagnostics.FirstOrDefault()?.GetMessage()}");
        }

        return null;

        void Report(DiagnosticDescriptor rule, string message) => context.Report(rule, Declarations.LocationOf(parameter), message);
    }

    private static IOperation? BodyOf(IMethodSymbol method, BindingContext context, Action<string> report)
    {
        if (context.SyntaxOf(method) is not { } syntax || context.ModelOf(syntax.SyntaxTree).GetOperation(syntax, context.Cancellation) is not IMethodBodyOperation body)
        {
            context.MarkBroken();
            return null;
        }

        if (ExpressionBinder.ResultOf(body.ExpressionBody ?? body.BlockBody) is { } result)
        {
            return result;
        }

        report("Define must be one query: an expression body, or a single return statement.");
        return null;
    }
}
