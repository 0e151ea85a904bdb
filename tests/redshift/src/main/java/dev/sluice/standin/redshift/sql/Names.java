package dev.sluice.standin.redshift.sql;

import dev.sluice.standin.redshift.lake.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Names as the session reads them: in lower case even when quoted, unless {@code
 * enable_case_sensitive_identifier} is on (Amazon Redshift Database Developer Guide,
 * r_enable_case_sensitive_identifier, 2023-04-24).
 */
final class Names {
  private final SessionSettings session;

  Names(SessionSettings session) {
    this.session = session;
  }

  String of(String written) {
    boolean quoted = isQuoted(written);
    String bare =
        quoted ? written.substring(1, written.length() - 1).replace("\"\"", "\"") : written;
    return quoted && session.keepsCase() ? bare : bare.toLowerCase(Locale.ROOT);
  }

  static boolean isQuoted(String written) {
    return written.length() > 1 && written.startsWith("\"");
  }

  /** Printed for PostgreSQL. */
  String print(String written) {
    return Quoted.name(of(written));
  }

  List<String> of(Column column) {
    List<String> parts = new ArrayList<>(of(column.getTable()));
    parts.add(of(column.getColumnName()));
    return parts;
  }

  List<String> of(@Nullable Table table) {
    List<String> parts = new ArrayList<>();
    if (table != null) {
      List<String> backwards = table.getNameParts();
      for (int i = backwards.size() - 1; i >= 0; i--) {
        String part = backwards.get(i);
        if (part != null) {
          parts.add(of(part));
        }
      }
    }
    return parts;
  }

  static String print(List<String> parts) {
    return parts.stream().map(Quoted::name).collect(java.util.stream.Collectors.joining("."));
  }
}
