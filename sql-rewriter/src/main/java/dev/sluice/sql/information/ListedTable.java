package dev.sluice.sql.information;

import dev.sluice.Catalog;
import dev.sluice.Column;
import dev.sluice.DataType.Primitive;
import dev.sluice.Table;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.schema.FilterableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * A table of {@code information_schema} as Calcite reads it: of the catalog no more is asked than
 * what equalities of a database and a table leave.
 */
final class ListedTable extends AbstractTable implements FilterableTable {
  private final Catalog catalog;
  private final Table table;

  ListedTable(Catalog catalog, Table table) {
    this.catalog = catalog;
    this.table = table;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    RelDataTypeFactory.Builder row = types.builder();
    for (Column column : table.columns()) {
      SqlTypeName type =
          column.type() == Primitive.BIGINT ? SqlTypeName.BIGINT : SqlTypeName.VARCHAR;
      row.add(column.name(), type).nullable(true);
    }
    return row.build();
  }

  @Override
  public Enumerable<@Nullable Object[]> scan(DataContext context, List<RexNode> filters) {
    Listing listing =
        new Listing(
            catalog,
            equalTo(
                table.name().table().equals("schemata") ? "schema_name" : "table_schema", filters),
            equalTo("table_name", filters));
    return Linq4j.asEnumerable(listing.rows(table.name().table()).toList());
  }

  /** The filters stay: Calcite still goes by all of them. */
  private Optional<String> equalTo(String column, List<RexNode> filters) {
    int place = table.columns().stream().map(Column::name).toList().indexOf(column);
    return filters.stream().flatMap(each -> equalTo(place, each).stream()).findFirst();
  }

  private static Optional<String> equalTo(int place, RexNode filter) {
    if (!(filter instanceof RexCall call)) {
      return Optional.empty();
    } else if (call.getKind() == SqlKind.AND) {
      return call.getOperands().stream().flatMap(each -> equalTo(place, each).stream()).findFirst();
    } else if (call.getKind() != SqlKind.EQUALS) {
      return Optional.empty();
    }
    RexNode left = call.getOperands().get(0);
    RexNode right = call.getOperands().get(1);
    return text(place, left, right).or(() -> text(place, right, left));
  }

  private static Optional<String> text(int place, RexNode column, RexNode value) {
    boolean isColumn = column instanceof RexInputRef input && input.getIndex() == place;
    return isColumn && value instanceof RexLiteral literal
        ? Optional.ofNullable(literal.getValueAs(String.class))
        : Optional.empty();
  }
}
