package dev.sluice.tests;

import dev.sluice.Candidate;
import dev.sluice.Drift;
import dev.sluice.EngineName;
import dev.sluice.KeyRanges;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.Reason;
import dev.sluice.ResultColumn;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.TableScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One folder of {@code golden}: a query, and what planning it on the fixture lake gives as text.
 *
 * @param folder holds {@code query.sql}, {@code ENGINE.sql} for each dialect, {@code decision.txt}
 */
record Golden(Path folder) {
  private static final Path ROOT = Repository.RESOURCES.resolve("golden");
  static final Path LAKE = Repository.RESOURCES.resolve("lake");

  static List<Golden> all() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.filter(Files::isDirectory).sorted().map(Golden::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A time between the fixture lake's partitions. */
  static final Clock CLOCK = Clock.fixed(Instant.parse("2019-03-27T23:50:00Z"), ZoneOffset.UTC);

  /** The fixture lake at that time, with nothing else set up. */
  static Sluice open() {
    return builder().open();
  }

  static Sluice.Builder builder() {
    return Sluice.builder()
        .configuration(SluiceConfiguration.builder().lake(LAKE).clock(CLOCK).build());
  }

  String query() {
    return read("query.sql");
  }

  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the folder's files should hold, by name. */
  static Map<String, String> files(Plan plan) {
    Map<String, String> files = new TreeMap<>();
    for (EngineName engine : Dialects.engines()) {
      Candidate candidate = plan.decision().candidate(engine).orElseThrow();
      files.put(engine + ".sql", text(candidate) + "\n");
    }
    files.put("decision.txt", decision(plan));
    return files;
  }

  private static String text(Candidate candidate) {
    NativeQuery query = candidate.query();
    if (query == null) {
      return candidate.reasons().stream()
          .map(reason -> "refused: " + place(reason) + text(reason))
          .collect(Collectors.joining("\n"));
    }
    String session = query.session().stream().map(one -> one + ";\n").collect(Collectors.joining());
    return session + query.sql();
  }

  private static String decision(Plan plan) {
    StringBuilder text = new StringBuilder();
    text.append("engine: ").append(plan.decision().engine()).append('\n');
    for (Candidate candidate : plan.decision().candidates()) {
      if (Dialects.engines().contains(candidate.engine())) {
        candidate(candidate, text);
      }
    }
    plan.tables().forEach(scan -> scan(scan, text));
    if (plan.holdsUntil() != null) {
      text.append("holds until ").append(plan.holdsUntil()).append('\n');
    }
    for (ResultColumn column : plan.columns()) {
      text.append("column ").append(column.name()).append(": ").append(column.type()).append('\n');
    }
    return text.toString();
  }

  private static void candidate(Candidate candidate, StringBuilder text) {
    text.append(candidate.engine())
        .append(": ")
        .append(candidate.verdict().name().toLowerCase(java.util.Locale.ROOT))
        .append(candidate.rules().isEmpty() ? "" : " by " + String.join(", ", candidate.rules()))
        .append('\n');
    for (Reason caveat : candidate.caveats()) {
      text.append("  caveat: ").append(place(caveat)).append(text(caveat)).append('\n');
    }
  }

  private static void scan(TableScan scan, StringBuilder text) {
    text.append("table ").append(scan.table().name());
    if (scan.table().isPartitioned()) {
      String selected =
          scan.partitionsKnown()
              ? scan.partitions().size() + " of " + scan.totalPartitions().orElseThrow()
              : "an unknown number of";
      text.append(": ").append(selected).append(" partitions");
    }
    text.append(", reads ").append(String.join(", ", scan.columns())).append('\n');
    for (KeyRanges ranges : scan.ranges()) {
      text.append("  ").append(ranges.key()).append(" in ").append(ranges.ranges()).append('\n');
    }
    for (Drift drift : scan.drift()) {
      text.append("  drift: ")
          .append(drift.change())
          .append(' ')
          .append(drift.path())
          .append(" in ")
          .append(drift.partitions())
          .append('\n');
    }
  }

  /** Wherever the lake lies on this machine. */
  private static String text(Reason reason) {
    return reason.text().replace(LAKE.toAbsolutePath().normalize().toString(), "LAKE");
  }

  private static String place(Reason reason) {
    String position = reason.position() == null ? "" : " at " + reason.position();
    return reason.capability() + position + ": ";
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
