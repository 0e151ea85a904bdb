package dev.sluice.spectrum.sql;

import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Regular expressions and paths into JSON text. */
final class PatternRows {
  private static final String REGEX = Sources.guide("REGEXP_INSTR");
  private static final int LEVELS = 5;
  private static final Pattern PATH = Pattern.compile("\\$(?:\\.[A-Za-z_][A-Za-z0-9_]*)+");

  private PatternRows() {}

  static void add(Rows rows) {
    TextRows.text(rows, "regexp_like", PatternRows::regexpLike);
    TextRows.text(rows, "regexp_extract", PatternRows::regexpExtract);
    TextRows.text(rows, "json_extract_scalar", PatternRows::jsonExtractScalar);
  }

  /** In the dialect of Perl, the nearest that Redshift has to Java's. */
  private static SqlNode regexpLike(FunctionCall call) {
    return isShared(call)
        ? matches(call)
        : call.refuse("a pattern that is no literal of what both read alike", REGEX);
  }

  /** NULL without a match, where Redshift gives an empty text (REGEXP_SUBSTR, 2023-04-24). */
  private static SqlNode regexpExtract(FunctionCall call) {
    boolean whole = call.count() < 3 || call.whole(2).orElse(-1) == 0;
    if (!whole || !isShared(call)) {
      return call.refuse(
          "a group, or a pattern that is no literal of what both read alike",
          Sources.guide("REGEXP_SUBSTR"));
    }
    SqlNode match =
        Nodes.call(
            "REGEXP_SUBSTR",
            call.operand(0),
            call.operand(1),
            Nodes.number(1),
            Nodes.number(1),
            Nodes.text("p"));
    return call.by(SpectrumRules.NULL_WITHOUT_MATCH, Nodes.when(matches(call), match));
  }

  private static SqlNode matches(FunctionCall call) {
    SqlNode position =
        Nodes.call(
            "REGEXP_INSTR",
            call.operand(0),
            call.operand(1),
            Nodes.number(1),
            Nodes.number(1),
            Nodes.number(0),
            Nodes.text("p"));
    return Nodes.call(SqlStdOperatorTable.GREATER_THAN, position, Nodes.number(0));
  }

  private static boolean isShared(FunctionCall call) {
    Optional<SharedPattern> pattern = call.text(1).flatMap(SharedPattern::of);
    if (pattern.filter(SharedPattern::countsCharacters).isPresent()) {
      call.caveat(
          "how this pattern meets characters beyond ASCII is not documented",
          Sources.guide("pattern-matching-conditions-posix"));
    }
    return pattern.isPresent();
  }

  /** The matrix says what a missing path and an object come back as. */
  private static SqlNode jsonExtractScalar(FunctionCall call) {
    Optional<String> path = call.text(1).filter(text -> PATH.matcher(text).matches());
    List<String> keys = path.map(text -> List.of(text.substring(2).split("\\."))).orElse(List.of());
    if (keys.isEmpty() || keys.size() > LEVELS) {
      return call.refuse(
          "a path that is no literal like $.a.b of up to five names",
          Sources.guide("JSON_EXTRACT_PATH_TEXT"));
    }
    List<SqlNode> operands = new ArrayList<>(List.of(call.operand(0)));
    keys.forEach(key -> operands.add(Nodes.text(key)));
    operands.add(Nodes.truth(true));
    return Nodes.call("JSON_EXTRACT_PATH_TEXT", operands.toArray(SqlNode[]::new));
  }
}
