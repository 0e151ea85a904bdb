package dev.sluice;

import java.util.List;
import java.util.Optional;

/**
 * What a file says of its own columns, in Hive's terms.
 *
 * @param columns in the file's order, without partition keys; empty when there is a {@link
 *     #problem()}
 * @param sampled whether the columns were gathered from the first rows only, so that later rows may
 *     have others
 * @param findings what is wrong and what must be known, each once, in the file's order
 */
public record FileSchema(List<Column> columns, boolean sampled, List<FileFinding> findings) {
  public FileSchema {
    columns = List.copyOf(columns);
    findings = List.copyOf(findings);
  }

  /** The schema of a file whose columns cannot be known. */
  public static FileSchema unknown(FileFinding.Code code, String text) {
    return new FileSchema(List.of(), false, List.of(new FileFinding(code, "", text)));
  }

  /** Why the columns are not known. */
  public Optional<FileFinding> problem() {
    return findings.stream().filter(finding -> finding.code().isFatal()).findFirst();
  }

  public boolean has(FileFinding.Code code) {
    return findings.stream().anyMatch(finding -> finding.code() == code);
  }
}
