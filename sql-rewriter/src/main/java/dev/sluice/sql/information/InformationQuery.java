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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * A query of {@code information_schema}. What it means is bound as of any query; its rows are
 * Calcite's, which knows less functions than engines do: what it does not know is refused.
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
   * @throws SluiceException INVALID_QUERY for what Calcite does not know
   */
  public static List<List<@Nullable Object>> answer(
      SqlNode pristine,
      BoundQuery bound,
      List<? extends @Nullable Object> parameters,
      Catalog catalog) {
    if (parameters.size() < bound.parameters().size()) {
      return List.of();
    }
    List<List<@Nullable Object>> rows;
    try {
      rows = new LocalQuery(catalog).rows(withValues(pristine, parameters));
    } catch (SluiceException e) {
      throw e;
    } catch (RuntimeException | AssertionError e) {
      throw refused(String.valueOf(e.getMessage()), e);
    }
    return rows.stream().map(row -> typed(row, bound.columns())).toList();
  }

  private static SqlNode withValues(SqlNode query, List<? extends @Nullable Object> values) {
    SqlNode changed =
        query.accept(
            new SqlShuttle() {
              @Override
              public SqlNode visit(SqlDynamicParam parameter) {
                return literal(values.get(parameter.getIndex()), parameter.getParserPosition());
              }
            });
    return changed == null ? query : changed;
  }

  private static SqlNode literal(@Nullable Object value, SqlParserPos at) {
    if (value == null) {
      return SqlLiteral.createNull(at);
    } else if (value instanceof Boolean truth) {
      return SqlLiteral.createBoolean(truth, at);
    } else if (value instanceof CharSequence text) {
      return SqlLiteral.createCharString(text.toString(), at);
    } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return SqlLiteral.createExactNumeric(value.toString(), at);
    }
    throw refused("a parameter of " + value.getClass().getSimpleName(), null);
  }

  private static List<@Nullable Object> typed(
      List<@Nullable Object> row, List<ResultColumn> columns) {
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
    } else if (value instanceof Number number && type == Primitive.DOUBLE) {
      return number.doubleValue();
    } else if (value instanceof BigDecimal number && type instanceof DataType.Decimal decimal) {
      return number.setScale(decimal.scale());
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
