using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans.Lower;

/// <summary>Enums are stored by name and ordered by value: the two ways between.</summary>
internal static class EnumText
{
    /// <summary>The numeric value of a stored name.</summary>
    public static SqlExpression ToRank(SqlExpression name, EnumType type) => new SqlCase(
        type.Members.Select(m => new SqlWhen(SqlMake.Equal(name, SqlDialect.Text(m.Name)), SqlMake.Long(m.Value))).ToEquatableArray(), null);

    /// <summary>The stored name of a numeric value.</summary>
    public static SqlExpression ToName(SqlExpression rank, EnumType type) => new SqlCase(
        type.Members.Select(m => new SqlWhen(SqlMake.Equal(rank, SqlMake.Long(m.Value)), SqlDialect.Text(m.Name))).ToEquatableArray(), null);
}
