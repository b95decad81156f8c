using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Compiler.Leakage;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>The properties of a service: views, inputs of the request, on-demand features.</summary>
internal sealed class ServiceMembers
{
    private readonly BindingContext context;

    private ServiceMembers(BindingContext context) => this.context = context;

    public List<ServiceKey> Keys { get; } = [];

    public List<(IPropertySymbol Symbol, ServiceView Plan)> Views { get; } = [];

    public List<(IPropertySymbol Symbol, RequestInput Plan)> Requests { get; } = [];

    public List<IPropertySymbol> OnDemand { get; } = [];

    /// <summary>What the records of the views say of their contracts; only those that say something.</summary>
    public List<ViewMarks> Marks { get; } = [];

    /// <summary>All of them as declared.</summary>
    public List<ServiceMember> Order { get; } = [];

    public static ServiceMembers Bind(INamedTypeSymbol service, BindingContext context)
    {
        var members = new ServiceMembers(context);
        var properties = service.GetMembers().OfType<IPropertySymbol>()
            .Where(p => !p.IsStatic && !Declarations.IsGenerated(p))
            .ToList();
        foreach (var property in properties)
        {
            members.Add(property, properties);
        }

        if (!properties.Any(p => IsView(p.Type) || p.Type.TypeKind == TypeKind.Error))
        {
            context.Report(Rules.ServiceDeclaration, Declarations.LocationOf(service), $"'{service.Name}' reads no feature view. Declare a property for each: public required UserPurchases User {{ get; init; }}.");
        }

        return members;
    }

    private static bool IsView(ITypeSymbol type) => Attributes.Has(type, "FeatureView") || Attributes.Has(type, "FeatureTable");

    private void Add(IPropertySymbol property, List<IPropertySymbol> all)
    {
        if (property.Type.TypeKind == TypeKind.Error)
        {
            context.MarkBroken();
        }
        else if (property.SetMethod is null)
        {
            // Others are helpers of the on-demand features.
            if (property.DeclaredAccessibility == Accessibility.Public)
            {
                Order.Add(new ServiceMember(ServiceMemberKind.OnDemand, OnDemand.Count));
                OnDemand.Add(property);
            }
        }
        else if (property.DeclaredAccessibility != Accessibility.Public || property.SetMethod.DeclaredAccessibility != Accessibility.Public || property.IsIndexer)
        {
            Report(property, $"'{property.Name}' can be set but is not public, so nobody could fill it. Make it public, or remove its setter.");
        }
        else if (IsView(property.Type))
        {
            AddView(property, all);
        }
        else if (LabelUse.Of(property.Type) is { } label)
        {
            context.Report(LeakageRules.LabelInFeature, Declarations.LocationOf(property), LabelUse.Message(property.Name, label));
        }
        else if (Attributes.Has(property, "Request"))
        {
            AddRequest(property);
        }
        else
        {
            Report(property, $"'{property.Name}' is neither a feature view, nor marked [Request], nor computed. Mark it [Request] if it arrives with the request; remove its setter if it is computed.");
        }
    }

    private void AddRequest(IPropertySymbol property)
    {
        if (!DecimalDeclaration.Check(property, context))
        {
            return;
        }

        if (CompositeTypes.TryMapScalar(property, out var problem) is not { } type)
        {
            context.Report(Rules.UnsupportedType, Declarations.LocationOf(property), $"Input '{property.ContainingType.Name}.{property.Name}': {problem}");
        }
        else if (SourceColumns.ColumnName(property, Rules.ServiceDeclaration, context) is { } column)
        {
            Order.Add(new ServiceMember(ServiceMemberKind.Request, Requests.Count));
            Requests.Add((property, new RequestInput(property.Name, column, type, Declarations.SummaryOf(property, context.Cancellation))));
        }
    }

    private void AddView(IPropertySymbol property, List<IPropertySymbol> all)
    {
        var type = (INamedTypeSymbol)property.Type;
        if (property.NullableAnnotation == NullableAnnotation.Annotated)
        {
            Report(property, $"'{property.Name}' is never null: an entity without rows has the empty value. Declare it as: required {type.Name}.");
        }

        if (!context.IsDeclaredHere(type))
        {
            Report(property, $"The view '{type.Name}' is compiled in another project, where its definition cannot be read. Declare the service beside it.");
            return;
        }

        // A view without a plan is reported where it is declared.
        if (ViewBinder.Bind(type, context.Compilation, context.Cancellation).Value is not { } view)
        {
            context.MarkBroken();
            return;
        }

        if (RoleOf(property, all) is { } role && SourceColumns.ColumnName(property, Rules.ServiceDeclaration, context) is { } column)
        {
            var keys = view.Plan.Keys.Select(k => KeyOf(property, role, k)).ToEquatableArray();
            Order.Add(new ServiceMember(ServiceMemberKind.View, Views.Count));
            Views.Add((property, new ServiceView(property.Name, column, view.Plan, keys)));
            Marks.AddRange(view.Declaration.Marks == ContractMarks.None ? [] : [new ViewMarks(view.Plan.TypeName, view.Declaration.Marks)]);
        }
    }

    private string? RoleOf(IPropertySymbol property, List<IPropertySymbol> all)
    {
        if (Attributes.Find(property, "Role") is { } attribute)
        {
            var role = Attributes.Text(attribute) ?? "";
            if (Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(role))
            {
                return role;
            }

            context.Report(Rules.ServiceKey, Attributes.LocationOf(attribute, property, context.Cancellation), $"'{role}' is no identifier, and the keys of the role are to be called by it. Write a name such as Buyer.");
            return null;
        }

        return all.Count(p => SymbolEqualityComparer.Default.Equals(p.Type, property.Type)) > 1 ? property.Name : "";
    }

    /// <summary>The service's key for a key of a view in a role: a new one, or that of the views before it.</summary>
    private int KeyOf(IPropertySymbol property, string role, KeyPart part)
    {
        var name = role + part.Property;
        var column = role.Length == 0 ? part.Name : Naming.SnakeCase(role) + "_" + part.Name;
        var index = Keys.FindIndex(k => k.Property == name);
        if (index < 0)
        {
            Keys.Add(new ServiceKey(name, column, part.Type));
            return Keys.Count - 1;
        }

        if (Keys[index].Type != part.Type || Keys[index].Name != column)
        {
            context.Report(
                Rules.ServiceKey,
                Declarations.LocationOf(property),
                $"'{property.Name}' is asked for by '{name}' of type {part.Type} (column '{column}'), and a view before it by one of type {Keys[index].Type} (column '{Keys[index].Name}'). Give '{property.Name}' a role of its own with [Role(\"…\")].");
        }

        return index;
    }

    private void Report(IPropertySymbol property, string message) =>
        context.Report(Rules.ServiceDeclaration, Declarations.LocationOf(property), message);
}
