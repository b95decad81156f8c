using System.Globalization;
using System.Text;

namespace TypedFeatures.Plans.Sql;

/// <summary>Spells SQL trees: parentheses by precedence, one clause a line, two spaces an indent, <c>\n</c> line ends.</summary>
/// <param name="identifier">Spells a name, quoted where the engine needs it.</param>
/// <param name="tableName">Spells the name of a table; as any other name where it is left out.</param>
/// <param name="namesJoinedColumns">Whether each column that a join yields is given its name, though it has it.</param>
/// <param name="tellApart">Respells a call that was printed so many times before, so that the engine does not take both for one.</param>
/// <param name="writesArrows">Whether a lambda is <c>x -> …</c> instead of <c>lambda x: …</c>.</param>
internal sealed class SqlPrinter(
    Func<string, string> identifier, Func<string, string>? tableName = null, bool namesJoinedColumns = false, Func<string, int, string>? tellApart = null, bool writesArrows = false)
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, int> calls = [];
    private int indent;

    public static string Print(SqlSelect query, SqlDialect dialect) =>
        Print(query, new SqlPrinter(dialect.Identifier, dialect.TableName, dialect.NamesJoinedColumns, dialect.TellApart, dialect.WritesArrows));

    public static string Print(SqlSelect query, Func<string, string> identifier, Func<string, string>? tableName = null) =>
        Print(query, new SqlPrinter(identifier, tableName));

    private static string Print(SqlSelect query, SqlPrinter printer)
    {
        printer.Select(query);
        return printer.text.ToString();
    }

    private void Select(SqlSelect query)
    {
        CommonTables(query.With);
        text.Append("SELECT");
        var namesAll = namesJoinedColumns && !query.Joins.IsEmpty;
        List(query.Outputs.Select(o => (Action)(() => Output(o, namesAll))));
        Line("FROM ");
        Table(query.From);
        foreach (var join in query.Joins)
        {
            Join(join);
        }

        Conjunction("WHERE ", query.Where);
        Clause("GROUP BY ", query.GroupBy, Top);
        if (query.Qualify is { } qualify)
        {
            Line("QUALIFY ");
            Top(qualify);
        }

        foreach (var further in query.UnionAll)
        {
            Line("UNION ALL");
            Line("");
            Select(further);
        }

        Clause("ORDER BY ", query.OrderBy, Order);
        if (query.Limit is { } limit)
        {
            Line("LIMIT " + limit.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void CommonTables(EquatableArray<SqlCommonTable> tables)
    {
        for (var i = 0; i < tables.Count; i++)
        {
            var table = tables[i];
            text.Append(i == 0 ? "WITH " : ",\n");
            text.Append(identifier(table.Name)).Append(table.IsMaterialized ? " AS MATERIALIZED (" : " AS (");
            indent++;
            Line("-- " + table.Comment);
            Line("");
            Select(table.Query);
            indent--;
            Line(")");
        }

        if (!tables.IsEmpty)
        {
            Line("");
        }
    }

    private void Output(SqlOutput output, bool isNamed)
    {
        Top(output.Value);
        if (isNamed || output.Value is not SqlColumn column || column.Name != output.Name)
        {
            text.Append(" AS ").Append(identifier(output.Name));
        }
    }

    private void Table(SqlTable table)
    {
        if (table.Query is { } query)
        {
            Query(query);
        }
        else
        {
            text.Append((tableName ?? identifier)(table.Name));
        }

        if (table.Query is not null || table.Alias != table.Name)
        {
            text.Append(" AS ").Append(identifier(table.Alias));
        }
    }

    private void Join(SqlJoin join)
    {
        Line(join.Keyword + " ");
        Table(join.Table);
        indent++;
        Conjunction("ON ", join.On);
        indent--;
    }

    private void Conjunction(string keyword, EquatableArray<SqlExpression> conditions)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            if (i == 0)
            {
                Line(keyword);
            }
            else
            {
                indent++;
                Line("AND ");
                indent--;
            }

            Expression(conditions[i], SqlPrecedence.And);
        }
    }

    private void Clause<T>(string keyword, EquatableArray<T> items, Action<T> print)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i == 0)
            {
                Line(keyword);
            }
            else
            {
                text.Append(", ");
            }

            print(items[i]);
        }
    }

    private void List(IEnumerable<Action> items)
    {
        indent++;
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator);
            Line("");
            item();
            separator = ",";
        }

        indent--;
    }

    private void Order(SqlOrder order)
    {
        Top(order.Value);
        text.Append(order.IsDescending ? " DESC" : "");
        if (order.IsNullable)
        {
            text.Append(order.IsDescending ? " NULLS LAST" : " NULLS FIRST");
        }
    }

    private void Top(SqlExpression expression) => Expression(expression, SqlPrecedence.Or);

    private void Expression(SqlExpression expression, SqlPrecedence atLeast)
    {
        var parenthesize = PrecedenceOf(expression) < atLeast;
        text.Append(parenthesize ? "(" : "");
        Bare(expression);
        text.Append(parenthesize ? ")" : "");
    }

    private void Bare(SqlExpression expression)
    {
        switch (expression)
        {
            case SqlColumn column:
                text.Append(column.Relation is null ? "" : identifier(column.Relation) + ".").Append(identifier(column.Name));
                break;
            case SqlAtom atom:
                text.Append(atom.Text);
                break;
            case SqlBinary binary:
                // Comparisons do not chain: both sides of one bind tighter.
                var isComparison = binary.Precedence == SqlPrecedence.Comparison;
                Expression(binary.Left, isComparison ? binary.Precedence + 1 : binary.Precedence);
                text.Append(' ').Append(binary.Operator).Append(' ');
                Expression(binary.Right, binary.Precedence + (IsAssociative(binary) ? 0 : 1));
                break;
            case SqlPrefix prefix:
                text.Append(prefix.Operator).Append(prefix.Operator == "-" ? "" : " ");
                Expression(prefix.Operand, prefix.Precedence + 1);
                break;
            case SqlNullTest test:
                Expression(test.Operand, SqlPrecedence.Comparison + 1);
                text.Append(test.IsNegated ? " IS NOT NULL" : " IS NULL");
                break;
            case SqlCall call:
                Call(call);
                break;
            case SqlCast cast:
                text.Append("CAST(");
                Top(cast.Operand);
                text.Append(" AS ").Append(cast.TypeName).Append(')');
                break;
            case SqlCase @case:
                Case(@case);
                break;
            case SqlElement element:
                Expression(element.List, SqlPrecedence.Primary);
                text.Append('[');
                Top(element.Index);
                text.Append(']');
                break;
            case SqlLambda lambda:
                text.Append(writesArrows ? "" : "lambda ").Append(lambda.Parameter).Append(writesArrows ? " -> " : ": ");
                Top(lambda.Body);
                break;
            case SqlCollated collated:
                Expression(collated.Text, SqlPrecedence.Primary);
                text.Append(" COLLATE \"").Append(collated.Collation).Append('"');
                break;
            case SqlArray array:
                text.Append("ARRAY[");
                Separated(array.Values);
                text.Append(']');
                break;
            case SqlGrouped grouped:
                text.Append('(');
                Top(grouped.Inner);
                text.Append(')');
                break;
            case SqlRow row:
                Values(row.Values);
                break;
            case SqlIn @in:
                Expression(@in.Operand, SqlPrecedence.Comparison + 1);
                text.Append(" IN ");
                Query(@in.Query);
                break;
            case SqlScalarQuery query:
                Query(query.Query);
                break;
            case SqlRowNumber number:
                text.Append("row_number()");
                Over(number.PartitionBy, number.OrderBy);
                break;
            case SqlOver over:
                Bare(over.Function);
                Over(over.PartitionBy, over.OrderBy);
                break;
            default:
                throw new ArgumentException($"No spelling for {expression.GetType().Name}.", nameof(expression));
        }
    }

    private static bool IsAssociative(SqlBinary binary) => binary.Precedence is SqlPrecedence.And or SqlPrecedence.Or;

    private static SqlPrecedence PrecedenceOf(SqlExpression expression) => expression switch
    {
        SqlBinary binary => binary.Precedence,
        SqlPrefix prefix => prefix.Precedence,
        SqlNullTest or SqlIn => SqlPrecedence.Comparison,
        SqlAtom atom when atom.Text.StartsWith("-", StringComparison.Ordinal) => SqlPrecedence.Sign,
        _ => SqlPrecedence.Primary,
    };

    private void Call(SqlCall call)
    {
        var start = text.Length;
        Spell(call);
        if (tellApart is not null)
        {
            var printed = text.ToString(start, text.Length - start);
            calls[printed] = calls.TryGetValue(printed, out var before) ? before + 1 : 1;
            text.Length = start;
            text.Append(tellApart(printed, calls[printed] - 1));
        }
    }

    private void Spell(SqlCall call)
    {
        text.Append(call.Function);
        text.Append('(').Append(call.IsDistinct ? "DISTINCT " : "");
        Separated(call.Arguments);
        for (var i = 0; i < call.OrderBy.Count; i++)
        {
            text.Append(i == 0 ? " ORDER BY " : ", ");
            Order(call.OrderBy[i]);
        }

        text.Append(')');
        if (call.WithinGroup is { } order)
        {
            text.Append(" WITHIN GROUP (ORDER BY ");
            Order(order);
            text.Append(')');
        }

        if (call.Filter is { } filter)
        {
            text.Append(" FILTER (WHERE ");
            Top(filter);
            text.Append(')');
        }
    }

    private void Values(EquatableArray<SqlExpression> values)
    {
        text.Append('(');
        Separated(values);
        text.Append(')');
    }

    private void Separated(EquatableArray<SqlExpression> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Top(values[i]);
        }
    }

    private void Case(SqlCase @case)
    {
        text.Append("CASE");
        foreach (var branch in @case.Branches)
        {
            text.Append(" WHEN ");
            Top(branch.Test);
            text.Append(" THEN ");
            Top(branch.Value);
        }

        if (@case.Else is { } otherwise)
        {
            text.Append(" ELSE ");
            Top(otherwise);
        }

        text.Append(" END");
    }

    private void Query(SqlSelect query)
    {
        text.Append('(');
        indent++;
        Line("");
        Select(query);
        indent--;
        Line(")");
    }

    private void Over(EquatableArray<SqlExpression> partitionBy, EquatableArray<SqlOrder> orderBy)
    {
        text.Append(" OVER (PARTITION BY ");
        for (var i = 0; i < partitionBy.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Top(partitionBy[i]);
        }

        for (var i = 0; i < orderBy.Count; i++)
        {
            text.Append(i == 0 ? " ORDER BY " : ", ");
            Order(orderBy[i]);
        }

        text.Append(')');
    }

    private void Line(string start) => text.Append('\n').Append(' ', indent * 2).Append(start);
}
