package dev.sluice.example;

import dev.sluice.example.web.Drift;
import dev.sluice.example.web.Drifts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the example lake: {@code java -cp example-lake.jar:SPARK_CLASSPATH
 * dev.sluice.example.ExampleLake DIR [--if-absent]}.
 *
 * <p>With {@code --if-absent}, a lake of the current {@link #CONTENT_VERSION} is left alone.
 * Without it, or if the lake is an older one, the lake is made anew. A folder that is no example
 * lake is never touched. Exit codes: 0 the lake is there, 1 it could not be made, 2 usage.
 */
public final class ExampleLake {
  /** Rises with every change of what the lake holds. Stands in the file {@link #STAMP}. */
  public static final int CONTENT_VERSION = 1;

  /** Marks a folder as an example lake, and says of which version. */
  public static final String STAMP = ".example-lake";

  /** How the schemas of files, partitions and tables disagree. */
  public static final List<Drift> DRIFTS = Drifts.ALL;

  private static final String IF_ABSENT = "--if-absent";

  private ExampleLake() {}

  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    List<String> words = new ArrayList<>(List.of(args));
    boolean ifAbsent = words.remove(IF_ABSENT);
    if (words.size() != 1 || words.get(0).isEmpty() || words.get(0).startsWith("-")) {
      err.println("Usage: ExampleLake DIR [" + IF_ABSENT + "]");
      return 2;
    }
    try {
      make(Path.of(words.get(0)), ifAbsent, out);
      return 0;
    } catch (IOException | InvalidPathException e) {
      err.println("The example lake could not be made: " + describe(e));
      return 1;
    }
  }

  /** Some of Java's file errors have only the file's name as their message. */
  private static String describe(Exception e) {
    return e.getClass() == IOException.class
        ? String.valueOf(e.getMessage())
        : e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static void make(Path folder, boolean ifAbsent, PrintStream out) throws IOException {
    LakeFolder lake = new LakeFolder(folder);
    if (ifAbsent && lake.isCurrent()) {
      return;
    }
    lake.replace(partial -> new LakeContents(out).write(partial));
  }
}
