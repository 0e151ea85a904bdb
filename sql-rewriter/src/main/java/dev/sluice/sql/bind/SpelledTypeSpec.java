package dev.sluice.sql.bind;

import dev.sluice.DataType;
import java.util.stream.Collectors;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlTypeNameSpec;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.util.Litmus;

/**
 * A type in a CAST, in Trino's spelling. Calcite's own prints a nested one as {@code ROW("a" BIGINT
 * NULL)}, which Trino does not read.
 */
final class SpelledTypeSpec extends SqlTypeNameSpec {
  private final DataType type;

  SpelledTypeSpec(DataType type, SqlParserPos at) {
    super(new SqlIdentifier(type.toString(), at), at);
    this.type = type;
  }

  @Override
  public void unparse(SqlWriter writer, int leftPrecedence, int rightPrecedence) {
    writer.print(spell(type));
    writer.setNeedWhitespace(true);
  }

  private static String spell(DataType type) {
    if (type instanceof DataType.Array array) {
      return "ARRAY(" + spell(array.element()) + ")";
    } else if (type instanceof DataType.MapOf map) {
      return "MAP(" + spell(map.key()) + ", " + spell(map.value()) + ")";
    } else if (type instanceof DataType.Struct struct) {
      return struct.fields().stream()
          .map(field -> quoted(field.name()) + " " + spell(field.type()))
          .collect(Collectors.joining(", ", "ROW(", ")"));
    }
    return type.toString();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public boolean equalsDeep(SqlTypeNameSpec that, Litmus litmus) {
    return that instanceof SpelledTypeSpec other && type.equals(other.type)
        ? litmus.succeed()
        : litmus.fail("{} != {}", this, that);
  }

  @Override
  public RelDataType deriveType(SqlValidator validator) {
    throw new UnsupportedOperationException("Calcite's validator is not used");
  }
}
