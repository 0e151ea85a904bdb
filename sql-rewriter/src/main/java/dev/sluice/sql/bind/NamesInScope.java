package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.NearestName;
import dev.sluice.SluiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlIdentifier;

/** The columns and paths that a query could have named, for errors to suggest. */
final class NamesInScope {
  /** Suggestions are for people: a table's first columns do. */
  private static final int MOST_PATHS = 10_000;

  /** What Trino takes for a function where no column is called so, and Sluice does not know. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "current_catalog",
          "current_path",
          "current_schema",
          "current_time",
          "current_user",
          "localtime");

  private final List<Relation> relations;
  private final SortedSet<String> bare = new TreeSet<>();
  private final SortedSet<String> qualified = new TreeSet<>();

  private NamesInScope(Scope scope) {
    this.relations = scope.reachable();
    for (Relation relation : relations) {
      for (Relation.Column column : relation.columns()) {
        if (column.name() != null) {
          List<String> paths = new ArrayList<>();
          paths(column.name(), column.type(), paths);
          paths.forEach(path -> add(relation, path));
        }
      }
    }
  }

  static SluiceException notFound(SqlIdentifier id, Scope scope) {
    String written = String.join(".", id.names);
    if (FUNCTIONS.contains(written)) {
      return BindErrors.at(
          id, ErrorCode.FUNCTION_NOT_FOUND, "Function " + written + " is not supported", "");
    }
    return BindErrors.at(
        id,
        ErrorCode.COLUMN_NOT_FOUND,
        "Column " + written + " not found",
        new NamesInScope(scope).nearest(id.names));
  }

  private void add(Relation relation, String path) {
    if (bare.size() < MOST_PATHS) {
      bare.add(path);
      if (!relation.alias().isEmpty()) {
        qualified.add(relation.alias() + "." + path);
      }
    }
  }

  private static void paths(String prefix, DataType type, List<String> into) {
    into.add(prefix);
    if (type instanceof DataType.Struct struct) {
      struct.fields().forEach(field -> paths(prefix + "." + field.name(), field.type(), into));
    }
  }

  /** {@code "; did you mean …?"} or nothing. */
  private String nearest(List<String> names) {
    String within = question(bare, "." + String.join(".", unqualified(names)));
    if (!within.isEmpty()) {
      return within;
    }
    String written = String.join(".", names);
    String near = NearestName.question(written, bare);
    if (near.isEmpty() && names.size() > 1) {
      near = NearestName.question(written, qualified);
    }
    return near.isEmpty()
        ? question(qualified, "." + written.substring(written.indexOf('.') + 1))
        : near;
  }

  private List<String> unqualified(List<String> names) {
    boolean isQualified =
        names.size() > 1
            && relations.stream().anyMatch(relation -> relation.isCalled(names.subList(0, 1)));
    return isQualified ? names.subList(1, names.size()) : names;
  }

  private static String question(SortedSet<String> paths, String end) {
    String others =
        paths.stream()
            .filter(path -> path.endsWith(end))
            .limit(3)
            .collect(Collectors.joining(" or "));
    return others.isEmpty() ? "" : "; did you mean " + others + "?";
  }
}
