<#-- What Trino writes and Calcite's grammar does not have. -->

/** A type in Trino's spelling: array(t), map(k, v), row(name t, ...); fields may be NULL. */
SqlTypeNameSpec TrinoNestedTypeName() :
{
    final Span s;
    final SqlDataTypeSpec key;
    final SqlDataTypeSpec value;
    final List<SqlIdentifier> names = new ArrayList<SqlIdentifier>();
    final List<SqlDataTypeSpec> types = new ArrayList<SqlDataTypeSpec>();
}
{
    <ARRAY> { s = span(); } <LPAREN> value = DataType() <RPAREN> {
        return new SqlCollectionTypeNameSpec(
            value.getTypeNameSpec(), SqlTypeName.ARRAY, s.end(this));
    }
|
    <MAP> { s = span(); } <LPAREN> key = DataType() <COMMA> value = DataType() <RPAREN> {
        return new SqlMapTypeNameSpec(key.withNullable(true), value.withNullable(true), s.end(this));
    }
|
    <ROW> { s = span(); } <LPAREN>
    AddTrinoField(names, types)
    ( <COMMA> AddTrinoField(names, types) )*
    <RPAREN> {
        return new SqlRowTypeNameSpec(s.end(this), names, types);
    }
}

void AddTrinoField(List<SqlIdentifier> names, List<SqlDataTypeSpec> types) :
{
    final SqlIdentifier name;
    final SqlDataTypeSpec type;
}
{
    name = SimpleIdentifier() { names.add(name); }
    type = DataType() { types.add(type.withNullable(true)); }
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
