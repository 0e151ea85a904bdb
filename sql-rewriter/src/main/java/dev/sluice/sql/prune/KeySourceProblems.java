package dev.sluice.sql.prune;

import dev.sluice.Column;
import dev.sluice.DataType;
import dev.sluice.NearestName;
import dev.sluice.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What of a table's {@link KeySource} parameters cannot be used, and why. */
public final class KeySourceProblems {
  private static final String SOURCE = ".source";
  private static final String FORMAT = ".format";

  private KeySourceProblems() {}

  /** One sentence each, in the order of the parameters' names. */
  public static List<String> of(Table table) {
    List<String> problems = new ArrayList<>();
    TreeSet<String> keys = new TreeSet<>();
    for (String parameter : new TreeSet<>(table.parameters().keySet())) {
      boolean isKnown = parameter.endsWith(SOURCE) || parameter.endsWith(FORMAT);
      if (parameter.startsWith(KeySource.PREFIX) && isKnown) {
        keys.add(parameter.substring(KeySource.PREFIX.length(), parameter.lastIndexOf('.')));
      } else if (parameter.startsWith(KeySource.PREFIX)) {
        problems.add(said(table, parameter, "ends neither in " + SOURCE + " nor in " + FORMAT));
      }
    }
    keys.forEach(key -> of(table, key).ifPresent(problems::add));
    return problems;
  }

  /** What is wrong with the declaration of one key, of which there is at least a part. */
  static Optional<String> of(Table table, String key) {
    String prefix = KeySource.PREFIX + key;
    String source = table.parameters().get(prefix + SOURCE);
    String format = table.parameters().get(prefix + FORMAT);
    Optional<String> keyProblem = key(table, key);
    if (keyProblem.isPresent()) {
      return Optional.of(said(table, prefix + ".*", keyProblem.get()));
    } else if (source == null || format == null) {
      String given = source == null ? FORMAT : SOURCE;
      String missing = prefix + (source == null ? SOURCE : FORMAT);
      return Optional.of(said(table, prefix + given, "needs " + missing + " beside it"));
    }
    return source(table, source)
        .map(problem -> said(table, prefix + SOURCE, problem))
        .or(
            () ->
                KeyFormat.problem(format)
                    .map(problem -> "'" + format + "' " + problem)
                    .map(problem -> said(table, prefix + FORMAT, problem)));
  }

  private static Optional<String> key(Table table, String key) {
    List<String> names = table.partitionKeys().stream().map(Column::name).toList();
    if (!names.contains(key)) {
      return Optional.of("'" + key + "' is no partition key" + NearestName.question(key, names));
    }
    DataType type = table.partitionKeys().get(names.indexOf(key)).type();
    return type == DataType.Primitive.STRING || type instanceof DataType.Varchar
        ? Optional.empty()
        : Optional.of("the key is of type " + type + ", and only text can be such a key");
  }

  private static Optional<String> source(Table table, String source) {
    List<String> names = table.columns().stream().map(Column::name).toList();
    if (!names.contains(source)) {
      return Optional.of(
          "'" + source + "' is no column of the table" + NearestName.question(source, names));
    }
    DataType type = table.columns().get(names.indexOf(source)).type();
    return type == DataType.Primitive.TIMESTAMP
        ? Optional.empty()
        : Optional.of("column " + source + " is of type " + type + ", not timestamp");
  }

  private static String said(Table table, String parameter, String problem) {
    return "Table %s: parameter %s is not used: %s".formatted(table.name(), parameter, problem);
  }
}
