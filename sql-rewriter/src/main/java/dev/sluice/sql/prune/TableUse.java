package dev.sluice.sql.prune;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import dev.sluice.sql.bind.SplitKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * One place of a query where a partitioned table is read, and what of it is needed there. Not
 * shareable between threads.
 */
final class TableUse {
  /** How Hive's layout writes a key that is NULL; engines may also take it for a text. */
  static final String NULL_VALUE = "__HIVE_DEFAULT_PARTITION__";

  private final BoundQuery bound;
  private final FromItem.TableItem item;
  private final SqlSelect select;
  private final Lineage lineage;
  private final Value clock;
  private final Evaluator evaluator;
  private final List<SqlNode> telling = new ArrayList<>();
  private final Map<String, Narrowed> narrowed = new LinkedHashMap<>();

  /** The partition that the evaluator is asked of. */
  private List<String> asked = List.of();

  /**
   * What is needed of one text key.
   *
   * @param values in all
   * @param inWhere as far as it may be said in the WHERE of the SELECT
   * @param isVisible whether the user's own WHERE says as much, in words that every engine prunes
   *     by
   */
  record Narrowed(KeyValues values, KeyValues inWhere, boolean isVisible) {}

  TableUse(
      BoundQuery bound,
      FromItem.TableItem item,
      SqlSelect select,
      Lineage lineage,
      List<Condition> conditions,
      Value clock) {
    this.bound = bound;
    this.clock = clock;
    this.evaluator =
        new Evaluator(bound, lineage, this::value, clock, ClockConstants.of(bound, lineage, clock));
    this.item = item;
    this.select = select;
    this.lineage = lineage;
    for (Condition condition : conditions) {
      if (tells(condition.node())) {
        telling.add(condition.node());
      }
    }
    List<SqlNode> all = conditions.stream().map(Condition::node).toList();
    Domains domains = ConditionDomains.of(bound, lineage, all, clock);
    if (SplitKey.of(item.table()).isPresent()) {
      Variable key = new Variable(item, SplitKey.NAME);
      narrowed.put(SplitKey.NAME, narrow(key, conditions, domains));
    }
    for (Column key : item.table().partitionKeys()) {
      if (isText(key.type())) {
        narrowed.put(key.name(), narrow(new Variable(item, key.name()), conditions, domains));
      }
    }
  }

  private Narrowed narrow(Variable key, List<Condition> conditions, Domains domains) {
    Predicates predicates = new Predicates(bound, lineage, key, domains, clock);
    KeyValues values = KeyValues.ALL;
    KeyValues inWhere = KeyValues.ALL;
    for (Condition condition : conditions) {
      KeyValues yes = predicates.of(condition.node()).yes();
      values = values.and(yes);
      inWhere = condition.holdsInWhere() ? inWhere.and(yes) : inWhere;
    }
    KeyValues plain = new PlainComparisons(bound, key).of(select.getWhere());
    return new Narrowed(values, inWhere, plain.texts().equals(inWhere.texts()));
  }

  private static boolean isText(DataType type) {
    return type == DataType.Primitive.STRING || type instanceof DataType.Varchar;
  }

  /** Whether a condition has to do with the table's keys. */
  private boolean tells(SqlNode condition) {
    boolean[] found = {false};
    condition.accept(
        new SqlBasicVisitor<@Nullable Void>() {
          @Override
          public @Nullable Void visit(SqlIdentifier id) {
            bound
                .reference(id)
                .ifPresent(
                    reference ->
                        found[0] |=
                            (reference.item() == item && isKey(reference.column()))
                                || lineage.definition(reference).isPresent());
            return null;
          }
        });
    return found[0];
  }

  private boolean isKey(String column) {
    return item.table().partitionKeys().stream().anyMatch(key -> key.name().equals(column));
  }

  FromItem.TableItem item() {
    return item;
  }

  SqlSelect select() {
    return select;
  }

  /** What is needed of a key; everything of one that is no text. */
  Narrowed narrowed(String key) {
    return narrowed.getOrDefault(key, new Narrowed(KeyValues.ALL, KeyValues.ALL, true));
  }

  /** Whether no condition has to do with the keys. */
  boolean selectsAll() {
    return telling.isEmpty();
  }

  /**
   * Whether a partition can hold rows that are needed.
   *
   * @param values one a key, in the table's order
   */
  boolean selects(List<String> values) {
    asked = values;
    for (SqlNode condition : telling) {
      if (!evaluator.evaluate(condition).mayBeTrue()) {
        return false;
      }
    }
    return true;
  }

  private Value value(ColumnReference reference) {
    return reference.item() == item && reference.path().isEmpty()
        ? value(reference.column(), asked)
        : Value.UNTOLD;
  }

  private Value value(String column, List<String> values) {
    List<Column> keys = item.table().partitionKeys();
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).name().equals(column)) {
        return value(values.get(i), keys.get(i).type());
      }
    }
    return Value.UNTOLD;
  }

  private static Value value(String text, DataType type) {
    if (text.equals(NULL_VALUE)) {
      return Value.UNTOLD;
    }
    Value value = Casts.of(Value.of(text), type);
    // What a key's type cannot hold, engines cut or refuse.
    boolean isWhole = !(type instanceof DataType.Varchar) || Value.of(text).equals(value);
    return isWhole ? value : Value.UNTOLD;
  }
}
