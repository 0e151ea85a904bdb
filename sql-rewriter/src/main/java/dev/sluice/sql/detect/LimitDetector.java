package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.parse.TrinoOperators;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlSelect;
import org.jspecify.annotations.Nullable;

/** Limits that do not fit into four bytes. */
final class LimitDetector implements NodeDetector {
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  @Override
  public Set<Capability> detects() {
    return EnumSet.of(Capability.LARGE_LIMIT, Capability.LARGE_LIMIT_OF_ORDERED);
  }

  @Override
  public Set<SqlKind> kinds() {
    return EnumSet.of(SqlKind.SELECT);
  }

  @Override
  public void detect(SqlNode node, Visit visit) {
    SqlSelect select = (SqlSelect) node;
    if (isLarge(select.getFetch())) {
      boolean ordered = select.getOrderList() != null && !select.getOrderList().isEmpty();
      visit
          .requirements()
          .add(
              ordered ? Capability.LARGE_LIMIT_OF_ORDERED : Capability.LARGE_LIMIT,
              select.getFetch());
    }
  }

  private static boolean isLarge(@Nullable SqlNode fetch) {
    SqlNode number =
        fetch != null && TrinoOperators.isWithTies(fetch) ? ((SqlCall) fetch).operand(0) : fetch;
    return number instanceof SqlNumericLiteral literal
        && literal.getValueAs(BigDecimal.class).compareTo(MOST) > 0;
  }
}
