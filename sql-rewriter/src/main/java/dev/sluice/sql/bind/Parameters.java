package dev.sluice.sql.bind;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/** Refuses {@code ?}, for which there is no way yet to hand a value in. */
final class Parameters extends SqlBasicVisitor<@Nullable Void> {
  @Override
  public @Nullable Void visit(SqlDynamicParam parameter) {
    throw new SluiceException(
        ErrorCode.INVALID_QUERY,
        "Parameters are not supported yet: ? at "
            + Positions.of(parameter)
            + "; write the value into the query",
        Positions.of(parameter));
  }
}
