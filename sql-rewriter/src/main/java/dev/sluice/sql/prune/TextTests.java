package dev.sluice.sql.prune;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import dev.sluice.DataType;
import dev.sluice.sql.bind.BoundQuery;
import dev.sluice.sql.bind.ColumnReference;
import dev.sluice.sql.bind.SplitKey;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Whether the text that an expression makes of a column is one of some texts. */
final class TextTests {
  private final BoundQuery bound;
  private final Lineage lineage;
  private final Variable variable;
  private final Evaluator constants;
  private final Predicates predicates;

  TextTests(
      BoundQuery bound,
      Lineage lineage,
      Variable variable,
      Evaluator constants,
      Predicates predicates) {
    this.bound = bound;
    this.lineage = lineage;
    this.variable = variable;
    this.constants = constants;
    this.predicates = predicates;
  }

  /** True of the texts in {@code yes}, false of others, NULL of NULL. */
  Truth test(SqlNode node, KeyValues yes) {
    return test(node, yes, yes.otherTexts());
  }

  /** May be true of the texts in {@code yes}, may be false of those in {@code no}. */
  Truth test(SqlNode node, KeyValues yes, KeyValues no) {
    if (variable.column().equals(SplitKey.NAME)
        && bound.splitKey(node).filter(item -> item == variable.item()).isPresent()) {
      return new Truth(yes, no, KeyValues.NULL);
    }
    Value constant = constants.evaluate(node);
    if (constant.told()) {
      return constant(constant, yes, no);
    } else if (bound.typeOf(node) instanceof DataType.Char) {
      return Truth.ANY;
    } else if (node instanceof SqlIdentifier id) {
      Optional<ColumnReference> reference = bound.reference(id);
      return reference.isPresent() ? column(reference.get(), yes, no) : Truth.ANY;
    }
    return node instanceof SqlCall call ? call(call, yes, no) : Truth.ANY;
  }

  /** Whether the timestamp that the key is made of compares so with one between two constants. */
  Truth testSource(SqlNode node, Comparison comparison, LocalDateTime from, LocalDateTime to) {
    Optional<KeySource> source = isSource(node) ? variable.source() : Optional.empty();
    return source.isEmpty()
        ? Truth.ANY
        : new Truth(
            source.get().keys(comparison, from, to),
            source.get().keys(comparison.negated(), from, to),
            KeyValues.ALL);
  }

  private boolean isSource(SqlNode node) {
    if (!(node instanceof SqlIdentifier id) || bound.reference(id).isEmpty()) {
      return false;
    }
    ColumnReference reference = bound.reference(id).get();
    return definition(reference).map(this::isSource).orElseGet(() -> variable.isMadeOf(reference));
  }

  private static Truth constant(Value value, KeyValues yes, KeyValues no) {
    if (value.isNull()) {
      return Truth.certain(null);
    }
    if (!(value.known() instanceof String text)) {
      return Truth.ANY;
    }
    KeyText key = new KeyText(text);
    return new Truth(
        yes.texts().contains(key) ? KeyValues.ALL : KeyValues.NONE,
        no.texts().contains(key) ? KeyValues.ALL : KeyValues.NONE,
        KeyValues.NONE);
  }

  private Truth column(ColumnReference reference, KeyValues yes, KeyValues no) {
    if (variable.is(reference)) {
      return new Truth(yes, no, KeyValues.NULL);
    }
    return definition(reference).map(node -> test(node, yes, no)).orElse(Truth.ANY);
  }

  private Optional<SqlNode> definition(ColumnReference reference) {
    return reference.path().isEmpty() ? lineage.definition(reference) : Optional.empty();
  }

  private Truth call(SqlCall call, KeyValues yes, KeyValues no) {
    return switch (call.getKind()) {
      case CASE -> cases((SqlCase) call, node -> test(node, yes, no));
      case COALESCE -> coalesce(call.getOperandList(), node -> test(node, yes, no));
      case CAST ->
          bound.typeOf(call) == DataType.Primitive.STRING && isText(call.operand(0))
              ? test(call.operand(0), yes, no)
              : Truth.ANY;
      case OVER, FILTER, WITHIN_GROUP -> Truth.ANY;
      default -> function(call, yes, no);
    };
  }

  private boolean isText(SqlNode node) {
    DataType type = bound.typeOf(node);
    return type == DataType.Primitive.STRING || type instanceof DataType.Varchar;
  }

  private Truth cases(SqlCase call, Function<SqlNode, Truth> test) {
    if (call.getValueOperand() != null) {
      return Truth.ANY;
    }
    SqlNode otherwise = call.getElseOperand();
    Truth result = otherwise == null ? test.apply(nothing()) : test.apply(otherwise);
    for (int i = call.getWhenOperands().size() - 1; i >= 0; i--) {
      Truth condition = predicates.of(call.getWhenOperands().get(i));
      result = condition.choose(test.apply(call.getThenOperands().get(i)), result);
    }
    return result;
  }

  private static SqlNode nothing() {
    return SqlLiteral.createNull(SqlParserPos.ZERO);
  }

  /** The first that is not NULL is tested. */
  private Truth coalesce(List<SqlNode> operands, Function<SqlNode, Truth> test) {
    Truth result = test.apply(operands.get(operands.size() - 1));
    for (int i = operands.size() - 2; i >= 0; i--) {
      result = isNull(operands.get(i)).choose(result, test.apply(operands.get(i)));
    }
    return result;
  }

  private Truth function(SqlCall call, KeyValues yes, KeyValues no) {
    String name = call.getOperator().getName().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "substr" -> prefix(call, yes, no);
      case "date_format" -> dateFormat(call, yes, no);
      case "||", "concat" -> concat(call.getOperandList(), yes, no);
      case "if" -> {
        Truth otherwise = test(call.operandCount() > 2 ? call.operand(2) : nothing(), yes, no);
        yield predicates.of(call.operand(0)).choose(test(call.operand(1), yes, no), otherwise);
      }
      default -> Truth.ANY;
    };
  }

  private Truth dateFormat(SqlCall call, KeyValues yes, KeyValues no) {
    Optional<KeySource> source = isSource(call.operand(0)) ? variable.source() : Optional.empty();
    if (source.isEmpty()
        || !(constants.evaluate(call.operand(1)).known() instanceof String format)) {
      return Truth.ANY;
    }
    Optional<KeyValues> mayBe = source.get().keys(format, yes);
    Optional<KeyValues> mayNotBe = source.get().keys(format, no);
    return mayBe.isEmpty() || mayNotBe.isEmpty()
        ? Truth.ANY
        : new Truth(mayBe.get(), mayNotBe.get(), KeyValues.ALL);
  }

  /** The first n characters. */
  private Truth prefix(SqlCall call, KeyValues yes, KeyValues no) {
    if (call.operandCount() != 3
        || !Value.of(1L).equals(constants.evaluate(call.operand(1)))
        || !(constants.evaluate(call.operand(2)).known() instanceof Long length)
        || length < 1
        || length > Integer.MAX_VALUE) {
      return Truth.ANY;
    }
    Prefix prefix = new Prefix(length.intValue());
    return test(call.operand(0), prefix.texts(yes), prefix.texts(no));
  }

  private Truth concat(List<SqlNode> operands, KeyValues yes, KeyValues no) {
    if (operands.size() != 2) {
      return Truth.ANY;
    }
    if (constants.evaluate(operands.get(0)).known() instanceof String before) {
      return test(operands.get(1), after(before, yes), after(before, no));
    } else if (constants.evaluate(operands.get(1)).known() instanceof String behind) {
      return test(operands.get(0), before(behind, yes), before(behind, no));
    }
    return Truth.ANY;
  }

  /** The texts that are in {@code values} when {@code before} stands before them. */
  private static KeyValues after(String before, KeyValues values) {
    RangeSet<KeyText> rests = TreeRangeSet.create();
    Range<KeyText> all = before.isEmpty() ? Range.all() : new KeyText(before).extensions();
    for (Range<KeyText> range : values.texts().subRangeSet(all).asRanges()) {
      rests.add(Prefix.without(before, range));
    }
    return KeyValues.of(rests);
  }

  /** The texts that may be in {@code values} when {@code behind} stands behind them. */
  private static KeyValues before(String behind, KeyValues values) {
    RangeSet<KeyText> starts = TreeRangeSet.create();
    for (Range<KeyText> range : values.texts().asRanges()) {
      boolean isOne =
          range.hasLowerBound()
              && range.hasUpperBound()
              && range.lowerEndpoint().equals(range.upperEndpoint())
              && range.lowerBoundType() == BoundType.CLOSED;
      if (!isOne) {
        return KeyValues.TEXTS;
      }
      String text = range.lowerEndpoint().value();
      if (text.endsWith(behind)) {
        String start = text.substring(0, text.length() - behind.length());
        starts.add(Range.singleton(new KeyText(start)));
      }
    }
    return KeyValues.of(starts);
  }

  /** Whether the text is NULL. */
  Truth isNull(SqlNode node) {
    Value constant = constants.evaluate(node);
    if (constant.told()) {
      return Truth.certain(constant.isNull());
    } else if (node instanceof SqlIdentifier id) {
      Optional<ColumnReference> reference = bound.reference(id);
      if (reference.isPresent() && variable.is(reference.get())) {
        return new Truth(KeyValues.NULL, KeyValues.TEXTS, KeyValues.NONE);
      }
      return reference.flatMap(this::definition).map(this::isNull).orElse(Truth.ANY);
    }
    return node instanceof SqlCall call ? isNullCall(call) : Truth.ANY;
  }

  private Truth isNullCall(SqlCall call) {
    return switch (call.getKind()) {
      case CASE -> cases((SqlCase) call, this::isNull);
      case COALESCE -> call.getOperandList().stream().map(this::isNull).reduce(Truth::and).get();
      default -> {
        // NULL of NULL, and of nothing else.
        boolean isStrict =
            switch (call.getOperator().getName().toLowerCase(Locale.ROOT)) {
              case "substr", "||", "concat", "lower", "upper" -> true;
              default -> false;
            };
        yield isStrict
            ? call.getOperandList().stream().map(this::isNull).reduce(Truth::or).get()
            : Truth.ANY;
      }
    };
  }
}
