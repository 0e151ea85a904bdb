package dev.sluice.probe;

import dev.sluice.matrix.Capability;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query that needs one capability, and the rows that Sluice's SQL means by it.
 *
 * @param sql with the probe lake's tables in braces: {@code SELECT id FROM {people}}
 * @param ordered whether the rows have an order
 * @param rows as {@link AnswerText} writes them
 */
public record Probe(Capability capability, String sql, boolean ordered, List<String> rows) {
  private static final Pattern TABLE = Pattern.compile("\\{([a-z_]+)}");

  public Probe {
    rows = List.copyOf(rows);
  }

  /** The tables of the probe lake that the query reads. */
  public Set<String> tables() {
    Set<String> tables = new LinkedHashSet<>();
    Matcher found = TABLE.matcher(sql);
    while (found.find()) {
      tables.add(found.group(1));
    }
    tables.remove("database");
    return tables;
  }

  /** Whether these are the rows. */
  boolean isAnsweredBy(List<String> answer) {
    return ordered ? answer.equals(rows) : sorted(answer).equals(sorted(rows));
  }

  private static List<String> sorted(List<String> rows) {
    return rows.stream().sorted().toList();
  }
}
