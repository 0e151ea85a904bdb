package dev.sluice.sql.information;

import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.Table;
import dev.sluice.TableFormat;
import dev.sluice.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table of {@code information_schema}.
 *
 * @param database where given, the only one whose rows are wanted
 * @param table where given, the only one whose rows are wanted
 */
record Listing(Catalog catalog, Optional<String> database, Optional<String> table) {
  /** What Athena calls the Glue Data Catalog. */
  static final String CATALOG = "awsdatacatalog";

  /**
   * @param of a table's name in {@code information_schema}
   */
  Stream<@Nullable Object[]> rows(String of) {
    return switch (of) {
      case "schemata" -> databases().map(name -> row(CATALOG, name));
      case "tables" -> tables().map(one -> of(one, isView(one) ? "VIEW" : "BASE TABLE"));
      // What a view says is its engine's own text.
      case "views" -> tables().filter(Listing::isView).map(one -> of(one, (Object) null));
      case "columns" -> tables().flatMap(Listing::columns);
      default -> throw new IllegalArgumentException(of);
    };
  }

  private Stream<String> databases() {
    Stream<String> all = catalog.databases().stream();
    return all.filter(name -> database.map(name::equals).orElse(true));
  }

  /** One that is named is looked up, so that its database need not be listed. */
  private Stream<Table> tables() {
    return databases()
        .flatMap(
            name ->
                table
                    .map(only -> catalog.table(new TableName(name, only)).stream())
                    .orElseGet(() -> catalog.tables(name).stream()));
  }

  private static Stream<@Nullable Object[]> columns(Table table) {
    List<Column> columns = table.allColumns();
    return IntStream.range(0, columns.size())
        .mapToObj(
            i -> {
              Column column = columns.get(i);
              String type = column.type().toString();
              return of(table, column.name(), (long) (i + 1), null, "YES", type);
            });
  }

  private static boolean isView(Table table) {
    TableFormat format = table.storage().format();
    return format == TableFormat.VIEW || format == TableFormat.DEFINER_VIEW;
  }

  private static @Nullable Object[] of(Table table, @Nullable Object... rest) {
    return Stream.concat(
            Stream.of(CATALOG, table.name().database(), table.name().table()), Stream.of(rest))
        .toArray();
  }

  private static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }
}
