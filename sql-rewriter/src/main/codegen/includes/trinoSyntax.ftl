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
    (
        LOOKAHEAD({ RowFields.isNamed(getToken(1), getToken(2)) })
        name = SimpleIdentifier() { names.add(name); }
        [ <COLON> ]
    |
        { names.add(RowFields.unnamed(names.size(), getPos())); }
    )
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

/** The names that the columns of a star are given. */
SqlNode NamedStar(SqlNode star) :
{
    final SqlNodeList names;
}
{
    names = ParenthesizedSimpleIdentifierList() {
        return Stars.named(star, names.getList(), Span.of(star).end(this));
    }
}

/** The functions of the SQL standard over JSON. */
SqlCall JsonFunctionCall() :
{
    final Span s;
    final JsonArguments json;
}
{
    (
        <JSON_EXISTS> { s = span(); json = new JsonArguments(JsonFunction.EXISTS); }
        <LPAREN> JsonPathInvocation(json) [ JsonExistsOnError(json) ] <RPAREN>
    |
        <JSON_VALUE> { s = span(); json = new JsonArguments(JsonFunction.VALUE); }
        <LPAREN> JsonPathInvocation(json)
        [ JsonReturning(json) ]
        [ JsonValueOtherwise(json) ]
        <RPAREN>
    |
        <JSON_QUERY> { s = span(); json = new JsonArguments(JsonFunction.QUERY); }
        <LPAREN> JsonPathInvocation(json)
        [ JsonReturning(json) [ JsonFormat(json) ] ]
        [ JsonWrapper(json) ]
        [ JsonQuotes(json) ]
        [ JsonQueryOtherwise(json) ]
        <RPAREN>
    |
        <JSON_OBJECT> { s = span(); json = new JsonArguments(JsonFunction.OBJECT); }
        <LPAREN>
        [
            LOOKAHEAD({ getToken(1).kind != RETURNING && getToken(1).kind != RPAREN })
            JsonMember(json)
            ( <COMMA> { json.words(","); } JsonMember(json) )*
            [ JsonNulls(json) ]
            [ JsonUniqueKeys(json) ]
        ]
        [ JsonReturning(json) [ JsonFormat(json) ] ]
        <RPAREN>
    |
        <JSON_ARRAY> { s = span(); json = new JsonArguments(JsonFunction.ARRAY); }
        <LPAREN>
        [
            LOOKAHEAD({ getToken(1).kind != RETURNING && getToken(1).kind != RPAREN })
            JsonItem(json)
            ( <COMMA> { json.words(","); } JsonItem(json) )*
            [ JsonNulls(json) ]
        ]
        [ JsonReturning(json) [ JsonFormat(json) ] ]
        <RPAREN>
    )
    { return json.call(s.end(this)); }
}

/** What is looked into, where, and the variables of the path. */
void JsonPathInvocation(JsonArguments json) :
{
    SqlNode e;
}
{
    e = Expression(ExprContext.ACCEPT_SUB_QUERY) { json.add(e, JsonFunction.Role.INPUT); }
    [ JsonFormat(json) ]
    <COMMA> { json.words(","); }
    e = StringLiteral() { json.add(e, JsonFunction.Role.PATH); }
    [
        <PASSING> { json.words("PASSING"); }
        JsonVariable(json)
        ( <COMMA> { json.words(","); } JsonVariable(json) )*
    ]
}

void JsonVariable(JsonArguments json) :
{
    SqlNode e;
}
{
    e = Expression(ExprContext.ACCEPT_SUB_QUERY) { json.add(e, JsonFunction.Role.VARIABLE); }
    [ JsonFormat(json) ]
    <AS>
    (
        <IDENTIFIER> { json.name(token.image); }
    |
        <QUOTED_IDENTIFIER> { json.name(token.image); }
    )
}

void JsonFormat(JsonArguments json) :
{
}
{
    <FORMAT> <JSON> { json.words("FORMAT JSON"); }
    [
        <ENCODING> { json.words("ENCODING"); }
        ( <UTF8> | <UTF16> | <UTF32> ) { json.encoding(token.image); }
    ]
}

void JsonReturning(JsonArguments json) :
{
    final SqlDataTypeSpec type;
}
{
    <RETURNING> { json.words("RETURNING"); }
    type = DataType() { json.add(type, JsonFunction.Role.TYPE); }
}

void JsonExistsOnError(JsonArguments json) :
{
}
{
    ( <TRUE> | <FALSE> | <UNKNOWN> | <ERROR> ) { json.words(token.image); }
    <ON> <ERROR> { json.words("ON ERROR"); }
}

/** What json_value gives where nothing is found, and where something fails. */
void JsonValueOtherwise(JsonArguments json) :
{
}
{
    JsonValueInstead(json)
    <ON>
    (
        <EMPTY> { json.words("ON EMPTY"); }
        [ JsonValueInstead(json) <ON> <ERROR> { json.words("ON ERROR"); } ]
    |
        <ERROR> { json.words("ON ERROR"); }
    )
}

void JsonValueInstead(JsonArguments json) :
{
    final SqlNode e;
}
{
    <ERROR> { json.words("ERROR"); }
|
    <NULL> { json.words("NULL"); }
|
    <DEFAULT_> { json.words("DEFAULT"); }
    e = Expression(ExprContext.ACCEPT_SUB_QUERY) { json.add(e, JsonFunction.Role.DEFAULT); }
}

void JsonQueryOtherwise(JsonArguments json) :
{
}
{
    JsonQueryInstead(json)
    <ON>
    (
        <EMPTY> { json.words("ON EMPTY"); }
        [ JsonQueryInstead(json) <ON> <ERROR> { json.words("ON ERROR"); } ]
    |
        <ERROR> { json.words("ON ERROR"); }
    )
}

void JsonQueryInstead(JsonArguments json) :
{
}
{
    <ERROR> { json.words("ERROR"); }
|
    <NULL> { json.words("NULL"); }
|
    <EMPTY> { json.words("EMPTY"); }
    ( <ARRAY> | <OBJECT> ) { json.words(token.image); }
}

void JsonWrapper(JsonArguments json) :
{
}
{
    (
        <WITHOUT> { json.words("WITHOUT"); }
    |
        <WITH> { json.words("WITH"); }
        [ ( <CONDITIONAL> | <UNCONDITIONAL> ) { json.words(token.image); } ]
    )
    [ <ARRAY> { json.words("ARRAY"); } ]
    <WRAPPER> { json.words("WRAPPER"); }
}

void JsonQuotes(JsonArguments json) :
{
}
{
    ( <KEEP> | <OMIT> ) { json.words(token.image); }
    <QUOTES> { json.words("QUOTES"); }
    [ <ON> <SCALAR> <STRING> { json.words("ON SCALAR STRING"); } ]
}

/** {@code KEY 'a' VALUE x}, or {@code 'a' : x}. */
void JsonMember(JsonArguments json) :
{
    SqlNode e;
}
{
    [ LOOKAHEAD({ getToken(1).kind == KEY }) <KEY> { json.words("KEY"); } ]
    e = Expression(ExprContext.ACCEPT_SUB_QUERY) { json.add(e, JsonFunction.Role.KEY); }
    ( <VALUE> | <COLON> ) { json.words("VALUE"); }
    JsonItem(json)
}

void JsonItem(JsonArguments json) :
{
    final SqlNode e;
}
{
    e = Expression(ExprContext.ACCEPT_SUB_QUERY) { json.add(e, JsonFunction.Role.VALUE); }
    [ JsonFormat(json) ]
}

void JsonNulls(JsonArguments json) :
{
}
{
    ( <NULL> | <ABSENT> ) { json.words(token.image); }
    <ON> <NULL> { json.words("ON NULL"); }
}

void JsonUniqueKeys(JsonArguments json) :
{
}
{
    ( <WITH> | <WITHOUT> ) { json.words(token.image); }
    <UNIQUE> { json.words("UNIQUE"); }
    [ <KEYS> { json.words("KEYS"); } ]
}
