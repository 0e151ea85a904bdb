package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.Sluice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/sql.md} is what planning the corpora gives, and leaves none of their queries out. */
class SqlPageTest {
  private static final Path PAGE = Repository.ROOT.resolve("docs/sql.md");

  /** To write the page anew: {@code -Dsluice.write=true}; read the difference. */
  @Test
  void thePageIsWhatPlanningTheCorporaGives() throws IOException {
    String page;
    try (Sluice lake = Golden.open()) {
      page = SqlPage.write(lake);
    }
    if (Boolean.getBoolean("sluice.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page);
    assertThat(CorpusTest.entries())
        .allSatisfy(entry -> assertThat(page).contains("\n| " + entry.construct() + " | "));
  }
}
