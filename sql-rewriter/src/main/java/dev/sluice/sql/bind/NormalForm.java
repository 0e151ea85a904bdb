package dev.sluice.sql.bind;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;

/** The words after the comma of {@code normalize(x, NFC)}. */
enum NormalForm {
  NFC,
  NFD,
  NFKC,
  NFKD;

  /** What takes them. */
  static final String FUNCTION = "normalize";

  /** The parser takes the word for a column's name. */
  static Optional<NormalForm> of(SqlNode node) {
    return node instanceof SqlIdentifier word && word.isSimple() && !word.isComponentQuoted(0)
        ? Arrays.stream(values())
            .filter(form -> form.name().equals(word.getSimple().toUpperCase(Locale.ROOT)))
            .findFirst()
        : Optional.empty();
  }
}
