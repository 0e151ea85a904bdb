package dev.sluice.standin.redshift.sql;

import dev.sluice.standin.redshift.lake.ExternalTable;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what one statement reads. */
final class Reads {
  private final Set<ExternalTable> tables = new LinkedHashSet<>();
  private boolean nested;
  private boolean ownTables;
  private @Nullable String leaderFunction;

  void table(ExternalTable table) {
    tables.add(table);
  }

  void nested() {
    nested = true;
  }

  /** Notes a table of Redshift's own that a user made. */
  void ownTable() {
    ownTables = true;
  }

  Set<ExternalTable> tables() {
    return tables;
  }

  boolean readsNested() {
    return nested;
  }

  /** Notes a function that runs on the leader node alone. */
  void leaderFunction(String name) {
    leaderFunction = name;
  }

  /** Functions of the leader node cannot be used where compute nodes have work. */
  void check() {
    if (leaderFunction != null && (ownTables || !tables.isEmpty())) {
      throw RefusedException.own(
          leaderFunction + " is a function of the leader node, and fails beside tables");
    }
  }
}
