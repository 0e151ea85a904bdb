package dev.sluice;

import java.util.List;
import java.util.stream.Stream;

/** Rows with warnings besides their own. */
final class WarnedRows extends ForwardingRows {
  private final List<String> more;

  WarnedRows(Rows rows, List<String> more) {
    super(rows);
    this.more = List.copyOf(more);
  }

  @Override
  public List<String> warnings() {
    return Stream.concat(more.stream(), rows().warnings().stream()).toList();
  }
}
