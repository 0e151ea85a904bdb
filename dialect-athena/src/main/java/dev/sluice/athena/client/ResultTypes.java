package dev.sluice.athena.client;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.ErrorCode;
import dev.sluice.ResultColumn;
import dev.sluice.SluiceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;

/**
 * What Athena says of a result's types beside those of the plan. Values are read as the plan's
 * types, so that a column of another kind would be read as something it is not.
 */
final class ResultTypes {
  /** Types whose texts are read alike, however large their values. */
  private enum Kind {
    TRUTH,
    WHOLE_NUMBER,
    FLOATING,
    DECIMAL,
    TEXT,
    DATE,
    MOMENT,
    MOMENT_IN_ZONE,
    OTHER
  }

  /**
   * By the names that Athena gives types in results. They are not listed in its documents; a name
   * that is not here says nothing.
   */
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("boolean", Kind.TRUTH),
          Map.entry("tinyint", Kind.WHOLE_NUMBER),
          Map.entry("smallint", Kind.WHOLE_NUMBER),
          Map.entry("integer", Kind.WHOLE_NUMBER),
          Map.entry("bigint", Kind.WHOLE_NUMBER),
          Map.entry("float", Kind.FLOATING),
          Map.entry("double", Kind.FLOATING),
          Map.entry("decimal", Kind.DECIMAL),
          Map.entry("char", Kind.TEXT),
          Map.entry("varchar", Kind.TEXT),
          Map.entry("date", Kind.DATE),
          Map.entry("timestamp", Kind.MOMENT),
          Map.entry("timestamp with time zone", Kind.MOMENT_IN_ZONE),
          Map.entry("varbinary", Kind.OTHER),
          Map.entry("array", Kind.OTHER),
          Map.entry("map", Kind.OTHER),
          Map.entry("row", Kind.OTHER));

  /** Where nothing is known of the result's types. */
  static final ResultTypes UNKNOWN = new ResultTypes(Map.of());

  /** What to raise for a value, by the place of its column. */
  private final Map<Integer, SluiceException> others;

  private ResultTypes(Map<Integer, SluiceException> others) {
    this.others = Map.copyOf(others);
  }

  /**
   * @param answer a page of the result of query {@code id}, with or without rows
   * @throws SluiceException with {@link ErrorCode#ENGINE_FAILED} when it has not the plan's columns
   */
  static ResultTypes of(String id, List<ResultColumn> planned, GetQueryResultsResponse answer) {
    List<ColumnInfo> said = said(answer);
    if (!said.isEmpty() && said.size() != planned.size()) {
      throw new SluiceException(
          ErrorCode.ENGINE_FAILED,
          "The result of query %s has %d columns where %d were asked for"
              .formatted(id, said.size(), planned.size()));
    }
    Map<Integer, SluiceException> others = new HashMap<>();
    for (int i = 0; i < said.size(); i++) {
      Kind found = KINDS.get(said.get(i).type());
      Kind wanted = kind(planned.get(i).type());
      if (found != null && wanted != null && found != wanted) {
        others.put(i, other(id, planned.get(i), said.get(i)));
      }
    }
    return new ResultTypes(others);
  }

  private static SluiceException other(String id, ResultColumn planned, ColumnInfo said) {
    return new SluiceException(
        ErrorCode.ENGINE_FAILED,
        "Athena says that column %s of the result of query %s is %s, where the plan has %s; its values"
                .formatted(planned.name(), id, said.type(), planned.type())
            + " are not shown, as they might be taken for others");
  }

  /**
   * Called before a value that is not NULL is read; NULL is NULL in every type.
   *
   * @throws SluiceException with {@link ErrorCode#ENGINE_FAILED} when the column is of another kind
   *     than the plan takes it to be
   */
  void requireKind(int column) {
    SluiceException other = others.get(column);
    if (other != null) {
      throw other;
    }
  }

  private static List<ColumnInfo> said(GetQueryResultsResponse answer) {
    return Optional.ofNullable(answer.resultSet())
        .map(set -> set.resultSetMetadata())
        .map(metadata -> metadata.columnInfo())
        .orElse(List.of());
  }

  /** What the text that is sent returns for a value of the type; null for any. */
  private static @Nullable Kind kind(DataType type) {
    if (type instanceof Primitive primitive) {
      return switch (primitive) {
        case BOOLEAN -> Kind.TRUTH;
        case TINYINT, SMALLINT, INTEGER, BIGINT -> Kind.WHOLE_NUMBER;
        case REAL, DOUBLE -> Kind.FLOATING;
        // Bytes are returned in base 64.
        case STRING, BINARY -> Kind.TEXT;
        case DATE -> Kind.DATE;
        case TIMESTAMP -> Kind.MOMENT;
        case TIMESTAMP_WITH_TIME_ZONE -> Kind.MOMENT_IN_ZONE;
        case UNKNOWN -> null;
      };
    } else if (type instanceof DataType.Decimal) {
      return Kind.DECIMAL;
    } else if (type instanceof DataType.Timestamp timestamp) {
      return kind(timestamp.inMilliseconds());
    }
    // Structs, arrays and maps are returned as JSON.
    return type instanceof DataType.Unsupported ? null : Kind.TEXT;
  }
}
