package dev.sluice.sql.rewrite;

import dev.sluice.Reason;
import dev.sluice.SqlPosition;
import dev.sluice.sql.bind.Positions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/** What came up while one query was rewritten for one engine. Belongs to one rewriting. */
public final class Remarks {
  private final Set<Reason> refusals = new LinkedHashSet<>();
  private final Set<Reason> caveats = new LinkedHashSet<>();
  private final Set<String> rules = new LinkedHashSet<>();

  /** The engine cannot be made to mean what {@code at} means. */
  public void refuse(SqlNode at, String capability, String why, String source) {
    refusals.add(reason(at, capability, why, source));
  }

  /** The engine may answer {@code at} differently for certain data. */
  public void caveat(SqlNode at, String capability, String text, String source) {
    caveats.add(reason(at, capability, text, source));
  }

  /** A rule has changed the tree. */
  public void applied(String rule) {
    rules.add(rule);
  }

  private static Reason reason(SqlNode at, String capability, String text, String source) {
    SqlPosition position = Positions.of(at);
    return new Reason(capability, null, null, position.line() == 0 ? null : position, text, source);
  }

  public List<Reason> refusals() {
    return new ArrayList<>(refusals);
  }

  public List<Reason> caveats() {
    return new ArrayList<>(caveats);
  }

  public List<String> rules() {
    return new ArrayList<>(rules);
  }
}
