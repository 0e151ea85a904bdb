package dev.sluice.matrix;

import dev.sluice.EngineName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the functions that an overlay declares.
 *
 * <pre>
 * functions:
 *   mask_email:
 *     arguments: varchar, integer   # the types of its arguments; left out where it takes none
 *     returns: varchar
 *     spectrum: public.f_mask_email # what each engine that has it calls it
 *     spark: mask_email
 * </pre>
 */
final class FunctionReader {
  static final String FUNCTIONS = "functions";

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern SPELLING = Pattern.compile(NAME + "(\\." + NAME + ")?");

  /** Commas between types, not those within. */
  private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))\\s*");

  private FunctionReader() {}

  static List<DeclaredFunction> read(Section section, List<EngineName> engines) {
    List<DeclaredFunction> functions = new ArrayList<>();
    for (String name : section.keys()) {
      if (!NAME.matcher(name).matches()) {
        throw section.error(section.lineOf(name), "'" + name + "' is no name of a function");
      }
      functions.add(function(name, section.section(name), engines));
    }
    return functions;
  }

  private static DeclaredFunction function(String name, Section section, List<EngineName> engines) {
    List<String> known = new ArrayList<>(List.of("arguments", "returns"));
    engines.forEach(engine -> known.add(engine.value()));
    section.allowOnly(known);
    Map<EngineName, String> spellings = new LinkedHashMap<>();
    for (EngineName engine : engines) {
      String spelling = section.optionalText(engine.value());
      if (spelling != null && !SPELLING.matcher(spelling).matches()) {
        throw section.error(
            section.lineOf(engine.value()),
            "'" + spelling + "' is no name of a function; a schema may stand before it");
      } else if (spelling != null) {
        spellings.put(engine, spelling);
      }
    }
    if (spellings.isEmpty()) {
      throw section.error(section.line(), "No engine has the function '" + name + "'");
    }
    String arguments = section.optionalText("arguments");
    List<String> types =
        arguments == null || arguments.isEmpty() ? List.of() : List.of(COMMA.split(arguments));
    return new DeclaredFunction(
        name.toLowerCase(Locale.ROOT),
        types.stream().map(String::strip).toList(),
        section.text("returns"),
        spellings,
        section.file(),
        section.line());
  }
}
