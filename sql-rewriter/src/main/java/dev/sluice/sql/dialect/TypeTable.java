package dev.sluice.sql.dialect;

import dev.sluice.DataType;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** How one engine spells types; a type it has no word for is refused. */
public final class TypeTable {
  private final Function<DataType, Optional<String>> spelling;

  public TypeTable(Function<DataType, Optional<String>> spelling) {
    this.spelling = spelling;
  }

  public Optional<String> spell(DataType type) {
    return spelling.apply(type);
  }

  SqlNode cast(SqlNode operand, DataType type, FunctionCall call) {
    Optional<String> word = spell(type);
    if (word.isEmpty()) {
      return call.refuse("no type here means " + type, "Sluice's table of types");
    }
    return Nodes.call(SqlStdOperatorTable.CAST, operand, Nodes.keyword(word.get()));
  }
}
