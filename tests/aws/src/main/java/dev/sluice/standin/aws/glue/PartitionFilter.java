package dev.sluice.standin.aws.glue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.Parenthesis;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;

/**
 * GetPartitions' Expression: parsed by JSQLParser, as the Glue Web API Reference says of Glue's own
 * (GetPartitions, Expression; looked at 2026-11-27), and decided for each partition by the types of
 * the keys. Which version of the parser Glue has is not published, so which words it reserves is
 * not known. Shareable.
 */
public final class PartitionFilter {
  public static final int MAX_BYTES = 2048;

  private final List<KeyType> types = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Predicate<List<String>> filter;

  private PartitionFilter(String text, JsonNode keys) {
    for (JsonNode key : keys) {
      names.add(key.path("Name").asText().toLowerCase(Locale.ROOT));
      types.add(KeyType.of(key.path("Type").asText("")));
    }
    try {
      this.filter = predicate(CCJSqlParserUtil.parseCondExpression(text, false));
    } catch (JSQLParserException e) {
      throw GlueErrors.invalidInput("cannot be parsed: " + text);
    }
  }

  /**
   * @param keys the table's PartitionKeys
   * @throws dev.sluice.standin.aws.wire.AwsError InvalidInputException
   */
  public static PartitionFilter of(String text, JsonNode keys) {
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw GlueErrors.invalidInput("Expression is longer than " + MAX_BYTES + " bytes");
    }
    return new PartitionFilter(text, keys);
  }

  public boolean selects(List<String> values) {
    return filter.test(values);
  }

  private Predicate<List<String>> predicate(Expression expression) {
    if (expression instanceof AndExpression and) {
      return predicate(and.getLeftExpression()).and(predicate(and.getRightExpression()));
    } else if (expression instanceof OrExpression or) {
      return predicate(or.getLeftExpression()).or(predicate(or.getRightExpression()));
    } else if (expression instanceof NotExpression not) {
      return predicate(not.getExpression()).negate();
    } else if (expression instanceof Parenthesis inner) {
      return predicate(inner.getExpression());
    } else if (expression instanceof ParenthesedExpressionList<?> inner && inner.size() == 1) {
      return predicate(inner.get(0));
    } else if (expression instanceof Between between) {
      int key = key(between.getLeftExpression());
      Predicate<List<String>> within =
          compared(key, between.getBetweenExpressionStart(), order -> order >= 0)
              .and(compared(key, between.getBetweenExpressionEnd(), order -> order <= 0));
      return between.isNot() ? within.negate() : within;
    } else if (expression instanceof InExpression in) {
      return in(in);
    } else if (expression instanceof LikeExpression like) {
      return like(like);
    } else if (expression instanceof BinaryExpression binary) {
      return compared(
          key(binary.getLeftExpression()), binary.getRightExpression(), operator(binary));
    }
    throw unknown(expression);
  }

  private Predicate<List<String>> in(InExpression in) {
    if (!(in.getRightExpression() instanceof ExpressionList<?> list)) {
      throw unknown(in);
    }
    int key = key(in.getLeftExpression());
    Predicate<List<String>> any = values -> false;
    for (Expression each : list) {
      any = any.or(compared(key, each, order -> order == 0));
    }
    return in.isNot() ? any.negate() : any;
  }

  private Predicate<List<String>> like(LikeExpression like) {
    int key = key(like.getLeftExpression());
    if (!(like.getRightExpression() instanceof StringValue pattern)) {
      throw unknown(like);
    }
    StringBuilder regex = new StringBuilder();
    for (char each : pattern.getNotExcapedValue().toCharArray()) {
      regex.append(each == '%' ? ".*" : each == '_' ? "." : Pattern.quote(String.valueOf(each)));
    }
    Pattern compiled = Pattern.compile(regex.toString(), Pattern.DOTALL);
    Predicate<List<String>> matching = values -> compiled.matcher(values.get(key)).matches();
    return like.isNot() ? matching.negate() : matching;
  }

  private static IntPredicate operator(BinaryExpression binary) {
    if (binary instanceof EqualsTo) {
      return order -> order == 0;
    } else if (binary instanceof NotEqualsTo) {
      return order -> order != 0;
    } else if (binary instanceof GreaterThanEquals) {
      return order -> order >= 0;
    } else if (binary instanceof GreaterThan) {
      return order -> order > 0;
    } else if (binary instanceof MinorThanEquals) {
      return order -> order <= 0;
    } else if (binary instanceof MinorThan) {
      return order -> order < 0;
    }
    throw unknown(binary);
  }

  private Predicate<List<String>> compared(int key, Expression literal, IntPredicate operator) {
    return types.get(key).compared(key, text(literal), operator);
  }

  private int key(Expression expression) {
    // Not all of them are columns to the parser: DAY and HOUR are words of its own.
    int key = names.indexOf(unquoted(expression.toString()).toLowerCase(Locale.ROOT));
    if (key < 0) {
      throw unknown(expression);
    }
    return key;
  }

  private static String unquoted(String name) {
    return name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1)
        : name;
  }

  private static String text(Expression literal) {
    if (literal instanceof StringValue string) {
      return string.getNotExcapedValue();
    } else if (literal instanceof LongValue || literal instanceof DoubleValue) {
      return literal.toString();
    } else if (literal instanceof SignedExpression signed
        && (signed.getExpression() instanceof LongValue
            || signed.getExpression() instanceof DoubleValue)) {
      return signed.toString();
    }
    throw unknown(literal);
  }

  private static RuntimeException unknown(Expression expression) {
    return GlueErrors.invalidInput("not a condition on a key: " + expression);
  }
}
