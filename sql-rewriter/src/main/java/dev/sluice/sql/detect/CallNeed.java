package dev.sluice.sql.detect;

import dev.sluice.matrix.Capability;
import dev.sluice.sql.bind.BoundQuery;
import java.util.function.BiPredicate;
import org.apache.calcite.sql.SqlCall;

/**
 * A capability that single calls show, whatever stands around them.
 *
 * @param isShownBy whether a call of the bound query shows it
 */
record CallNeed(Capability capability, BiPredicate<BoundQuery, SqlCall> isShownBy) {}
