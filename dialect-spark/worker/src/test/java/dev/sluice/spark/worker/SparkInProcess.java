package dev.sluice.spark.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One Spark for all tests, set as the worker sets it. */
final class SparkInProcess implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SparkInProcess.class);

  private record Holder(SparkSession session, Path folder) implements AutoCloseable {
    @Override
    public void close() {
      session.stop();
      ParentWatch.delete(folder);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("spark", key -> start(), Holder.class)
        .session();
  }

  private static Holder start() {
    try {
      Path folder = Files.createTempDirectory("sluice-spark-test-");
      return new Holder(LocalSpark.start(2, folder), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
