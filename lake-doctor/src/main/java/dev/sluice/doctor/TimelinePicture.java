package dev.sluice.doctor;

import dev.sluice.Drift;
import dev.sluice.EngineName;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.matrix.Reading;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table's partitions from left to right: above what each engine makes of them, below which paths
 * are older than the table, and where. Not shareable between threads.
 */
final class TimelinePicture {
  private static final int LEFT = 190;
  private static final int WIDTH = 930;
  private static final int ROW = 22;
  private static final int BAR = 16;
  private static final int MOST_PATHS = 30;

  private final Checkup table;
  private final int parts;
  private final StringBuilder svg = new StringBuilder();
  private int y = 4;

  private TimelinePicture(Checkup table) {
    this.table = table;
    this.parts = table.timeline().stream().mapToInt(each -> each.range().count()).sum();
  }

  static String of(Checkup table) {
    return new TimelinePicture(table).drawn();
  }

  private String drawn() {
    for (EngineName engine : table.engines()) {
      row(engine.value(), "", stretch -> letter(stretch.worst(engine)), this::told);
    }
    gap();
    List<String> paths =
        table.drift().stream().map(found -> found.met().change().path()).distinct().toList();
    for (String path : paths.subList(0, Math.min(MOST_PATHS, paths.size()))) {
      row(path, "level", stretch -> older(stretch, path), stretch -> told(stretch, path));
    }
    if (table.timeline().stream().anyMatch(Stretch::problem)) {
      row("broken files", "level", stretch -> stretch.problem() ? "b" : "s", this::told);
    }
    ticks();
    String head =
        "<div class=\"scroll\"><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(LEFT + WIDTH + 10, y + 22, "Time line of " + escaped(table.table().name()));
    return head + svg + "</svg></div>\n" + legend();
  }

  private void row(
      String label,
      String style,
      Function<Stretch, String> letters,
      Function<Stretch, String> titles) {
    svg.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" class=\"%s\">%s</text>\n"
            .formatted(LEFT - 10, y + BAR - 4, style, escaped(shortened(label))));
    for (Stretch stretch : table.timeline()) {
      double from = x(stretch.range().first());
      double gap = table.timeline().size() < WIDTH / 4 ? 1.5 : 0;
      double width = Math.max(0.5, x(stretch.range().last() + 1) - from - gap);
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\">"
                  + "<title>%s</title></rect>\n",
              letters.apply(stretch),
              from,
              y,
              width,
              BAR,
              escaped(titles.apply(stretch))));
    }
    y += ROW;
  }

  private void gap() {
    svg.append(
        "<line x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>\n".formatted(LEFT + WIDTH, y + 3, y + 3));
    y += 10;
  }

  private double x(int place) {
    return LEFT + (double) WIDTH * place / Math.max(1, parts);
  }

  private static String letter(Reading reading) {
    return CheckupPage.word(reading).substring(0, 1);
  }

  /** Whether the catalog's partition, the files alone, or neither is older. */
  private static String older(Stretch stretch, String path) {
    List<Met> own =
        stretch.changes().stream().filter(met -> met.change().path().equals(path)).toList();
    if (own.isEmpty()) {
      return "s";
    }
    return own.stream().anyMatch(met -> met.level() == Drift.Level.PARTITION) ? "o" : "c";
  }

  private String told(Stretch stretch) {
    String name = table.name(stretch.range());
    return stretch.changes().isEmpty()
        ? name + ": as the table says"
        : name + ": " + changes(stretch.changes());
  }

  private String told(Stretch stretch, String path) {
    List<Met> own =
        stretch.changes().stream().filter(met -> met.change().path().equals(path)).toList();
    return table.name(stretch.range())
        + ": "
        + (own.isEmpty() ? path + " is as the table says" : changes(own));
  }

  private static String changes(List<Met> changes) {
    return changes.stream()
        .collect(
            Collectors.groupingBy(
                Met::partition,
                () -> new EnumMap<>(PartitionSchema.class),
                Collectors.mapping(met -> Words.change(met.change()), Collectors.joining("; "))))
        .entrySet()
        .stream()
        .map(entry -> Words.place(entry.getKey()) + " " + entry.getValue())
        .collect(Collectors.joining(". "));
  }

  /** The first and the last, and some between where there is room. */
  private void ticks() {
    if (table.partitions().isEmpty()) {
      return;
    }
    int count = Math.min(5, parts);
    for (int i = 0; i < count; i++) {
      int place = count == 1 ? 0 : (int) ((long) (parts - 1) * i / (count - 1));
      String anchor = i == 0 ? "start" : i == count - 1 ? "end" : "middle";
      double at = i == 0 ? x(0) : i == count - 1 ? x(parts) : x(place);
      svg.append(
          String.format(
              Locale.ROOT,
              "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>\n",
              at,
              y + 12,
              anchor,
              escaped(String.join("/", table.partitions().get(place).values()))));
    }
  }

  private static String legend() {
    return "<p class=\"legend\">"
        + item("right", "reads it right")
        + item("null", "NULL where there are values")
        + item("error", "fails")
        + item("wrong", "other values")
        + item("unknown", "not established")
        + item("same", "as the table says")
        + item("older", "older in the catalog's partition")
        + "<span><i style=\"background:color-mix(in srgb, var(--older) 55%, var(--paper))\"></i>"
        + "older in the files alone</span></p>\n";
  }

  private static String item(String colour, String text) {
    return "<span><i style=\"background:var(--" + colour + ")\"></i>" + text + "</span>";
  }

  private static String shortened(String label) {
    return label.length() > 27 ? "…" + label.substring(label.length() - 26) : label;
  }

  private static String escaped(Object text) {
    return CheckupPage.escaped(text.toString());
  }
}
