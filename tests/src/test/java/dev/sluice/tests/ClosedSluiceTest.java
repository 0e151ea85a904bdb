package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.InMemoryCatalog;
import dev.sluice.Plan;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ClosedSluiceTest {
  @Test
  void whoeverAsksAClosedOneIsToldSo() {
    Sluice sluice = Sluice.builder().catalog(InMemoryCatalog.builder().build()).open();
    Plan plan = sluice.plan("SELECT 1");
    sluice.close();
    sluice.close();
    assertClosed(() -> sluice.plan("SELECT 1"));
    assertClosed(() -> sluice.query("SELECT 1"));
    assertClosed(() -> sluice.run(plan, RunListener.NONE));
    assertClosed(() -> sluice.check(result -> {}, RunListener.NONE));
  }

  private static void assertClosed(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("This Sluice is closed");
  }
}
