package dev.sluice.jdbc.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Counts the checks that a driver was held against: each test, and of a parameterized one each
 * case. Where all of the driver's classes have run, there must have been so many.
 */
final class ExecutedChecks implements AfterEachCallback, AfterAllCallback {
  private final Class<?> driver;
  private final int least;
  private final AtomicInteger executed = new AtomicInteger();
  private final Set<Class<?>> classes = ConcurrentHashMap.newKeySet();

  ExecutedChecks(Class<?> driver, int least) {
    this.driver = driver;
    this.least = least;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    executed.incrementAndGet();
    classes.add(context.getRequiredTestClass());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    boolean all =
        Arrays.stream(driver.getDeclaredClasses())
            .filter(nested -> nested.isAnnotationPresent(Nested.class))
            .allMatch(classes::contains);
    if (context.getRequiredTestClass() == driver && all) {
      assertThat(executed.get()).as("checks of " + driver.getSimpleName()).isGreaterThan(least);
    }
  }
}
