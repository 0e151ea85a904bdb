package dev.sluice.sql.detect;

import dev.sluice.DataType;
import dev.sluice.TableName;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.bind.HiddenColumn;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** Values out of a table's files that an engine may hold in less than they need, once a table. */
final class ReadDetector implements NodeDetector {
  @Override
  public Set<Capability> detects() {
    return ReadNeeds.ALL;
  }

  @Override
  public Set<SqlKind> kinds() {
    return EnumSet.of(SqlKind.IDENTIFIER);
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    SqlIdentifier id = (SqlIdentifier) node;
    // An UNNEST opens its array; what is read of it, the names of its columns show.
    if (!visit.isInUnnest()) {
      visit.bound().reference(id).ifPresent(reference -> read(id, reference, visit));
    }
  }

  private static void read(SqlIdentifier id, ColumnReference reference, Visit visit) {
    FromItem.TableItem item = source(visit.bound(), reference.item());
    if (item == null
        || References.isPartitionKey(reference)
        || HiddenColumn.of(reference).isPresent()) {
      return;
    }
    TableName table = item.table().name();
    DataType type = visit.bound().typeOf(id);
    for (ReadNeeds.Need need : visit.subject().readNeeds(table)) {
      if (need.isOf(type)) {
        visit.requirements().add(need.capability(), table, null, item.node(), null);
      }
    }
  }

  /** The table of a column; of an UNNEST's, the one whose array it opens; null where none is. */
  private static FromItem.@Nullable TableItem source(BoundQuery bound, FromItem item) {
    if (item instanceof FromItem.TableItem table) {
      return table;
    } else if (item instanceof FromItem.UnnestItem unnest) {
      return References.items(bound, unnest.call()).stream()
          .map(inner -> source(bound, inner))
          .flatMap(Stream::ofNullable)
          .findFirst()
          .orElse(null);
    }
    return null;
  }
}
