package dev.sluice.example;

import dev.sluice.example.glue.WrittenTable;
import dev.sluice.example.web.Drift;
import dev.sluice.example.web.Drifts;
import dev.sluice.example.web.ExampleTable;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The lake's README: what is in it, and where its schemas disagree. */
final class LakeReadme {
  private LakeReadme() {}

  static String of(List<WrittenTable> tables) {
    StringBuilder text = new StringBuilder();
    text.append("# Example lake\n\n");
    text.append("An ad company's tables over three days, made by Sluice. Safe to delete: ");
    text.append("it is made again, with the same contents, when it is missing.\n\n");
    text.append("| table | format | partitions | rows |\n|---|---|---|---|\n");
    tables.forEach(table -> text.append(tableLine(table)));
    text.append("\n## Where schemas disagree\n\n");
    text.append("The columns of the files, by the first partition whose file is as the table ");
    text.append("says:\n\n| table | change | path | since | before |\n|---|---|---|---|---|\n");
    ExampleLake.DRIFTS.forEach(drift -> text.append(driftLine(drift)));
    text.append("\nIn the catalog, partitions have their table's columns, as a crawler set to ");
    text.append(
        "InheritFromTable leaves them. Only these still have the columns of their file:\n\n");
    new TreeMap<>(Drifts.STALE_PARTITIONS)
        .forEach(
            (table, values) ->
                text.append("- ")
                    .append("web.")
                    .append(table)
                    .append(": ")
                    .append(String.join(", ", values))
                    .append('\n'));
    text.append(NOTES);
    return text.toString();
  }

  private static final String NOTES =
      """

      ## Worth knowing

      - Times are in UTC. Files name their columns in lower case and are read by name.
      - NULLs stand at every depth: no struct, a struct of NULLs, no array, an empty one, an element
        that is NULL, a map entry without a value. Some text is empty, ends in a blank, or is not
        ASCII.
      - JSON: a NULL column is left out of its line, a NULL inside a column is written.
      - CSV: no header, no quotes, no NULLs, no empty values.
      - `ad_events_parquet` has the rows of `ad_events` of its first two days; `ad_events_by_url`
        those of the third, declared with `avro.schema.url`. `clicks` has a row for each of
        `ad_events` whose event_type is `click`.
      """;

  private static String tableLine(WrittenTable written) {
    ExampleTable table = written.table();
    List<ExampleTable.Part> parts = table.parts();
    String partitions =
        table.partitionKey() == null
            ? "none"
            : "%s by %s, %s to %s"
                .formatted(
                    Integer.toString(parts.size()),
                    table.partitionKey(),
                    parts.get(0).value(),
                    parts.get(parts.size() - 1).value());
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %d |\n",
        table.qualifiedName(),
        table.format(),
        partitions,
        written.rows());
  }

  private static String driftLine(Drift drift) {
    return "| web.%s | %s | %s | %s | %s |\n"
        .formatted(
            drift.table(),
            drift.change(),
            drift.path(),
            drift.since() == null ? "no file yet" : drift.since(),
            drift.before());
  }
}
