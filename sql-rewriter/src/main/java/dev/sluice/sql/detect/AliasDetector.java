package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.FromItem;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlNode;

/** Aliases that are called as a schema is, so that {@code c.orders} could be a table. */
final class AliasDetector implements QueryDetector {
  @Override
  public Set<Capability> detects() {
    return Set.of(Capability.ALIAS_OF_A_SCHEMA);
  }

  @Override
  public void detect(Subject subject, Requirements requirements) {
    Set<String> schemas =
        subject.schemaNames().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    for (FromItem item : subject.bound().items()) {
      if (schemas.contains(item.alias().toLowerCase(Locale.ROOT))) {
        requirements.add(Capability.ALIAS_OF_A_SCHEMA, node(item), item.alias());
      }
    }
  }

  private static SqlNode node(FromItem item) {
    if (item instanceof FromItem.TableItem table) {
      return table.node();
    } else if (item instanceof FromItem.QueryItem query) {
      return query.node();
    }
    return ((FromItem.UnnestItem) item).call();
  }
}
