package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.matrix.Capability;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.matrix.CapabilityRow;
import dev.sluice.sql.bind.TrinoFunctions;
import dev.sluice.sql.detect.Detectors;
import dev.sluice.sql.dialect.Dialect;
import dev.sluice.sql.dialect.FunctionTable;
import dev.sluice.sql.rewrite.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix, the dialects' rules and their function tables say the same. */
class RulesAndCellsTest {
  private static final CapabilityMatrix MATRIX = CapabilityMatrix.shipped();

  static List<Dialect> dialects() {
    return Dialects.all();
  }

  /** Those that do not say by themselves whatever binds. */
  static List<Dialect> dialectsWithTables() {
    return Dialects.all().stream()
        .filter(one -> one.functions().find("no such function").isEmpty())
        .toList();
  }

  @Test
  void everyDialectHasAColumn() {
    assertThat(MATRIX.engines()).containsAll(dialects().stream().map(Dialect::engine).toList());
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void everyRewriteCellNamesARuleThatClaimsIt(Dialect dialect) {
    Set<String> unclaimed = new TreeSet<>();
    for (CapabilityRow row : MATRIX.rows()) {
      String rule = MATRIX.cell(dialect.engine(), row.capability()).rule();
      if (rule != null && !claims(dialect, rule, row.capability())) {
        unclaimed.add(row.capability() + " by " + rule);
      }
    }
    assertThat(unclaimed).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void everyClaimOfARuleIsARewriteCellThatNamesIt(Dialect dialect) {
    Set<String> unnamed = new TreeSet<>();
    for (Rule rule : dialect.rules()) {
      for (Capability capability : rule.claims()) {
        if (!rule.name().equals(MATRIX.cell(dialect.engine(), capability).rule())) {
          unnamed.add(rule.name() + " claims " + capability);
        }
      }
    }
    assertThat(unnamed).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void ruleNamesAreUnique(Dialect dialect) {
    assertThat(dialect.rules()).extracting(Rule::name).doesNotHaveDuplicates();
  }

  /** A capability that nothing detects would be needed and never asked for. */
  @Test
  void everyCapabilityIsDetectable() {
    assertThat(EnumSet.complementOf(EnumSet.copyOf(Detectors.detectable()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dialectsWithTables")
  void everyFunctionHasARow(Dialect dialect) {
    Set<String> missing = functions();
    missing.removeAll(dialect.functions().names());
    assertThat(missing).as("functions without a row for " + dialect.engine()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void everyRowIsOfAFunctionOrOperatorThatBinds(Dialect dialect) {
    Set<String> rows = new TreeSet<>(dialect.functions().names());
    rows.removeAll(Set.of(FunctionTable.LITERAL, FunctionTable.BETWEEN));
    rows.removeAll(functions());
    rows.removeAll(operators());
    assertThat(rows).as("rows of nothing that binds for " + dialect.engine()).isEmpty();
  }

  private static boolean claims(Dialect dialect, String name, Capability capability) {
    return dialect.rules().stream()
        .anyMatch(rule -> rule.name().equals(name) && rule.claims().contains(capability));
  }

  private static Set<String> functions() {
    return new TrinoFunctions()
        .all().stream()
            .map(operator -> operator.getName().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> operators() {
    return Stream.concat(
            SqlStdOperatorTable.instance().getOperatorList().stream()
                .filter(RulesAndCellsTest::isSyntax),
            Stream.of(SqlLibraryOperators.TRY_CAST))
        // Calcite's name says more than the user wrote.
        .map(operator -> operator.getName().toLowerCase(Locale.ROOT).replace(" asymmetric", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Calcite's functions are not Sluice's, but for those that are written with words of their own.
   */
  private static boolean isSyntax(SqlOperator operator) {
    return !(operator instanceof SqlFunction)
        || operator.getKind() == SqlKind.CAST
        || operator.getKind() == SqlKind.GROUPING;
  }
}
