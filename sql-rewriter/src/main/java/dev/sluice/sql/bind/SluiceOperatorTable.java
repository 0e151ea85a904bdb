package dev.sluice.sql.bind;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.jspecify.annotations.Nullable;

/** Calcite's operators and special syntax, and of functions only those that Sluice defines. */
final class SluiceOperatorTable implements SqlOperatorTable {
  private final TrinoFunctions functions;

  /** Calcite's own takes the type of the divisor. */
  private static final SqlOperator REMAINDER =
      new SqlBinaryOperator(
          "%",
          SqlKind.MOD,
          SqlStdOperatorTable.PERCENT_REMAINDER.getLeftPrec(),
          true,
          ResultTypes.REMAINDER,
          null,
          OperandTypes.NUMERIC_NUMERIC);

  private final List<SqlOperator> syntax;

  SluiceOperatorTable(TrinoFunctions functions) {
    this.functions = functions;
    this.syntax =
        Stream.concat(
                SqlStdOperatorTable.instance().getOperatorList().stream(),
                Stream.of(SqlLibraryOperators.TRY_CAST, REMAINDER))
            .filter(SluiceOperatorTable::isSyntax)
            .filter(operator -> operator != SqlStdOperatorTable.PERCENT_REMAINDER)
            .toList();
  }

  private static boolean isSyntax(SqlOperator operator) {
    return !(operator instanceof SqlFunction)
        || switch (operator.getKind()) {
          case CAST, SAFE_CAST, GROUPING, GROUP_ID -> true;
          default -> false;
        };
  }

  @Override
  public void lookupOperatorOverloads(
      SqlIdentifier name,
      @Nullable SqlFunctionCategory category,
      SqlSyntax kind,
      List<SqlOperator> found,
      SqlNameMatcher matcher) {
    if (!name.isSimple()) {
      return;
    }
    functions.find(name.getSimple()).ifPresent(found::add);
    String wanted = name.getSimple().toUpperCase(Locale.ROOT);
    syntax.stream()
        .filter(operator -> operator.getName().toUpperCase(Locale.ROOT).equals(wanted))
        .filter(operator -> operator.getSyntax().family == kind.family)
        .forEach(found::add);
  }

  @Override
  public List<SqlOperator> getOperatorList() {
    return Stream.concat(functions.all().stream(), syntax.stream()).toList();
  }
}
