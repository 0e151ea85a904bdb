package dev.sluice.sql.detect;

import dev.sluice.TableFormat;
import dev.sluice.TableName;
import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;

/** Values out of a table's files that an engine may hold in less than they need, once a table. */
final class ReadDetector implements Detector {
  @Override
  public Set<Capability> detects() {
    return ReadNeeds.ALL;
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    BoundQuery bound = subject.bound();
    Map<TableName, Set<TableFormat>> formats = new HashMap<>();
    subject.scans().forEach(scan -> formats.put(scan.table().name(), Formats.of(scan)));
    TreeWalk.walk(
        bound.root(),
        node -> {
          if (node instanceof SqlIdentifier id) {
            bound
                .reference(id)
                .ifPresent(reference -> read(bound, id, reference, formats, requirements));
          }
          // An UNNEST opens its array; what is read of it, the names of its columns show.
          return node.getKind() != SqlKind.UNNEST;
        });
  }

  private static void read(
      BoundQuery bound,
      SqlIdentifier id,
      ColumnReference reference,
      Map<TableName, Set<TableFormat>> formats,
      Requirements requirements) {
    Optional<FromItem.TableItem> source = source(bound, reference.item());
    if (source.isEmpty() || References.isPartitionKey(reference)) {
      return;
    }
    FromItem.TableItem item = source.get();
    TableName table = item.table().name();
    Set<TableFormat> of = formats.getOrDefault(table, Set.of());
    for (Capability capability : ReadNeeds.of(bound.typeOf(id), of)) {
      requirements.add(capability, table, null, item.node(), null);
    }
  }

  /** The table of a column; of an UNNEST's, the one whose array it opens. */
  private static Optional<FromItem.TableItem> source(BoundQuery bound, FromItem item) {
    if (item instanceof FromItem.TableItem table) {
      return Optional.of(table);
    } else if (item instanceof FromItem.UnnestItem unnest) {
      return References.items(bound, unnest.call()).stream()
          .map(inner -> source(bound, inner))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return Optional.empty();
  }

  /** Its values are names of folders, which are short. */
  private static boolean isPartitionKey(ColumnReference reference) {
    return reference.item() instanceof FromItem.TableItem item
        && item.table().partitionKeys().stream()
            .anyMatch(key -> key.name().equals(reference.column()));
  }
}
