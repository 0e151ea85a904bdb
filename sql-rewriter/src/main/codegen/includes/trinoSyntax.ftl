<#-- What Trino writes and Calcite's grammar does not have. -->

/**
 * A type in Trino's spelling: array(t), map(k, v), row(name t, ...); or in Hive's: array<t>,
 * map<k, v>, struct<name: t, ...>. Fields may be NULL.
 */
SqlTypeNameSpec TrinoNestedTypeName() :
{
    final Span s;
    final SqlDataTypeSpec key;
    final SqlDataTypeSpec value;
    final List<SqlIdentifier> names = new ArrayList<SqlIdentifier>();
    final List<SqlDataTypeSpec> types = new ArrayList<SqlDataTypeSpec>();
}
{
    <ARRAY> { s = span(); }
    (
        <LPAREN> value = DataType() <RPAREN>
    |
        <LT> value = DataType() <GT>
    )
    {
        return new SqlCollectionTypeNameSpec(
            value.getTypeNameSpec(), SqlTypeName.ARRAY, s.end(this));
    }
|
    <MAP> { s = span(); }
    (
        <LPAREN> key = DataType() <COMMA> value = DataType() <RPAREN>
    |
        <LT> key = DataType() <COMMA> value = DataType() <GT>
    )
    {
        return new SqlMapTypeNameSpec(key.withNullable(true), value.withNullable(true), s.end(this));
    }
|
    ( <ROW> | <STRUCT> ) { s = span(); }
    (
        <LPAREN> TrinoFields(names, types) <RPAREN>
    |
        <LT> TrinoFields(names, types) <GT>
    )
    {
        return new SqlRowTypeNameSpec(s.end(this), names, types);
    }
}

void TrinoFields(List<SqlIdentifier> names, List<SqlDataTypeSpec> types) :
{
}
{
    AddTrinoField(names, types)
    ( <COMMA> AddTrinoField(names, types) )*
}

void AddTrinoField(List<SqlIdentifier> names, List<SqlDataTypeSpec> types) :
{
    final SqlIdentifier name;
    final SqlDataTypeSpec type;
}
{
    name = SimpleIdentifier() { names.add(name); }
    [ <COLON> ]
    type = DataType() { types.add(type.withNullable(true)); }
}

/** A PIVOT after a table's alias, and the alias of what comes of it. */
SqlNode PivotOfAlias(SqlNode tableRef) :
{
    SqlNode pivot;
    final List<SqlNode> named = new ArrayList<SqlNode>();
    final SqlIdentifier alias;
    final SqlNodeList columns;
}
{
    pivot = Pivot(tableRef)
    [
        [ <AS> ] alias = SimpleIdentifier() { named.add(pivot); named.add(alias); }
        [ columns = ParenthesizedSimpleIdentifierList() { named.addAll(columns.getList()); } ]
        { pivot = SqlStdOperatorTable.AS.createCall(Span.of(pivot).end(this), named); }
    ]
    { return pivot; }
}

/** What listagg does with a text that grows too long. */
void AddOnOverflow(List<SqlNode> list) :
{
    final Span s;
    SqlNode filler = null;
    final boolean counts;
}
{
    <ON> { s = span(); }
    <OVERFLOW>
    (
        <ERROR> { list.add(TrinoOperators.ON_OVERFLOW_ERROR.createCall(s.end(this))); }
    |
        <TRUNCATE>
        [ filler = StringLiteral() ]
        ( <WITH> { counts = true; } | <WITHOUT> { counts = false; } )
        <COUNT> { list.add(ListaggOverflow.truncate(s.end(this), filler, counts)); }
    )
}

/** {@code x::bigint}. */
void InfixCast(List<Object> list, ExprContext exprContext, Span s) :
{
    final SqlDataTypeSpec type;
}
{
    <INFIX_CAST> {
        checkNonQueryExpression(exprContext);
        s.clear().add(this);
    }
    type = DataType() {
        list.add(new SqlParserUtil.ToTreeListItem(SqlLibraryOperators.INFIX_CAST, s.pos()));
        list.add(type);
    }
}

/** {@code x AT TIME ZONE 'UTC'}. */
void AtTimeZone(List<Object> list, ExprContext exprContext, Span s) :
{
}
{
    <AT> {
        checkNonQueryExpression(exprContext);
        s.clear().add(this);
    }
    <TIME> <ZONE> {
        list.add(new SqlParserUtil.ToTreeListItem(TrinoOperators.AT_TIME_ZONE, s.end(this)));
    }
    AddExpression2b(list, ExprContext.ACCEPT_SUB_QUERY)
}

/** The ESCAPE of a LIKE whose pattern is an expression of several operands. */
void EscapeOfLike(List<Object> list, ExprContext exprContext, Span s) :
{
    final SqlNode e;
}
{
    <ESCAPE> { s.clear().add(this); }
    e = Expression3(ExprContext.ACCEPT_SUB_QUERY) {
        list.add(new SqlParserUtil.ToTreeListItem(SqlStdOperatorTable.ESCAPE, s.pos()));
        list.add(e);
    }
}
