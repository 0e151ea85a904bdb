package dev.sluice.jdbc;

import dev.sluice.Candidate;
import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers with what H2 makes of Athena's text, where it understands it. */
final class H2Engine implements Engine {
  private final EngineName name;
  private final String url = H2Tables.url(UUID.randomUUID().toString());

  /** Keeps the database while the engine is open. */
  private final Connection keeper;

  private H2Engine(EngineName name) throws SQLException {
    this.name = name;
    this.keeper = H2Tables.create(url);
    try (Statement statement = keeper.createStatement()) {
      for (String function : H2Functions.NAMES) {
        statement.execute(
            "CREATE ALIAS %1$s FOR '%2$s.%1$s'".formatted(function, H2Functions.class.getName()));
      }
    }
  }

  static Engine open(EngineName name) {
    try {
      return new H2Engine(name);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static SluiceException failed(SQLException e) {
    return new SluiceException(ErrorCode.ENGINE_FAILED, "H2: " + e.getMessage(), e);
  }

  @Override
  public EngineName name() {
    return name;
  }

  @Override
  public Rows run(Plan plan, RunListener listener) {
    String sql =
        plan.decision().candidate(name).map(Candidate::query).map(NativeQuery::sql).orElseThrow();
    try {
      Connection connection = DriverManager.getConnection(url);
      try {
        return new H2Rows(connection, sql, plan.columns());
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      keeper.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static final class H2Rows implements Rows {
    private final Connection connection;
    private final ResultSet rows;
    private final List<ResultColumn> columns;

    H2Rows(Connection connection, String sql, List<ResultColumn> columns) throws SQLException {
      this.connection = connection;
      this.columns = columns;
      this.rows = connection.createStatement().executeQuery(sql);
    }

    @Override
    public List<ResultColumn> columns() {
      return columns;
    }

    @Override
    public boolean next() {
      try {
        return rows.next();
      } catch (SQLException e) {
        throw failed(e);
      }
    }

    @Override
    public @Nullable Object value(int column) {
      try {
        DataType type = columns.get(column).type();
        Object value = rows.getObject(column + 1, javaClass(type));
        return value instanceof String text && type == Primitive.BINARY
            ? Base64.getDecoder().decode(text)
            : value;
      } catch (SQLException e) {
        throw failed(e);
      }
    }

    private static Class<?> javaClass(DataType type) {
      if (type instanceof Primitive primitive) {
        return switch (primitive) {
          case BOOLEAN -> Boolean.class;
          case TINYINT -> Byte.class;
          case SMALLINT -> Short.class;
          case INTEGER -> Integer.class;
          case BIGINT -> Long.class;
          case REAL -> Float.class;
          case DOUBLE -> Double.class;
          case STRING, BINARY, UNKNOWN -> String.class;
          case DATE -> LocalDate.class;
          case TIMESTAMP -> LocalDateTime.class;
          case TIMESTAMP_WITH_TIME_ZONE -> OffsetDateTime.class;
        };
      } else if (type instanceof DataType.Decimal) {
        return BigDecimal.class;
      } else if (type instanceof DataType.Timestamp timestamp) {
        return timestamp.withTimeZone() ? OffsetDateTime.class : LocalDateTime.class;
      }
      return String.class;
    }

    @Override
    public List<String> warnings() {
      return List.of();
    }

    @Override
    public void cancel() {
      close();
    }

    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        throw failed(e);
      }
    }
  }
}
