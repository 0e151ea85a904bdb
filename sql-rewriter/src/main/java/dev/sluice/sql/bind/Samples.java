package dev.sluice.sql.bind;

import java.math.BigDecimal;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlSampleSpec;
import org.apache.calcite.sql.SqlSampleSpec.SqlTableSampleSpec;

/** Holds TABLESAMPLE to what Trino takes: a share of the rows, without a seed. */
final class Samples {
  private Samples() {}

  static void check(SqlCall sampled) {
    SqlSampleSpec spec = SqlLiteral.sampleValue(sampled.operand(1));
    if (!(spec instanceof SqlTableSampleSpec share)) {
      throw BindErrors.invalid(
          sampled.operand(1), "TABLESAMPLE takes BERNOULLI (p) or SYSTEM (p)", "");
    } else if (share.isRepeatable()) {
      throw BindErrors.invalid(
          sampled.operand(1), "TABLESAMPLE … REPEATABLE is not supported", "; drop REPEATABLE");
    } else if (share.sampleRate.compareTo(BigDecimal.ONE) > 0) {
      throw BindErrors.invalid(
          sampled.operand(1), "TABLESAMPLE takes a percentage from 0 to 100", "");
    }
  }
}
