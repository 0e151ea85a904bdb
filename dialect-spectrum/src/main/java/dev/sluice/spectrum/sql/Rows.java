package dev.sluice.spectrum.sql;

import static dev.sluice.DataType.Primitive.BINARY;
import static dev.sluice.DataType.Primitive.TIMESTAMP_WITH_TIME_ZONE;

import dev.sluice.DataType;
import dev.sluice.sql.bind.Intervals;
import dev.sluice.sql.bind.Timestamps;
import dev.sluice.sql.dialect.FunctionCall;
import dev.sluice.sql.dialect.FunctionForm;
import dev.sluice.sql.dialect.FunctionTable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/**
 * Gathers the rows of the table. Every row refuses operands that no expression of Redshift may have
 * or whose meaning there is not known; a row opts in to some of the latter.
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
    builder.form(name, new Guarded(form, Set.of()));
    return this;
  }

  /** A row that takes instants too: timestamps with a time zone. */
  Rows instants(String name, FunctionForm form) {
    builder.form(name, new Guarded(form, Set.of(TIMESTAMP_WITH_TIME_ZONE)));
    return this;
  }

  /** A row that takes intervals too. */
  Rows intervals(String name, FunctionForm form) {
    builder.form(name, new Guarded(form, Intervals.types()));
    return this;
  }

  /** The row of literals, which are of any type but binary. */
  Rows literals(FunctionForm form) {
    Set<DataType> taken = new HashSet<>(Intervals.types());
    taken.add(TIMESTAMP_WITH_TIME_ZONE);
    builder.form(FunctionTable.LITERAL, new Guarded(form, Set.copyOf(taken)));
    return this;
  }

  /** A row that asks only whether there is a value, of whatever scalar type. */
  Rows scalars(String name, FunctionForm form) {
    builder.form(name, new Guarded(form, Set.of(TIMESTAMP_WITH_TIME_ZONE, BINARY)));
    return this;
  }

  /** Syntax, whose operands may be rows. */
  Rows syntax(String... names) {
    builder.same(names);
    return this;
  }

  Rows refused(String name, String why, String source) {
    builder.refused(name, why, source);
    return this;
  }

  private record Guarded(FunctionForm form, Set<DataType> taken) implements FunctionForm {
    @Override
    public SqlNode call(FunctionCall call) {
      for (int i = 0; i < call.count(); i++) {
        DataType type = call.type(i);
        Optional<String> objection = objection(type);
        if (objection.isPresent() && !isQuery(call, i)) {
          return call.refuse(objection.get(), source(type));
        }
      }
      return form.call(call);
    }

    @Override
    public SqlNode around(FunctionCall call, SqlNode whole) {
      return form.around(call, whole);
    }

    /** A subquery has the type of its row. */
    private static boolean isQuery(FunctionCall call, int index) {
      SqlNode operand = call.original().getOperandList().get(index);
      return operand != null && operand.isA(SqlKind.QUERY);
    }

    private Optional<String> objection(DataType type) {
      if (taken.contains(Timestamps.inMilliseconds(type))) {
        return Optional.empty();
      } else if (type.isNested()) {
        return Optional.of("Redshift takes no whole struct, array or map in an expression");
      } else if (type == BINARY) {
        return Optional.of("what it makes of binary values there is not known");
      } else if (type instanceof DataType.Unsupported) {
        return Optional.of("intervals, times of day and the like have no row yet");
      } else if (Timestamps.isZoned(type)) {
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
