package dev.sluice.spectrum.sql;

import dev.sluice.DataType;
import dev.sluice.sql.dialect.TypeTable;
import java.util.Optional;

/**
 * How Redshift spells types (Amazon Redshift Database Developer Guide, c_Supported_data_types and
 * r_Character_types, 2023-04-24). It has none for tinyint, and for a struct, an array or a map none
 * that an expression can have.
 */
final class SpectrumTypes {
  /** The longest VARCHAR, in bytes. */
  static final int MAX_TEXT_BYTES = 65_535;

  /** A character is four bytes at most, and Redshift counts bytes where Trino counts characters. */
  private static final int BYTES_PER_CHARACTER = 4;

  /** The largest scale (Amazon Redshift Database Developer Guide, r_Numeric_types201). */
  private static final int MAX_SCALE = 37;

  private SpectrumTypes() {}

  static TypeTable table() {
    return new TypeTable(SpectrumTypes::spell);
  }

  private static Optional<String> spell(DataType type) {
    if (type instanceof DataType.Primitive primitive) {
      return spell(primitive);
    } else if (type instanceof DataType.Decimal decimal && decimal.scale() <= MAX_SCALE) {
      return Optional.of("DECIMAL(" + decimal.precision() + ", " + decimal.scale() + ")");
    } else if (type instanceof DataType.Varchar text) {
      long bytes = Math.min((long) text.length() * BYTES_PER_CHARACTER, MAX_TEXT_BYTES);
      return Optional.of("VARCHAR(" + Math.max(bytes, 1) + ")");
    }
    return type instanceof DataType.Timestamp timestamp
            && timestamp.precision() <= LiteralRows.TIMESTAMP_DIGITS
        ? spell(timestamp.inMilliseconds())
        : Optional.empty();
  }

  private static Optional<String> spell(DataType.Primitive type) {
    return switch (type) {
      case BOOLEAN -> Optional.of("BOOLEAN");
      case SMALLINT -> Optional.of("SMALLINT");
      case INTEGER -> Optional.of("INTEGER");
      case BIGINT -> Optional.of("BIGINT");
      case REAL -> Optional.of("REAL");
      case DOUBLE -> Optional.of("DOUBLE PRECISION");
      case STRING -> Optional.of("VARCHAR(" + MAX_TEXT_BYTES + ")");
      case DATE -> Optional.of("DATE");
      case TIMESTAMP -> Optional.of("TIMESTAMP");
      case TIMESTAMP_WITH_TIME_ZONE -> Optional.of("TIMESTAMPTZ");
      case TINYINT, BINARY, UNKNOWN -> Optional.empty();
    };
  }
}
