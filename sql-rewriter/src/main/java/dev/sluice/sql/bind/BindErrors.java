package dev.sluice.sql.bind;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.SqlPosition;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.CalciteException;
import org.jspecify.annotations.Nullable;

/** Says in SQL's words, with the place, what the validator found wrong. */
final class BindErrors {
  private BindErrors() {}

  static SluiceException translate(CalciteContextException e, CatalogTables tables) {
    SqlPosition position = new SqlPosition(e.getPosLine(), e.getPosColumn());
    Throwable cause = e.getCause();
    String text =
        cause == null ? String.valueOf(e.getMessage()) : String.valueOf(cause.getMessage());
    ErrorCode code = code(text);
    return new SluiceException(code, text + " at " + position, position, null, e);
  }

  static SluiceException translate(CalciteException e) {
    String text = String.valueOf(e.getMessage());
    return new SluiceException(code(text), text, (@Nullable SqlPosition) null, null, e);
  }

  private static ErrorCode code(String text) {
    if (text.startsWith("Column ") && text.contains("not found")) {
      return ErrorCode.COLUMN_NOT_FOUND;
    } else if (text.contains("ambiguous")) {
      return ErrorCode.COLUMN_AMBIGUOUS;
    } else if (text.startsWith("Cannot apply") || text.contains("type mismatch")) {
      return ErrorCode.TYPE_MISMATCH;
    } else if (text.startsWith("Object ") || text.startsWith("Table ")) {
      return ErrorCode.TABLE_NOT_FOUND;
    }
    return ErrorCode.INVALID_QUERY;
  }
}
