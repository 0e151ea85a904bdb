package dev.sluice.spark.sql;

import dev.sluice.DataType;
import dev.sluice.EngineName;
import dev.sluice.SluiceConfiguration;
import dev.sluice.TableName;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.sql.dialect.Dialect;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.dialect.NullOrder;
import dev.sluice.sql.dialect.TypeTable;
import dev.sluice.sql.rewrite.ExplicitNullOrder;
import dev.sluice.sql.rewrite.QualifyToSubquery;
import dev.sluice.sql.rewrite.Rule;
import dev.sluice.sql.rewrite.TiesToRank;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlDialect;

/** Spark 4 in ANSI mode, session time zone UTC: asked when no other engine can answer. */
public final class SparkDialect implements Dialect {
  private static final EngineName SPARK = EngineName.of("spark");

  private final FunctionTable functions = SparkFunctions.table();
  private final TypeTable types = new TypeTable(SparkDialect::spell);
  private final List<Rule> rules =
      Stream.concat(
              Stream.of(
                  new QualifyToSubquery(),
                  new TiesToRank(),
                  new ExplicitNullOrder(),
                  new UnnestToLateralExplode(),
                  SparkFunctions.ARRAY_SUBSCRIPT,
                  SparkFunctions.MAP_SUBSCRIPT),
              SparkRules.ALL.stream())
          .toList();
  private final SqlDialect printer = new SparkPrinter();

  @Override
  public EngineName engine() {
    return SPARK;
  }

  @Override
  public CapabilityMatrix configured(CapabilityMatrix matrix, SluiceConfiguration configuration) {
    return matrix.configured(SPARK, configuration.engine(SPARK));
  }

  @Override
  public int rank() {
    return 3;
  }

  @Override
  public boolean isLastResort() {
    return true;
  }

  @Override
  public FunctionTable functions() {
    return functions;
  }

  @Override
  public TypeTable types() {
    return types;
  }

  /** Spark's names are Hive's, except that it has no bounded text outside table definitions. */
  private static Optional<String> spell(DataType type) {
    if (type instanceof DataType.Primitive primitive) {
      return switch (primitive) {
        case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, STRING, BINARY, DATE ->
            Optional.of(primitive.hive().toUpperCase(java.util.Locale.ROOT));
        // In a session in UTC Spark's instants print and compare as wall-clock time.
        case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> Optional.of("TIMESTAMP");
        case UNKNOWN -> Optional.empty();
      };
    }
    if (type instanceof DataType.Timestamp timestamp) {
      return timestamp.precision() <= SparkDates.MOST_DIGITS
          ? spell(timestamp.inMilliseconds())
          : Optional.empty();
    }
    return type instanceof DataType.Decimal ? Optional.of(type.hive()) : nested(type);
  }

  private static Optional<String> nested(DataType type) {
    if (type instanceof DataType.Array array) {
      return spell(array.element()).map(element -> "ARRAY<" + element + ">");
    } else if (type instanceof DataType.MapOf map) {
      return spell(map.key())
          .flatMap(key -> spell(map.value()).map(value -> "MAP<" + key + ", " + value + ">"));
    }
    return Optional.empty();
  }

  @Override
  public List<Rule> rules() {
    return rules;
  }

  /**
   * NULLs first when ascending, last when descending (Apache Spark SQL reference, ORDER BY clause,
   * 4.x).
   */
  @Override
  public NullOrder nullOrder() {
    return new NullOrder(false, true);
  }

  /** The worker registers the selected partitions of a table as a view of this one-part name. */
  @Override
  public List<String> tableName(TableName name, SluiceConfiguration configuration) {
    return List.of(name.toString());
  }

  @Override
  public String viewDialect() {
    return "SPARK";
  }

  @Override
  public SqlDialect printer() {
    return printer;
  }
}
