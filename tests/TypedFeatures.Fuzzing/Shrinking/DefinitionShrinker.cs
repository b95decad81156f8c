using TypedFeatures.Fuzzing.Grammar;
using TypedFeatures.Fuzzing.Model;

namespace TypedFeatures.Fuzzing.Shrinking;

/// <summary>The next smaller definitions of a definition, the boldest first.</summary>
public sealed class DefinitionShrinker(IReadOnlyList<FuzzSource> sources)
{
    private static readonly Production All = Productions.All.First(p => p.Construct == "window.all");

    /// <summary>Definitions with one thing less.</summary>
    public IEnumerable<FuzzView> Smaller(FuzzView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Features(view).Concat(Clauses(view)).Concat(Keys(view)).Concat(Lets(view)).Concat(Inside(view)).Where(HasWindow);
    }

    private static bool HasWindow(FuzzView view) => view.Features.Any(f => f.Value.All.Any(e => e.Type.Kind == Kind.Window));

    private static IEnumerable<FuzzView> Features(FuzzView view)
    {
        if (view.Features.Count > 1)
        {
            foreach (var only in view.Features)
            {
                yield return view with { Features = [only] };
            }

            for (var i = 0; i < view.Features.Count; i++)
            {
                yield return view with { Features = [.. view.Features.Where((_, n) => n != i)] };
            }
        }
    }

    private static IEnumerable<FuzzView> Clauses(FuzzView view) =>
        view.Clauses.Select((_, i) => view with { Clauses = [.. view.Clauses.Where((_, n) => n != i)] })
            .Concat(view.DimensionsFirst ? [view with { DimensionsFirst = false }] : []);

    private IEnumerable<FuzzView> Keys(FuzzView view)
    {
        var usesKeys = view.Expressions.SelectMany(e => e.All).Any(e => e.Production.Construct == "window.key");
        if (view.Keys.Count > 1 && !usesKeys)
        {
            foreach (var key in view.Keys)
            {
                yield return view with { Keys = [key], KeyOrder = [0] };
            }
        }

        var plain = sources.First(s => s.Row == view.Events.Row).Columns.First(c => c is { IsPlain: true, Type: { Kind: Kind.Long, IsNullable: false } });
        if (!usesKeys && !(view.Keys.Count == 1 && view.Keys[0].Value.Leaf == $"§e§.{plain.Name}"))
        {
            yield return view with { Keys = [new FuzzKey("Id0", Scope.Column("e", plain, isJoined: false), null)], KeyOrder = [0] };
        }
    }

    private static IEnumerable<FuzzView> Lets(FuzzView view)
    {
        foreach (var let in view.Lets.Where(l => !view.Lets.Any(o => o.Value.All.Any(e => e.Leaf == l.Name))))
        {
            FuzzFeature Inline(FuzzFeature feature)
            {
                var value = feature.Value;
                while (value.All.Select((e, i) => (e, i)).FirstOrDefault(p => p.e.Leaf == let.Name && p.e.Production.IsLeaf) is { e: not null } place)
                {
                    value = value.With(place.i, let.Value);
                }

                return feature with { Value = value };
            }

            yield return view with { Lets = [.. view.Lets.Where(l => l != let)], Features = [.. view.Features.Select(Inline)] };
        }
    }

    /// <summary>Every expression with one part of it replaced by something smaller of its type.</summary>
    private static IEnumerable<FuzzView> Inside(FuzzView view)
    {
        for (var f = 0; f < view.Features.Count; f++)
        {
            foreach (var smaller in Smaller(view.Features[f].Value))
            {
                var features = view.Features.ToArray();
                features[f] = features[f] with { Value = smaller };
                yield return view with { Features = features };
            }
        }

        for (var c = 0; c < view.Clauses.Count; c++)
        {
            foreach (var smaller in Smaller(view.Clauses[c]))
            {
                var clauses = view.Clauses.ToArray();
                clauses[c] = smaller;
                yield return view with { Clauses = clauses };
            }
        }

        for (var l = 0; l < view.Lets.Count; l++)
        {
            foreach (var smaller in Smaller(view.Lets[l].Value))
            {
                var lets = view.Lets.ToArray();
                lets[l] = lets[l] with { Value = smaller };
                yield return view with { Lets = lets };
            }
        }
    }

    private static IEnumerable<Clause> Smaller(Clause clause) => clause switch
    {
        WhereClause where => Smaller(where.Condition).Select(e => where with { Condition = e }),
        LetClause let => Smaller(let.Value).Select(e => let with { Value = e }),
        JoinClause { IsOuter: true } join => [join with { IsOuter = false }],
        _ => [],
    };

    private static IEnumerable<Expr> Smaller(Expr expression)
    {
        foreach (var (part, place) in expression.All.Select((e, i) => (e, i)))
        {
            foreach (var smaller in part.Parts)
            {
                yield return expression.With(place, smaller);
            }

            if (part.Production.Construct == "window.last")
            {
                yield return expression.With(place, part with { Production = All, Leaf = "" });
            }

            if (part.Type is { Kind: not (Kind.Window or Kind.Approx), IsNullable: false } && part.Operands.Count > 0 && place > 0)
            {
                foreach (var value in Plain(part.Type.Kind))
                {
                    yield return expression.With(place, new Expr(Leaves.Constants[part.Type.Kind], part.Type, [], value));
                }
            }
        }
    }

    private static IEnumerable<string> Plain(Kind kind) => kind switch
    {
        Kind.Bool => ["true", "false"],
        Kind.Int => ["1"],
        Kind.Long => ["1L"],
        Kind.Double => ["1d"],
        Kind.String => ["\"a\""],
        _ => [],
    };
}
