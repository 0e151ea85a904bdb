package dev.sluice.matrix;

import dev.sluice.EngineName;
import java.util.List;
import java.util.Map;

/**
 * A function of the user's own, which some engines have.
 *
 * @param name lower case, as queries call it
 * @param arguments the types of its arguments, as SQL writes them
 * @param result the type of what it gives, as SQL writes it
 * @param spellings what each engine that has it calls it; one or two names, joined by a dot
 * @param by the file that declares it
 * @param line where in the file
 */
public record DeclaredFunction(
    String name,
    List<String> arguments,
    String result,
    Map<EngineName, String> spellings,
    String by,
    int line) {
  public DeclaredFunction {
    arguments = List.copyOf(arguments);
    spellings = Map.copyOf(spellings);
  }

  /** One line for a person. */
  @Override
  public String toString() {
    return "function %s(%s) %s by %s".formatted(name, String.join(", ", arguments), result, by);
  }
}
