package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.matrix.DeclaredFunction;
import dev.sluice.sql.parse.QueryParser;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.jspecify.annotations.Nullable;

/** Makes functions that bind of those that overlays declare. */
final class UserFunctions {
  private final QueryParser parser;

  UserFunctions(QueryParser parser) {
    this.parser = parser;
  }

  void addTo(TrinoFunctions functions, List<DeclaredFunction> declared) {
    for (DeclaredFunction function : declared) {
      if (functions.find(function.name()).isPresent() || Lambdas.isKnown(function.name())) {
        throw invalid(function, "'" + function.name() + "' is a function already", null);
      }
      List<DataType> arguments =
          function.arguments().stream().map(type -> type(function, type)).toList();
      Signature.Result result = result(arguments, type(function, function.result()));
      functions.add(
          function.name(),
          new UserFunction(function, arguments),
          new Signature(
              arguments.size(),
              arguments.size(),
              Collections.nCopies(arguments.size(), Argument.ANY),
              false,
              result));
    }
  }

  private static Signature.Result result(List<DataType> arguments, DataType result) {
    return types ->
        IntStream.range(0, types.size()).allMatch(i -> fits(types.get(i), arguments.get(i)))
            ? Optional.of(result)
            : Optional.empty();
  }

  /** Whether a value becomes one of the declared type without losing anything. */
  private static boolean fits(DataType given, DataType declared) {
    return CommonType.of(given, declared).equals(Optional.of(declared));
  }

  /** Types are read as in CAST, and nothing else than one may stand there. */
  private DataType type(DeclaredFunction function, String text) {
    try {
      SqlNode query = parser.parse("SELECT CAST(NULL AS " + text + ")");
      if (query instanceof SqlSelect select
          && select.getSelectList().size() == 1
          && select.getSelectList().get(0) instanceof SqlCall cast
          && cast.getKind() == SqlKind.CAST
          && cast.operand(1) instanceof SqlDataTypeSpec type) {
        return TypeNames.of(type);
      }
    } catch (SluiceException e) {
      throw invalid(function, "'" + text + "' is no type of SQL's", e);
    }
    throw invalid(function, "'" + text + "' is no type of SQL's", null);
  }

  private static SluiceException invalid(
      DeclaredFunction function, String what, @Nullable Throwable cause) {
    String where = " (" + function.by() + ", line " + function.line() + ")";
    return new SluiceException(ErrorCode.CONFIGURATION_INVALID, what + where, null, null, cause);
  }
}
