package dev.sluice.sql.bind;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.NearestName;
import dev.sluice.SqlPosition;
import dev.sluice.Table;
import dev.sluice.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/** The columns and paths that a query could have named, for errors to suggest. */
final class NamesInScope extends SqlBasicVisitor<@Nullable Void> {
  private final CatalogTables tables;
  private final Map<String, Table> byAlias = new LinkedHashMap<>();
  private final Map<SqlPosition, SqlIdentifier> written = new LinkedHashMap<>();

  NamesInScope(SqlNode pristine, CatalogTables tables) {
    this.tables = tables;
    pristine.accept(this);
  }

  @Override
  public @Nullable Void visit(SqlIdentifier id) {
    for (int i = 0; i < id.names.size(); i++) {
      written.putIfAbsent(Positions.of(id.getComponentParserPosition(i)), id);
    }
    table(id, id.names.get(id.names.size() - 1));
    return null;
  }

  @Override
  public @Nullable Void visit(SqlCall call) {
    boolean aliases = call.getKind() == SqlKind.AS && call.operand(0) instanceof SqlIdentifier;
    if (aliases) {
      table(call.operand(0), ((SqlIdentifier) call.operand(1)).getSimple());
    }
    return aliases ? null : super.visit(call);
  }

  private void table(SqlIdentifier id, String alias) {
    if (id.names.size() == 2) {
      tables
          .known(new TableName(id.names.get(0), id.names.get(1)))
          .ifPresent(table -> byAlias.put(alias, table));
    }
    written.putIfAbsent(Positions.of(id), id);
  }

  /** The whole name at a place, as the user wrote it; {@code otherwise} where none is. */
  String written(@Nullable SqlPosition at, String otherwise) {
    SqlIdentifier id = at == null ? null : written.get(at);
    return id == null ? otherwise : String.join(".", id.names);
  }

  /** {@code "; did you mean …?"} or nothing. */
  String nearest(String name) {
    TreeSet<String> known = new TreeSet<>();
    TreeSet<String> qualified = new TreeSet<>();
    byAlias.forEach(
        (alias, table) -> {
          List<String> paths = new ArrayList<>();
          table.allColumns().forEach(column -> paths(column, paths));
          known.addAll(paths);
          paths.forEach(path -> qualified.add(alias + "." + path));
        });
    String near = NearestName.question(name, known);
    if (near.isEmpty() && name.contains(".")) {
      near = NearestName.question(name, qualified);
    }
    return near.isEmpty() ? sameColumnElsewhere(name, qualified) : near;
  }

  /** The alias may be what is wrong. */
  private static String sameColumnElsewhere(String name, TreeSet<String> qualified) {
    String end = name.substring(name.indexOf('.') + 1);
    String others =
        qualified.stream()
            .filter(path -> path.endsWith("." + end))
            .limit(3)
            .collect(Collectors.joining(" or "));
    return others.isEmpty() ? "" : "; did you mean " + others + "?";
  }

  private static void paths(Column column, List<String> into) {
    into.add(column.name());
    paths(column.name(), column.type(), into);
  }

  private static void paths(String prefix, DataType type, List<String> into) {
    if (type instanceof DataType.Struct struct) {
      for (DataType.Field field : struct.fields()) {
        into.add(prefix + "." + field.name());
        paths(prefix + "." + field.name(), field.type(), into);
      }
    }
  }

  /** {@code "; it could be a.x or b.x"} or nothing. */
  String candidates(String column) {
    String candidates =
        byAlias.entrySet().stream()
            .filter(
                entry ->
                    entry.getValue().allColumns().stream().anyMatch(c -> c.name().equals(column)))
            .map(entry -> entry.getKey() + "." + column)
            .collect(Collectors.joining(" or "));
    return candidates.isEmpty() ? "; qualify it" : "; it could be " + candidates;
  }
}
