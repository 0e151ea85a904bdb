package dev.sluice.sql.bind;

import dev.sluice.DataType;
import dev.sluice.ErrorCode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;

/**
 * What a function takes and what it gives.
 *
 * @param least how many arguments must be given
 * @param arguments their kinds; the last stands for all further ones where {@code most} is larger
 * @param most how many arguments may be given
 * @param isOfOneType whether all arguments are brought to one type, as those of COALESCE are
 * @param result the type of the result; empty where the arguments do not go together
 */
record Signature(
    int least, int most, List<Argument> arguments, boolean isOfOneType, Result result) {
  /** Trino takes no more arguments (Athena user guide, engine version 3, 2023-04-28). */
  static final int MANY = 127;

  /** The type of a result from the types of the arguments. */
  interface Result {
    Optional<DataType> of(List<DataType> types);
  }

  static Signature of(Result result, Argument... arguments) {
    return new Signature(arguments.length, arguments.length, List.of(arguments), false, result);
  }

  /** The first {@code count} must be given. */
  Signature least(int count) {
    return new Signature(count, most, arguments, isOfOneType, result);
  }

  /** The last argument may be given many times. */
  Signature repeated() {
    return new Signature(least, MANY, arguments, isOfOneType, result);
  }

  /** All arguments are brought to one type. */
  Signature ofOneType() {
    return new Signature(least, most, arguments, true, result);
  }

  /** The arguments, each parameter among them having the type that is taken there. */
  List<SqlNode> parameters(List<SqlNode> written, Binding binding) {
    if (binding.typesOf(written).stream().noneMatch(Parameters.UNTYPED::equals)) {
      return written;
    }
    List<SqlNode> bound = new ArrayList<>();
    for (SqlNode node : written) {
      DataType only = argument(bound.size()).onlyType();
      bound.add(binding.parameters.typed(node, only, ParameterUse.VALUE));
    }
    if (!isOfOneType) {
      return bound;
    }
    List<SqlNode> alike =
        binding.parameters.alike(
            IntStream.range(0, bound.size())
                .filter(i -> argument(i) == Argument.ANY)
                .mapToObj(bound::get)
                .toList(),
            ParameterUse.VALUE);
    Iterator<SqlNode> next = alike.iterator();
    return IntStream.range(0, bound.size())
        .mapToObj(i -> argument(i) == Argument.ANY ? next.next() : bound.get(i))
        .toList();
  }

  private Argument argument(int index) {
    return arguments.isEmpty()
        ? Argument.ANY
        : arguments.get(Math.min(index, arguments.size() - 1));
  }

  /** The result of a call, or an error that says what does not fit. */
  DataType check(SqlCall call, String name, List<DataType> types) {
    if (types.size() < least || types.size() > most) {
      throw BindErrors.at(
          call,
          ErrorCode.INVALID_QUERY,
          "Function " + name + " takes " + counts() + ", not " + types.size() + ",",
          "");
    }
    for (int i = 0; i < types.size(); i++) {
      Argument argument = argument(i);
      if (!argument.takes(types.get(i))) {
        throw BindErrors.function(call, name, types, cure(argument));
      }
    }
    return result.of(types).orElseThrow(() -> unlike(call, name, types));
  }

  private static RuntimeException unlike(SqlCall call, String name, List<DataType> types) {
    return name.equals("coalesce") || name.equals("greatest") || name.equals("least")
        ? BindErrors.different(
            call, "The arguments of " + name + " are of different types: ", types)
        : BindErrors.function(call, name, types, "");
  }

  private String counts() {
    String range =
        least == most
            ? String.valueOf(least)
            : most == MANY ? least + " or more" : least + " to " + most;
    return range + (most == 1 ? " argument" : " arguments");
  }

  private static String cure(Argument argument) {
    return argument == Argument.TEXT || argument == Argument.TEXT_OR_CHAR
        ? "; cast to varchar, for example CAST(… AS varchar)"
        : "";
  }
}
