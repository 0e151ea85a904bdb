package dev.sluice.sql.bind;

import dev.sluice.ErrorCode;
import dev.sluice.NearestName;
import dev.sluice.SluiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlUnnestOperator;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlTrimFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * Gives every call by name the one function it means, whatever spelling the parser met it in:
 * {@code EXTRACT(YEAR FROM x)} and {@code year(x)} are the same from here on.
 */
final class FunctionResolver extends SqlShuttle {
  private static final Set<SqlKind> FILTERED =
      Set.of(SqlKind.COUNT, SqlKind.SUM, SqlKind.AVG, SqlKind.MIN, SqlKind.MAX);

  private final TrinoFunctions functions;

  FunctionResolver(TrinoFunctions functions) {
    this.functions = functions;
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    SqlNode copy = super.visit(call);
    return copy instanceof SqlCall inner ? resolve(inner) : copy;
  }

  @Override
  public @Nullable SqlNode visit(SqlIdentifier id) {
    // Without parentheses the parser cannot tell a name from a function that takes none.
    boolean bare = id.isSimple() && !id.isComponentQuoted(0);
    if (bare && TrinoFunctions.WITHOUT_PARENTHESES.contains(id.getSimple())) {
      return functions
          .find(id.getSimple())
          .orElseThrow()
          .createCall(id.getParserPosition(), List.of());
    }
    return id;
  }

  private SqlNode resolve(SqlCall call) {
    SqlOperator operator = call.getOperator();
    return switch (call.getKind()) {
      case EXTRACT -> extract(call);
      case UNNEST -> unnest(call);
      case OVER -> over(call);
      case TRIM -> trim(call);
      case CAST, SAFE_CAST, CASE, ROW, ARRAY_VALUE_CONSTRUCTOR, MAP_VALUE_CONSTRUCTOR, ITEM -> call;
      default -> operator instanceof SqlFunction && !isStructural(operator) ? byName(call) : call;
    };
  }

  /**
   * Calcite takes no FILTER under OVER; as every aggregate skips NULL, {@code sum(x) FILTER (WHERE
   * c) OVER w} is {@code sum(CASE WHEN c THEN x END) OVER w}.
   */
  private static SqlNode over(SqlCall over) {
    if (!(over.operand(0) instanceof SqlCall filter) || filter.getKind() != SqlKind.FILTER) {
      return over;
    }
    SqlCall aggregate = filter.operand(0);
    SqlNode first = aggregate.operandCount() == 0 ? null : aggregate.operand(0);
    if (first == null || !FILTERED.contains(aggregate.getKind())) {
      throw new SluiceException(
          ErrorCode.INVALID_QUERY,
          "FILTER is for aggregates: "
              + aggregate.getOperator().getName().toLowerCase(Locale.ROOT)
              + " at "
              + Positions.of(aggregate)
              + " is none",
          Positions.of(aggregate));
    }
    SqlParserPos at = aggregate.getParserPosition();
    boolean star = first instanceof SqlIdentifier name && name.isStar();
    SqlNode kept = star ? SqlLiteral.createExactNumeric("1", at) : first;
    SqlNode when =
        new SqlCase(
            at,
            null,
            SqlNodeList.of(filter.operand(1)),
            SqlNodeList.of(kept),
            SqlLiteral.createNull(at));
    SqlNode filtered =
        new SqlBasicCall(
            aggregate.getOperator(), List.of(when), at, aggregate.getFunctionQuantifier());
    return over.getOperator().createCall(over.getParserPosition(), filtered, over.operand(1));
  }

  private static SqlNode unnest(SqlCall call) {
    boolean ordinality = ((SqlUnnestOperator) call.getOperator()).withOrdinality;
    return new TrinoUnnest(ordinality).createCall(call.getParserPosition(), call.getOperandList());
  }

  /** Functions that carry syntax of their own and are told apart by kind, not by name. */
  private static boolean isStructural(SqlOperator operator) {
    return switch (operator.getKind()) {
      case UNNEST, COLLECTION_TABLE, LATERAL, DESCRIPTOR, GROUPING, GROUP_ID -> true;
      default -> false;
    };
  }

  private SqlNode byName(SqlCall call) {
    String name = call.getOperator().getName();
    Optional<SqlOperator> found = functions.find(name);
    if (found.isEmpty()) {
      throw unknown(call, name);
    }
    List<SqlNode> operands =
        call.getOperandList().stream().map(FunctionResolver::plainName).toList();
    return new SqlBasicCall(
        found.get(), operands, call.getParserPosition(), call.getFunctionQuantifier());
  }

  /** The parser takes a bare name in date_diff for a unit of time; here units are text. */
  private static SqlNode plainName(SqlNode operand) {
    if (!(operand instanceof SqlIntervalQualifier unit)) {
      return operand;
    }
    String name = unit.timeFrameName == null ? unit.timeUnitRange.name() : unit.timeFrameName;
    return new SqlIdentifier(name.toLowerCase(Locale.ROOT), unit.getParserPosition());
  }

  private SqlNode extract(SqlCall call) {
    SqlNode unit = call.operand(0);
    String name =
        unit instanceof SqlIntervalQualifier qualifier
            ? partName(qualifier)
            : unit.toString().toLowerCase(Locale.ROOT);
    SqlOperator operator = functions.find(name).orElseThrow(() -> unknown(call, name));
    return new SqlBasicCall(operator, List.of(call.operand(1)), call.getParserPosition());
  }

  /** A part that Calcite has no word for is kept as the user wrote it. */
  private static String partName(SqlIntervalQualifier qualifier) {
    String frame = qualifier.timeFrameName;
    String part = frame == null ? qualifier.timeUnitRange.name() : frame;
    return part.toLowerCase(Locale.ROOT);
  }

  /** TRIM(BOTH ' ' FROM x), which is also how the parser reads trim(x). */
  private SqlNode trim(SqlCall call) {
    SqlTrimFunction.Flag flag =
        ((SqlLiteral) call.operand(0)).getValueAs(SqlTrimFunction.Flag.class);
    SqlNode characters = call.operand(1);
    boolean blanks =
        characters instanceof SqlLiteral literal && " ".equals(literal.getValueAs(String.class));
    if (!blanks) {
      throw new SluiceException(
          ErrorCode.FUNCTION_NOT_FOUND,
          "trim of given characters is not supported yet at "
              + Positions.of(call)
              + "; trim(x), ltrim(x) and rtrim(x) are",
          Positions.of(call));
    }
    String name =
        switch (flag) {
          case BOTH -> "trim";
          case LEADING -> "ltrim";
          case TRAILING -> "rtrim";
        };
    List<SqlNode> operands = new ArrayList<>(List.of(call.operand(2)));
    return new SqlBasicCall(functions.find(name).orElseThrow(), operands, call.getParserPosition());
  }

  private SluiceException unknown(SqlNode at, String name) {
    return new SluiceException(
        ErrorCode.FUNCTION_NOT_FOUND,
        "Function "
            + name.toLowerCase(Locale.ROOT)
            + " is not known at "
            + Positions.of(at)
            + NearestName.question(name, functions.names()),
        Positions.of(at));
  }

  /** Whether a call is an aggregate or window function. */
  static boolean isAggregate(SqlCall call) {
    return call.getOperator().isAggregator() || call.getKind() == SqlKind.OVER;
  }
}
