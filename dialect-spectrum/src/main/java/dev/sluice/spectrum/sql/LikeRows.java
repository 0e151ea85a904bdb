package dev.sluice.spectrum.sql;

import dev.sluice.DataType;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.Nodes;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;

/**
 * LIKE. Without ESCAPE a backslash escapes in Redshift, and is a character like any other in Trino
 * (Amazon Redshift Database Developer Guide, r_patternmatching_condition_like, 2023-04-24).
 *
 * <pre>
 * x LIKE 'a\b%'
 * x LIKE 'a\\b%' ESCAPE '!'
 * </pre>
 */
final class LikeRows {
  private static final List<String> ESCAPES = List.of("!", "#", "~", "^", "|", "@", "+", "=");
  private static final String SOURCE = Sources.guide("r_patternmatching_condition_like");

  private LikeRows() {}

  static void add(Rows rows) {
    rows.form("like", LikeRows::like).form("not like", LikeRows::like);
  }

  private static SqlNode like(FunctionCall call) {
    if (call.type(0) instanceof DataType.Char || call.type(1) instanceof DataType.Char) {
      return call.refuse(
          "CHAR: how blanks at the end match changed with patch 197",
          Sources.patch("patch 197, 2025-11"));
    } else if (call.count() > 2) {
      return call.text(2)
              .filter(escape -> escape.codePointCount(0, escape.length()) == 1)
              .isPresent()
          ? call.same()
          : call.refuse("an escape character that is no literal of one character", SOURCE);
    }
    Optional<String> pattern = call.text(1);
    if (pattern.isEmpty()) {
      return call.refuse(
          "a pattern that is no literal, without ESCAPE: a backslash in it would escape", SOURCE);
    }
    return pattern.get().indexOf('\\') < 0 ? call.same() : escaped(call, pattern.get());
  }

  /** Naming any other character takes the backslash its meaning. */
  private static SqlNode escaped(FunctionCall call, String pattern) {
    Optional<String> unused =
        ESCAPES.stream().filter(escape -> !pattern.contains(escape)).findFirst();
    return unused.isEmpty()
        ? call.refuse("a pattern with a backslash that leaves no escape character", SOURCE)
        : call.by(
            SpectrumRules.NAME_ANOTHER_ESCAPE,
            call.call(
                call.original().getOperator(),
                List.of(call.operand(0), call.operand(1), Nodes.text(unused.get()))));
  }
}
