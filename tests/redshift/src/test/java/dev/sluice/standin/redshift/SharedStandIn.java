package dev.sluice.standin.redshift;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the build's one stand-in, with its lakes loaded, to the tests that ask for it. */
final class SharedStandIn implements ParameterResolver {
  /** Closed by JUnit when all tests have run. */
  record Held(RedshiftStandIn standIn)
      implements AutoCloseable, ExtensionContext.Store.CloseableResource {
    static Held start() {
      RedshiftStandIn standIn = RedshiftStandIn.start();
      Lakes.load(standIn);
      return new Held(standIn);
    }

    @Override
    public void close() {
      standIn.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RedshiftStandIn.class;
  }

  @Override
  public RedshiftStandIn resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Held.class, key -> Held.start(), Held.class)
        .standIn();
  }
}
