package dev.sluice.spectrum.sql;

import dev.sluice.DataType;
import dev.sluice.sql.bind.Timestamps;
import dev.sluice.sql.dialect.FunctionCall;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlTimestampLiteral;

/** Literals that Redshift reads differently. */
final class LiteralRows {
  /** Redshift keeps microseconds (Amazon Redshift Database Developer Guide, r_Datetime_types). */
  static final int TIMESTAMP_DIGITS = 6;

  private LiteralRows() {}

  static void add(Rows rows) {
    rows.literals(LiteralRows::literal);
  }

  private static SqlNode literal(FunctionCall call) {
    SqlNode literal = call.operand(0);
    if (literal instanceof SqlNumericLiteral number && !number.isInteger()) {
      // 1E0 is a double in Trino; what type it has in Redshift is not written down.
      boolean floating = call.resultType() == DataType.Primitive.DOUBLE;
      return floating ? call.cast(literal, call.resultType()) : literal;
    } else if (literal instanceof SqlCharStringLiteral text) {
      return text(call, text);
    } else if (literal instanceof SqlTimestampLiteral timestamp) {
      return timestamp(call, timestamp);
    }
    return literal;
  }

  private static SqlNode text(FunctionCall call, SqlCharStringLiteral text) {
    int bytes = text.getValueAs(String.class).getBytes(StandardCharsets.UTF_8).length;
    if (bytes > SpectrumTypes.MAX_TEXT_BYTES) {
      refuse(call, "a text of " + bytes + " bytes; 65,535 are the most", "r_Character_types");
    }
    return text.getValueAs(String.class).indexOf('\\') < 0
        ? text
        : call.by(SpectrumRules.DOUBLE_BACKSLASHES, text);
  }

  private static SqlNode timestamp(FunctionCall call, SqlTimestampLiteral timestamp) {
    if (timestamp.getPrec() > TIMESTAMP_DIGITS) {
      refuse(call, "a timestamp finer than microseconds", "r_Datetime_types");
    } else if (Timestamps.isZoned(call.resultType())) {
      refuse(call, "a timestamp with a time zone", "r_Datetime_types");
    }
    return timestamp;
  }

  /** A literal is no call, so what {@link FunctionCall#refuse} gives back has no use here. */
  private static void refuse(FunctionCall call, String why, String page) {
    call.remarks().refuse(call.operand(0), "FUNCTION", "literal: " + why, Sources.guide(page));
  }
}
