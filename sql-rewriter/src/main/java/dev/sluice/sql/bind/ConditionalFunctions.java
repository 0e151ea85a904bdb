package dev.sluice.sql.bind;

import static dev.sluice.sql.bind.Argument.ANY;
import static dev.sluice.sql.bind.Argument.BOOLEAN;
import static dev.sluice.sql.bind.Argument.ORDERABLE;
import static dev.sluice.sql.bind.TrinoFunctions.always;
import static dev.sluice.sql.bind.TrinoFunctions.argument;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Functions that choose among their arguments. */
final class ConditionalFunctions {
  private ConditionalFunctions() {}

  static void addTo(TrinoFunctions functions) {
    Signature common = Signature.of(CommonType::of, ANY).repeated().ofOneType();
    functions.add("coalesce", SqlStdOperatorTable.COALESCE, common.least(2));
    functions.scalar(
        Signature.of(CommonType::of, ORDERABLE).repeated().ofOneType(), "greatest", "least");
    functions.scalar(Signature.of(ConditionalFunctions::compared, ANY, ANY).ofOneType(), "nullif");
    functions.scalar(
        Signature.of(types -> CommonType.of(types.subList(1, types.size())), BOOLEAN, ANY, ANY)
            .least(2)
            .ofOneType(),
        "if");
    functions.scalar(Signature.of(argument(0), ANY), "try");
    functions.scalar(Signature.of(always(Primitive.STRING), ANY), "typeof");
    functions.add(
        "grouping",
        SqlStdOperatorTable.GROUPING,
        Signature.of(always(Primitive.INTEGER), ANY).repeated());
  }

  private static Optional<DataType> compared(List<DataType> types) {
    return CommonType.of(types).map(common -> types.get(0));
  }
}
