package dev.sluice.spark.client;

import dev.sluice.SluiceConfiguration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test the same engine, so that Spark starts once. */
public final class SharedSpark implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SharedSpark.class);

  private record Holder(SparkEngine engine) implements AutoCloseable {
    @Override
    public void close() {
      engine.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkEngine.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("engine", key -> new Holder(open("512m")), Holder.class)
        .engine();
  }

  /** {@code -Dsluice.test.java=HOME} runs the tests' Spark on another Java. */
  static SparkEngine open(String memory, String... settings) {
    SluiceConfiguration.Builder configuration =
        SluiceConfiguration.builder().engine(SparkEngine.NAME, "memory", memory);
    String otherJava = System.getProperty("sluice.test.java");
    if (otherJava != null) {
      configuration.engine(SparkEngine.NAME, "java", otherJava);
    }
    for (int i = 0; i < settings.length; i += 2) {
      configuration.engine(SparkEngine.NAME, settings[i], settings[i + 1]);
    }
    return (SparkEngine) new SparkEngineProvider().open(configuration.build()).orElseThrow();
  }
}
