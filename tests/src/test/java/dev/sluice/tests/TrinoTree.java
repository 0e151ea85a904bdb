package dev.sluice.tests;

import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.ControlStatement;
import io.trino.sql.tree.ExplainOption;
import io.trino.sql.tree.MergeCase;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.RoutineCharacteristic;
import io.trino.sql.tree.Statement;
import io.trino.sql.tree.TableElement;
import io.trino.sql.tree.TransactionMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** The classes of Trino's syntax tree, as its parser's jar holds them. */
final class TrinoTree {
  private static final String FOLDER = "io/trino/sql/tree/";

  /** Parts of statements that are no queries, other than the statements themselves. */
  private static final List<Class<?>> NO_QUERIES =
      List.of(
          Statement.class,
          ControlStatement.class,
          RoutineCharacteristic.class,
          TableElement.class,
          MergeCase.class,
          TransactionMode.class,
          ExplainOption.class);

  private static final Set<String> OF_NO_QUERIES =
      Set.of(
          "CallArgument",
          "CaseStatementWhenClause",
          "ElseClause",
          "ElseIfClause",
          "PathElement",
          "PathSpecification",
          "Property",
          "UpdateAssignment");

  /** What Trino's planner puts into a tree and its parser never does. */
  private static final Set<String> OF_THE_PLANNER =
      Set.of("BindExpression", "FieldReference", "LabelDereference", "SymbolReference");

  /** RUNNING and FINAL: a call holds them, and does not give them as its children. */
  private static final Set<String> UNSEEN = Set.of("ProcessingMode");

  private TrinoTree() {}

  /** The simple names of all that a query's tree can be made of. */
  static Set<String> partsOfQueries() {
    return classes().stream()
        .filter(Node.class::isAssignableFrom)
        .filter(one -> !Modifier.isAbstract(one.getModifiers()))
        .filter(one -> NO_QUERIES.stream().noneMatch(other -> other.isAssignableFrom(one)))
        .map(Class::getSimpleName)
        .filter(name -> !OF_NO_QUERIES.contains(name))
        .filter(name -> !OF_THE_PLANNER.contains(name) && !UNSEEN.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Class<?>> classes() {
    try (JarFile jar = new JarFile(jar().toFile())) {
      return jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.startsWith(FOLDER) && name.endsWith(".class"))
          .<Class<?>>map(TrinoTree::load)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path jar() {
    try {
      return Path.of(SqlParser.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String entry) {
    try {
      return Class.forName(entry.replace('/', '.').substring(0, entry.length() - 6));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
