package dev.sluice.evolution;

import java.util.List;
import java.util.stream.Stream;

/** How the formats' own libraries record columns, each beside the types that tables give them. */
public final class RecordedColumns {
  private RecordedColumns() {}

  public static List<RecordedColumn> all() {
    return Stream.of(
            RecordedInParquet.all(),
            RecordedInOrc.all(),
            RecordedInAvro.all(),
            RecordedInText.all())
        .flatMap(List::stream)
        .flatMap(recorded -> recorded.cases().stream())
        .toList();
  }
}
