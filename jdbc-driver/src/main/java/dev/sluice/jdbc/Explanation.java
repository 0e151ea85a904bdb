package dev.sluice.jdbc;

import dev.sluice.Candidate;
import dev.sluice.DataType.Primitive;
import dev.sluice.Decision;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.Reason;
import dev.sluice.ResultColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code EXPLAIN SLUICE SELECT …}: the decision as rows, an engine each, best first. */
final class Explanation {
  private static final Pattern EXPLAIN =
      Pattern.compile("\\s*EXPLAIN\\s+SLUICE\\s", Pattern.CASE_INSENSITIVE);

  static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn("engine", Primitive.STRING),
          new ResultColumn("verdict", Primitive.STRING),
          new ResultColumn("answers", Primitive.BOOLEAN),
          new ResultColumn("reasons", Primitive.STRING),
          new ResultColumn("caveats", Primitive.STRING),
          new ResultColumn("rules", Primitive.STRING),
          new ResultColumn("query", Primitive.STRING));

  private Explanation() {}

  /** The query that is to be explained, its places as they were; empty where none is to be. */
  static Optional<String> query(String sql) {
    Matcher explain = EXPLAIN.matcher(sql);
    return explain.lookingAt()
        ? Optional.of(explain.group().replaceAll("\\S", " ") + sql.substring(explain.end()))
        : Optional.empty();
  }

  /** A plan whose answer is the decision of another. */
  static Plan of(Plan plan) {
    Decision decision = plan.decision();
    @Nullable Candidate answering =
        Optional.ofNullable(decision.answeredBy()).flatMap(decision::candidate).orElse(null);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Candidate candidate : decision.candidates()) {
      NativeQuery query = candidate.query();
      List<@Nullable Object> row = new ArrayList<>();
      row.add(candidate.toString());
      row.add(candidate.verdict().name().toLowerCase(Locale.ROOT));
      row.add(candidate.equals(answering));
      row.add(texts(candidate.reasons()));
      row.add(texts(candidate.caveats()));
      row.add(candidate.rules().isEmpty() ? null : String.join(", ", candidate.rules()));
      row.add(query == null ? null : query.sql());
      rows.add(row);
    }
    if (rows.isEmpty()) {
      // No engine was weighed, since none is asked.
      rows.add(
          Arrays.asList(
              String.valueOf(decision.answeredBy()),
              "native",
              true,
              decision.explanation(),
              null,
              null,
              null));
    }
    return new Plan(
        plan.sql(), decision, plan.tables(), COLUMNS, plan.notes(), List.of(), rows, null);
  }

  private static @Nullable String texts(List<Reason> reasons) {
    return reasons.isEmpty()
        ? null
        : reasons.stream().map(Explanation::text).collect(Collectors.joining("\n"));
  }

  private static String text(Reason reason) {
    return reason.position() == null
        ? reason.text()
        : reason.text() + " (" + reason.position() + ")";
  }
}
