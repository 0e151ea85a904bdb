package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.EngineName;
import dev.sluice.matrix.DeclaredFunction;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;

/** A function of the user's own, as an overlay declares it. */
public final class UserFunction extends SqlFunction {
  private static final long serialVersionUID = 1;

  private final transient DeclaredFunction declared;
  private final transient List<DataType> arguments;

  UserFunction(DeclaredFunction declared, List<DataType> arguments) {
    super(
        declared.name(),
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.ARG0,
        null,
        OperandTypes.VARIADIC,
        SqlFunctionCategory.USER_DEFINED_FUNCTION);
    this.declared = declared;
    this.arguments = List.copyOf(arguments);
  }

  /** What an engine calls it; empty where the engine has none. */
  public Optional<String> spelling(EngineName engine) {
    return Optional.ofNullable(declared.spellings().get(engine));
  }

  /** The file that declares it. */
  public String declaredBy() {
    return declared.by();
  }

  /** The type that an argument is declared to have. */
  public DataType argument(int index) {
    return arguments.get(index);
  }
}
