package dev.sluice.sql.prune;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.FromItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlBetweenOperator;
import org.apache.calcite.sql.fun.SqlLikeOperator;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds, for each table of each SELECT, the ranges that its WHERE leaves of a text partition key. A
 * range is a consequence of WHERE being true, so narrowing to it loses no row, on either side of an
 * outer join.
 */
public final class Pruner extends SqlBasicVisitor<@Nullable Void> {
  private final BoundQuery bound;
  private final List<Pruning.Found> found = new ArrayList<>();

  private Pruner(BoundQuery bound) {
    this.bound = bound;
  }

  public static Pruning prune(BoundQuery bound) {
    Pruner pruner = new Pruner(bound);
    bound.root().accept(pruner);
    return new Pruning(pruner.found);
  }

  @Override
  public @Nullable Void visit(SqlCall call) {
    if (call instanceof SqlSelect select && select.getFrom() != null) {
      tables(select.getFrom(), select);
    }
    return super.visit(call);
  }

  private void tables(SqlNode from, SqlSelect select) {
    if (from instanceof SqlJoin join) {
      tables(join.getLeft(), select);
      tables(join.getRight(), select);
    } else if (bound.item(from) instanceof FromItem.TableItem item) {
      for (Column key : item.table().partitionKeys()) {
        if (isText(key.type())) {
          prune(item, key.name(), select);
        }
      }
    }
  }

  private static boolean isText(DataType type) {
    return type == DataType.Primitive.STRING || type instanceof DataType.Varchar;
  }

  private void prune(FromItem.TableItem item, String key, SqlSelect select) {
    SqlNode where = select.getWhere();
    RangeSet<KeyText> ranges = where == null ? all() : ranges(where, item, key);
    boolean visible = where != null && ranges.equals(comparisons(where, item, key));
    found.add(new Pruning.Found(item, key, ImmutableRangeSet.copyOf(ranges), select, visible));
  }

  private static RangeSet<KeyText> all() {
    RangeSet<KeyText> all = TreeRangeSet.create();
    all.add(Range.all());
    return all;
  }

  private RangeSet<KeyText> ranges(SqlNode node, FromItem.TableItem item, String key) {
    if (!(node instanceof SqlBasicCall call)) {
      return all();
    }
    return switch (call.getKind()) {
      case AND -> {
        RangeSet<KeyText> both = TreeRangeSet.create(ranges(call.operand(0), item, key));
        for (SqlNode operand : call.getOperandList()) {
          both.removeAll(ranges(operand, item, key).complement());
        }
        yield both;
      }
      case OR -> {
        RangeSet<KeyText> either = TreeRangeSet.create();
        call.getOperandList().forEach(operand -> either.addAll(ranges(operand, item, key)));
        yield either;
      }
      case LIKE -> like(call, item, key);
      default -> comparison(call, item, key);
    };
  }

  /** Only what every engine prunes by itself: comparisons with literals, joined by AND. */
  private RangeSet<KeyText> comparisons(SqlNode node, FromItem.TableItem item, String key) {
    if (!(node instanceof SqlBasicCall call)) {
      return all();
    }
    return switch (call.getKind()) {
      case AND -> {
        RangeSet<KeyText> both = all();
        for (SqlNode operand : call.getOperandList()) {
          both.removeAll(comparisons(operand, item, key).complement());
        }
        yield both;
      }
      case OR, LIKE -> all();
      default -> comparison(call, item, key);
    };
  }

  private RangeSet<KeyText> comparison(SqlBasicCall call, FromItem.TableItem item, String key) {
    return switch (call.getKind()) {
      case EQUALS -> compare(call, item, key, Range::singleton, Range::singleton);
      case LESS_THAN -> compare(call, item, key, Range::lessThan, Range::greaterThan);
      case LESS_THAN_OR_EQUAL -> compare(call, item, key, Range::atMost, Range::atLeast);
      case GREATER_THAN -> compare(call, item, key, Range::greaterThan, Range::lessThan);
      case GREATER_THAN_OR_EQUAL -> compare(call, item, key, Range::atLeast, Range::atMost);
      case BETWEEN -> between(call, item, key);
      case IN -> in(call, item, key);
      default -> all();
    };
  }

  private interface ToRange {
    Range<KeyText> of(KeyText bound);
  }

  private RangeSet<KeyText> compare(
      SqlBasicCall call, FromItem.TableItem item, String key, ToRange straight, ToRange reversed) {
    Optional<KeyText> right = literal(call.operand(1));
    if (right.isPresent() && isKey(call.operand(0), item, key)) {
      return of(straight.of(right.get()));
    }
    Optional<KeyText> left = literal(call.operand(0));
    if (left.isPresent() && isKey(call.operand(1), item, key)) {
      return of(reversed.of(left.get()));
    }
    return all();
  }

  private RangeSet<KeyText> between(SqlBasicCall call, FromItem.TableItem item, String key) {
    SqlBetweenOperator operator = (SqlBetweenOperator) call.getOperator();
    Optional<KeyText> lower = literal(call.operand(1));
    Optional<KeyText> upper = literal(call.operand(2));
    if (operator.isNegated()
        || operator.flag == SqlBetweenOperator.Flag.SYMMETRIC
        || lower.isEmpty()
        || upper.isEmpty()
        || !isKey(call.operand(0), item, key)) {
      return all();
    }
    return lower.get().compareTo(upper.get()) > 0
        ? TreeRangeSet.create()
        : of(Range.closed(lower.get(), upper.get()));
  }

  private RangeSet<KeyText> in(SqlBasicCall call, FromItem.TableItem item, String key) {
    if (!(call.operand(1) instanceof SqlNodeList values) || !isKey(call.operand(0), item, key)) {
      return all();
    }
    RangeSet<KeyText> any = TreeRangeSet.create();
    for (SqlNode value : values) {
      Optional<KeyText> text = literal(value);
      if (text.isEmpty()) {
        return all();
      }
      any.add(Range.singleton(text.get()));
    }
    return any;
  }

  private RangeSet<KeyText> like(SqlBasicCall call, FromItem.TableItem item, String key) {
    boolean plain = call.operandCount() == 2 && !((SqlLikeOperator) call.getOperator()).isNegated();
    Optional<KeyText> pattern = literal(call.operand(1));
    if (!plain || pattern.isEmpty() || !isKey(call.operand(0), item, key)) {
      return all();
    }
    String text = pattern.get().value();
    int wildcard = 0;
    while (wildcard < text.length() && "%_".indexOf(text.charAt(wildcard)) < 0) {
      wildcard++;
    }
    if (wildcard == text.length()) {
      return of(Range.singleton(pattern.get()));
    }
    KeyText prefix = new KeyText(text.substring(0, wildcard));
    if (prefix.value().isEmpty()) {
      return all();
    }
    return of(
        prefix
            .afterPrefix()
            .map(after -> Range.closedOpen(prefix, after))
            .orElseGet(() -> Range.atLeast(prefix)));
  }

  private static RangeSet<KeyText> of(Range<KeyText> range) {
    RangeSet<KeyText> ranges = TreeRangeSet.create();
    ranges.add(range);
    return ranges;
  }

  private boolean isKey(SqlNode node, FromItem.TableItem item, String key) {
    if (!(node instanceof SqlIdentifier id)) {
      return false;
    }
    Optional<ColumnReference> reference = bound.reference(id);
    return reference.isPresent()
        && reference.get().item() == item
        && reference.get().path().isEmpty()
        && reference.get().column().equals(key);
  }

  private static Optional<KeyText> literal(SqlNode node) {
    return node instanceof SqlCharStringLiteral literal
        ? Optional.of(new KeyText(literal.getValueAs(String.class)))
        : Optional.empty();
  }
}
