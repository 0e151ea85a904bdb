package dev.sluice.sql.dialect;

import java.util.List;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.jspecify.annotations.Nullable;

/** What the engines' printers share: text literals as UTF-8, quoted names, nothing added. */
public class Printer extends SqlDialect {
  private final String identifierQuote;
  private final boolean backslashEscapes;

  /**
   * @param backslashEscapes whether the engine reads a backslash in a literal as an escape, so that
   *     one has to be doubled
   */
  public Printer(String identifierQuote, boolean backslashEscapes) {
    super(
        EMPTY_CONTEXT
            .withDatabaseProduct(DatabaseProduct.UNKNOWN)
            .withIdentifierQuoteString(identifierQuote)
            .withNullCollation(NullCollation.LAST));
    this.identifierQuote = identifierQuote;
    this.backslashEscapes = backslashEscapes;
  }

  @Override
  public void quoteStringLiteral(StringBuilder text, @Nullable String charset, String value) {
    String escaped = backslashEscapes ? value.replace("\\", "\\\\") : value;
    text.append('\'').append(escaped.replace("'", backslashQuote())).append('\'');
  }

  /** How a quote inside a literal is written. */
  protected String backslashQuote() {
    return "''";
  }

  @Override
  public StringBuilder quoteIdentifier(StringBuilder text, String name) {
    return text.append(identifierQuote)
        .append(name.replace(identifierQuote, identifierQuote + identifierQuote))
        .append(identifierQuote);
  }

  @Override
  public StringBuilder quoteIdentifier(StringBuilder text, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      quoteIdentifier(i == 0 ? text : text.append('.'), names.get(i));
    }
    return text;
  }

  /** {@code LIMIT m OFFSET n}. */
  @Override
  public void unparseOffsetFetch(
      SqlWriter writer, @Nullable SqlNode offset, @Nullable SqlNode fetch) {
    unparseFetchUsingLimit(writer, offset, fetch);
  }
}
