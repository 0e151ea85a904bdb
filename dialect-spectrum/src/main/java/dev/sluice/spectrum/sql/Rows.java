package dev.sluice.spectrum.sql;

import dev.sluice.DataType;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.dialect.FunctionTable;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;

/**
 * Gathers the rows of the table. Every row refuses operands that no expression of Redshift may have
 * or whose meaning there is not known; a row opts out of the last of these only.
 */
final class Rows {
  private final FunctionTable.Builder builder = FunctionTable.builder();

  FunctionTable table() {
    return builder.build();
  }

  /** Same name, same meaning. */
  Rows same(String... names) {
    for (String name : names) {
      form(name, FunctionCall::same);
    }
    return this;
  }

  Rows form(String name, FunctionForm form) {
    builder.form(name, new Guarded(form, false));
    return this;
  }

  /** A row that takes instants too: timestamps with a time zone. */
  Rows instants(String name, FunctionForm form) {
    builder.form(name, new Guarded(form, true));
    return this;
  }

  Rows refused(String name, String why, String source) {
    builder.refused(name, why, source);
    return this;
  }

  private record Guarded(FunctionForm form, boolean takesInstants) implements FunctionForm {
    @Override
    public SqlNode call(FunctionCall call) {
      for (DataType type : call.operandTypes()) {
        Optional<String> objection = objection(type);
        if (objection.isPresent()) {
          return call.refuse(objection.get(), source(type));
        }
      }
      return form.call(call);
    }

    @Override
    public SqlNode around(FunctionCall call, SqlNode whole) {
      return form.around(call, whole);
    }

    private Optional<String> objection(DataType type) {
      if (type.isNested()) {
        return Optional.of("Redshift takes no whole struct, array or map in an expression");
      } else if (type == DataType.Primitive.BINARY) {
        return Optional.of("what it makes of binary values there is not known");
      } else if (type instanceof DataType.Unsupported) {
        return Optional.of("intervals, times of day and the like have no row yet");
      } else if (type == DataType.Primitive.TIMESTAMP_WITH_TIME_ZONE && !takesInstants) {
        return Optional.of("a timestamp with a time zone; cast it to timestamp or date first");
      }
      return Optional.empty();
    }

    private static String source(DataType type) {
      if (type.isNested()) {
        return Sources.guide("tutorial-query-nested-data");
      } else if (type instanceof DataType.Unsupported) {
        return Sources.guide2025("r_interval_data_types");
      }
      return Sources.notFound("what Redshift makes of " + type + " here");
    }
  }
}
