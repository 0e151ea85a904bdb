package dev.sluice.athena.sql;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.dialect.Nodes;
import dev.sluice.sql.rewrite.OutputRule;
import dev.sluice.sql.rewrite.Remarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLambda;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Results come back as text, in which a nested value cannot be told from what its texts hold:
 * {@code {a=1, b=2}} may be a struct of two fields or of one. So nested values come back as JSON,
 * and binary ones in base 64.
 *
 * <pre>
 * SELECT c.device, c.token FROM web.clicks AS c
 * SELECT json_format(CAST(c.device AS JSON)) AS device, to_base64(c.token) AS token FROM …
 * </pre>
 *
 * <p>What a cast to JSON does not take (tried on Trino 411, 2026-11-27: char, timestamps with a
 * time zone, dates and times as keys of maps; binary values) becomes text before. NaN and the
 * infinities become texts, decimals keep their digits, and the fields of a row stay in their order.
 */
final class ValuesAsText implements OutputRule {
  @Override
  public String name() {
    return "values-as-text";
  }

  @Override
  public Set<Capability> claims() {
    return Set.of(
        Capability.RETURN_STRUCT,
        Capability.RETURN_PRESENT_STRUCT,
        Capability.RETURN_ARRAY,
        Capability.RETURN_MAP,
        Capability.RETURN_BINARY);
  }

  @Override
  public boolean changes(DataType type) {
    return type.isNested() || type == Primitive.BINARY;
  }

  @Override
  public SqlNode changed(SqlNode value, DataType type, Remarks remarks) {
    if (type == Primitive.BINARY) {
      return Nodes.call("to_base64", value);
    } else if (hasBinaryKey(type)) {
      String why = "returning a whole " + type + ": its keys have no form as text that JSON takes";
      refuse(value, why, remarks);
      return value;
    }
    SqlNode textual = hasBinary(type) ? withoutBinary(value, type, 0) : value;
    DataType told = told(type);
    SqlNode plain = told.equals(type) ? textual : cast(textual, told, remarks);
    return Nodes.call("json_format", Nodes.call(SqlStdOperatorTable.CAST, plain, json()));
  }

  private static SqlNode json() {
    return Nodes.keyword("JSON");
  }

  private static SqlNode cast(SqlNode value, DataType type, Remarks remarks) {
    Optional<String> word = AthenaTypes.spell(type);
    if (word.isEmpty()) {
      refuse(value, "a part of " + type + " is of a type that no cast can name", remarks);
      return value;
    }
    return Nodes.call(SqlStdOperatorTable.CAST, value, Nodes.keyword(word.get()));
  }

  private static void refuse(SqlNode value, String why, Remarks remarks) {
    String source = "Trino 411 as stand-in, statements tried, 2026-11-27";
    remarks.refuse(value, Capability.RETURN_MAP.name(), why, source);
  }

  /** The type that is cast to JSON: of the same shape, with nothing in it that JSON refuses. */
  private static DataType told(DataType type) {
    if (type instanceof DataType.Struct struct) {
      List<DataType.Field> told = new ArrayList<>();
      for (DataType.Field field : struct.fields()) {
        told.add(new DataType.Field(field.name(), told(field.type())));
      }
      return new DataType.Struct(told);
    } else if (type instanceof DataType.Array array) {
      return new DataType.Array(told(array.element()));
    } else if (type instanceof DataType.MapOf map) {
      return new DataType.MapOf(toldKey(map.key()), told(map.value()));
    }
    boolean refused =
        type instanceof DataType.Char
            || type == Primitive.BINARY
            || type == Primitive.TIMESTAMP_WITH_TIME_ZONE
            || (type instanceof DataType.Timestamp timestamp && timestamp.withTimeZone());
    return refused ? Primitive.STRING : type;
  }

  private static DataType toldKey(DataType key) {
    boolean refused =
        key == Primitive.DATE || key == Primitive.TIMESTAMP || key instanceof DataType.Timestamp;
    return refused ? Primitive.STRING : told(key);
  }

  private static boolean hasBinaryKey(DataType type) {
    if (type instanceof DataType.Struct struct) {
      return struct.fields().stream().anyMatch(field -> hasBinaryKey(field.type()));
    } else if (type instanceof DataType.Array array) {
      return hasBinaryKey(array.element());
    }
    return type instanceof DataType.MapOf map
        && (map.key() == Primitive.BINARY || map.key().isNested() || hasBinaryKey(map.value()));
  }

  private static boolean hasBinary(DataType type) {
    if (type instanceof DataType.Struct struct) {
      return struct.fields().stream().anyMatch(field -> hasBinary(field.type()));
    } else if (type instanceof DataType.Array array) {
      return hasBinary(array.element());
    }
    return type == Primitive.BINARY
        || (type instanceof DataType.MapOf map && hasBinary(map.value()));
  }

  /**
   * The value with base 64 for its binary parts.
   *
   * @param depth how many lambdas the value stands in
   */
  private static SqlNode withoutBinary(SqlNode value, DataType type, int depth) {
    String parameter = "_v" + depth;
    SqlIdentifier each = Nodes.name(parameter);
    if (type == Primitive.BINARY) {
      return Nodes.call("to_base64", value);
    } else if (type instanceof DataType.Array array && hasBinary(type)) {
      SqlNode changed = withoutBinary(each, array.element(), depth + 1);
      return Nodes.call("transform", value, lambda(changed, parameter));
    } else if (type instanceof DataType.MapOf map && hasBinary(type)) {
      SqlNode changed = withoutBinary(each, map.value(), depth + 1);
      return Nodes.call("transform_values", value, lambda(changed, "_k" + depth, parameter));
    } else if (type instanceof DataType.Struct struct && hasBinary(type)) {
      // Bound to a name by a lambda: what computes the value must not be computed for each field.
      SqlNode fields = present(each, struct, depth + 1);
      SqlNode one = Nodes.call(SqlStdOperatorTable.ARRAY_VALUE_CONSTRUCTOR, value);
      SqlNode changed = Nodes.call("transform", one, lambda(fields, parameter));
      return Nodes.call("element_at", changed, Nodes.number(1));
    }
    return value;
  }

  private static SqlNode present(SqlIdentifier struct, DataType.Struct type, int depth) {
    List<SqlNode> fields = new ArrayList<>();
    for (int i = 0; i < type.fields().size(); i++) {
      SqlNode field = Nodes.call(SqlStdOperatorTable.ITEM, struct, Nodes.number(i + 1));
      fields.add(withoutBinary(field, type.fields().get(i).type(), depth));
    }
    SqlNode row = Nodes.call(SqlStdOperatorTable.ROW, fields.toArray(SqlNode[]::new));
    return Nodes.when(Nodes.isNull(struct), Nodes.nullLiteral(), row);
  }

  private static SqlNode lambda(SqlNode body, String... parameters) {
    List<SqlNode> names = new ArrayList<>();
    for (String parameter : parameters) {
      names.add(Nodes.name(parameter));
    }
    SqlParserPos at = SqlParserPos.ZERO;
    return new SqlLambda(at, new SqlNodeList(names, at), body);
  }
}
