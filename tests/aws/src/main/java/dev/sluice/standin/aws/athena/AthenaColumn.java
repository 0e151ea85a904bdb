package dev.sluice.standin.aws.athena;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A column as Athena's result metadata tells it. */
record AthenaColumn(String name, String type, int precision, int scale) {

  static AthenaColumn of(SqlExecutor.Column column) {
    TrinoType type = column.type();
    List<Long> numbers = type.numbers();
    int first = numbers.isEmpty() ? 0 : (int) (long) numbers.get(0);
    int second = numbers.size() < 2 ? 0 : (int) (long) numbers.get(1);
    return switch (type.name()) {
      case "real" -> new AthenaColumn(column.name(), "float", 17, 0);
      case "decimal" -> new AthenaColumn(column.name(), "decimal", first, second);
      case "varchar", "char" ->
          new AthenaColumn(column.name(), type.name(), numbers.isEmpty() ? 2147483647 : first, 0);
      default -> new AthenaColumn(column.name(), type.name(), precision(type.name()), 0);
    };
  }

  private static int precision(String type) {
    return switch (type) {
      case "tinyint" -> 3;
      case "smallint" -> 5;
      case "integer" -> 10;
      case "bigint" -> 19;
      case "double" -> 17;
      case "time", "time with time zone", "timestamp", "timestamp with time zone" -> 3;
      case "varbinary" -> 1073741824;
      default -> 0;
    };
  }

  boolean isCaseSensitive() {
    return type.equals("varchar") || type.equals("char");
  }

  ObjectNode asJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("CatalogName", "hive")
        .put("SchemaName", "")
        .put("TableName", "")
        .put("Name", name)
        .put("Label", name)
        .put("Type", type)
        .put("Precision", precision)
        .put("Scale", scale)
        .put("Nullable", "UNKNOWN")
        .put("CaseSensitive", isCaseSensitive());
  }
}
