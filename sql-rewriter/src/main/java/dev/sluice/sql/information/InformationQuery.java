package dev.sluice.sql.information;

import dev.sluice.Catalog;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.ErrorCode;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.bind.InformationSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * A query of {@code information_schema}. What it means is bound as of any query; its rows are
 * Calcite's, of which no more is asked than the {@link Vocabulary} that it shares with Trino.
 */
public final class InformationQuery {
  private static final String ALONE =
      "information_schema is answered out of the catalog, without an engine";

  private InformationQuery() {}

  /**
   * Whether a query reads it.
   *
   * @throws SluiceException INVALID_QUERY for one that reads tables of the lake too
   */
  public static boolean is(BoundQuery bound) {
    boolean reads = false;
    boolean readsOthers = false;
    for (FromItem item : bound.items()) {
      if (item instanceof FromItem.TableItem table) {
        boolean isOf = InformationSchema.isOf(table.table().name());
        reads |= isOf;
        readsOthers |= !isOf;
      }
    }
    if (reads && readsOthers) {
      throw new SluiceException(
          ErrorCode.INVALID_QUERY,
          ALONE + ", so it cannot be joined with other tables; ask for it in a query of its own");
    }
    return reads;
  }

  /**
   * The rows of a query that reads it.
   *
   * @param pristine the query as it was parsed; is changed
   * @param parameters a value for each {@code ?}, or none, which is no row
   * @throws SluiceException INVALID_QUERY for what is outside of the vocabulary
   */
  public static List<List<@Nullable Object>> answer(
      SqlNode pristine,
      BoundQuery bound,
      List<? extends @Nullable Object> parameters,
      Catalog catalog) {
    Optional<String> lacking = Vocabulary.lacks(pristine);
    if (lacking.isPresent()) {
      throw refused(lacking.get(), null);
    } else if (bound.items().size() > Vocabulary.MOST_TABLES) {
      throw refused("more than " + Vocabulary.MOST_TABLES + " tables in one query", null);
    } else if (parameters.size() < bound.parameters().size()) {
      return List.of();
    }
    try {
      return new LocalQuery(catalog)
          .rows(prepared(pristine, parameters)).stream()
              .map(row -> typed(row, bound.columns()))
              .toList();
    } catch (SluiceException e) {
      throw e;
    } catch (RuntimeException | AssertionError e) {
      throw refused(String.valueOf(e.getMessage()), e);
    }
  }

  /** With values for parameters, and texts that are never padded: Calcite's literals are CHAR. */
  private static SqlNode prepared(SqlNode query, List<? extends @Nullable Object> values) {
    SqlNode changed =
        query.accept(
            new SqlShuttle() {
              @Override
              public SqlNode visit(SqlDynamicParam parameter) {
                return literal(values.get(parameter.getIndex()), parameter.getParserPosition());
              }

              @Override
              public SqlNode visit(SqlLiteral literal) {
                return literal instanceof SqlCharStringLiteral text ? varchar(text) : literal;
              }
            });
    return Objects.requireNonNull(changed, "the query");
  }

  private static SqlNode varchar(SqlCharStringLiteral text) {
    SqlParserPos at = text.getParserPosition();
    SqlDataTypeSpec type =
        new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.VARCHAR, at), at);
    return SqlStdOperatorTable.CAST.createCall(at, text, type);
  }

  private static SqlNode literal(@Nullable Object value, SqlParserPos at) {
    if (value == null) {
      return SqlLiteral.createNull(at);
    } else if (value instanceof Boolean truth) {
      return SqlLiteral.createBoolean(truth, at);
    } else if (value instanceof CharSequence text) {
      return varchar(SqlLiteral.createCharString(text.toString(), at));
    } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return SqlLiteral.createExactNumeric(value.toString(), at);
    }
    throw refused("a parameter of " + value.getClass().getSimpleName(), null);
  }

  private static List<@Nullable Object> typed(
      List<@Nullable Object> row, List<ResultColumn> columns) {
    if (row.size() != columns.size()) {
      throw refused("columns that are named otherwise", null);
    }
    List<@Nullable Object> typed = new ArrayList<>();
    for (Object value : row) {
      typed.add(value == null ? null : typed(value, columns.get(typed.size()).type()));
    }
    return typed;
  }

  private static Object typed(Object value, DataType type) {
    if (value instanceof Number number && type == Primitive.BIGINT) {
      return number.longValue();
    } else if (value instanceof Number number && type == Primitive.INTEGER) {
      return number.intValue();
    } else if (value instanceof Boolean && type == Primitive.BOOLEAN) {
      return value;
    } else if (value instanceof String
        && (type == Primitive.STRING || type instanceof DataType.Varchar)) {
      return value;
    }
    throw refused("a result of type " + type, null);
  }

  private static SluiceException refused(String what, @Nullable Throwable cause) {
    return new SluiceException(
        ErrorCode.INVALID_QUERY,
        ALONE + ", and what answers it does not know this: " + what,
        null,
        null,
        cause);
  }
}
