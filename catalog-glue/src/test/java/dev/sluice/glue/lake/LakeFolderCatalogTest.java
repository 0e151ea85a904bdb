package dev.sluice.glue.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.ErrorCode;
import dev.sluice.Partitions;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.spi.CatalogProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LakeFolderCatalogTest {
  private final Path folder;

  LakeFolderCatalogTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void isFoundByServiceLoaderWhenALakeIsConfigured() {
    Lake.in(folder);
    List<CatalogProvider> providers =
        ServiceLoader.load(CatalogProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    SluiceConfiguration none = SluiceConfiguration.builder().build();
    SluiceConfiguration named = SluiceConfiguration.builder().lake(folder).build();

    assertThat(providers).hasAtLeastOneElementOfType(LakeFolderCatalogProvider.class);
    assertThat(providers).allSatisfy(each -> assertThat(each.open(none)).isEmpty());
    assertThat(providers.stream().flatMap(each -> each.open(named).stream()))
        .singleElement()
        .isInstanceOf(LakeFolderCatalog.class);
  }

  @Test
  void saysWhatALakeIsWhenThereIsNone() throws IOException {
    Path missing = folder.resolve("missing");
    assertFails(ErrorCode.CONFIGURATION_INVALID, () -> LakeFolderCatalog.open(missing))
        .contains(missing + " does not exist", "catalog/DATABASE.tables.json");
    assertFails(ErrorCode.CONFIGURATION_INVALID, () -> LakeFolderCatalog.open(folder))
        .contains(folder.resolve("catalog") + " does not exist");
    Files.writeString(folder.resolve("catalog"), "");
    assertFails(ErrorCode.CONFIGURATION_INVALID, () -> LakeFolderCatalog.open(folder))
        .contains("is not a folder");
  }

  @Test
  void handsOutAbsoluteLocations() {
    LakeFolderCatalog catalog =
        Lake.in(folder)
            .tables("web", Lake.table("clicks", "datetime"))
            .partitions("web.clicks", Lake.partition("a"))
            .open();

    Table clicks = clicks(catalog);
    assertThat(clicks.storage().location()).isEqualTo(folder.resolve("web/clicks").toString());
    assertThat(known(catalog.partitions(clicks, List.of())).listed().get(0).storage().location())
        .isEqualTo(folder.resolve("web/clicks/datetime=a").toString());
  }

  @Test
  void namesFileLineAndColumnOfBrokenJsonAndSparesOtherDatabases() {
    LakeFolderCatalog catalog =
        Lake.in(folder)
            .file("bad.tables.json", "{\n  \"TableList\": [\n    oops\n")
            .tables("web", Lake.table("clicks"))
            .open();

    assertThat(catalog.databases()).containsExactly("bad", "web");
    assertThat(catalog.tables("web")).hasSize(1);
    assertFails(ErrorCode.CATALOG_UNREADABLE, () -> catalog.tables("bad"))
        .contains(folder.resolve("catalog/bad.tables.json").toString(), "line 3, column ");
    assertFails(ErrorCode.CATALOG_UNREADABLE, () -> catalog.table(new TableName("bad", "x")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|line 1, column 1: expected an object with TableList",
        "[]|line 1, column 1: expected an object with TableList",
        "{}|there is no list TableList",
        "{\"Partitions\": []}|there is no list TableList",
        "{\"TableList\": null}|TableList is not a list",
        "{\"TableList\": {}}|TableList is not a list",
        "{\"TableList\": []} {\"TableList\": []}|expected the end of the file",
        "{\"TableList\": [{\"Name\": \"a\"},{\"TableType\": \"x\"}]}|line 1, column 30: entry 2 of TableList has no Name",
        "{\"TableList\": [|line 1, column ",
        "{\"TableList\": [{\"Name\": \"a\"}|line 1, column ",
      })
  void refusesAFileThatIsNoListing(String content, String message) {
    LakeFolderCatalog catalog = Lake.in(folder).file("web.tables.json", content).open();

    assertFails(ErrorCode.CATALOG_UNREADABLE, () -> catalog.tables("web")).contains(message);
  }

  @Test
  void readsListingsWithMoreThanTheList() {
    LakeFolderCatalog catalog =
        Lake.in(folder)
            .file(
                "web.tables.json",
                "\uFEFF{\"More\": {\"TableList\": 1}, \"TableList\": [], \"NextToken\": null}")
            .open();

    assertThat(catalog.databases()).containsExactly("web");
    assertThat(catalog.tables("web")).isEmpty();
  }

  @Test
  void saysWhichPartitionsFileIsMissing() {
    LakeFolderCatalog catalog =
        Lake.in(folder).tables("web", Lake.table("clicks", "datetime")).open();

    assertThat(catalog.partitions(clicks(catalog), List.of()))
        .isInstanceOfSatisfying(
            Partitions.Unknown.class,
            unknown ->
                assertThat(unknown.why())
                    .contains(folder.resolve("catalog/web.clicks.partitions.json").toString()));
  }

  @Test
  void doesNotTakeTheFirstPageForAllPartitions() {
    Lake lake = Lake.in(folder).tables("web", Lake.table("clicks", "datetime"));
    LakeFolderCatalog catalog = lake.open();

    lake.file(
        "web.clicks.partitions.json",
        "{\"Partitions\": [" + Lake.partition("a") + "], \"NextToken\": \"eyJ\"}");
    assertThat(catalog.partitions(clicks(catalog), List.of()))
        .isInstanceOfSatisfying(
            Partitions.Unknown.class, unknown -> assertThat(unknown.why()).contains("NextToken"));
    lake.file(
        "web.clicks.partitions.json",
        "{\"NextToken\": \"\", \"Partitions\": [" + Lake.partition("a") + "]}");
    assertThat(known(catalog.partitions(clicks(catalog), List.of())).listed()).hasSize(1);
  }

  @Test
  void failsOnPartitionsThatDoNotFitForTheirTableOnly() {
    LakeFolderCatalog catalog =
        Lake.in(folder)
            .tables("web", Lake.table("clicks", "datetime"), Lake.table("views", "datetime"))
            .partitions(
                "web.clicks",
                Lake.partition("a"),
                Lake.partition("b").replace("[\"b\"]", "[\"b\", \"c\"]"))
            .partitions("web.views", Lake.partition("a"))
            .open();

    assertFails(ErrorCode.CATALOG_UNREADABLE, () -> catalog.partitions(clicks(catalog), List.of()))
        .contains("web.clicks.partitions.json", "line 24", "entry 2 of Partitions has 2 Values");
    Table views = catalog.table(new TableName("web", "views")).orElseThrow();
    assertThat(known(catalog.partitions(views, List.of())).listed()).hasSize(1);
  }

  @Test
  void hasNoPartitionsForATableWithoutKeys() {
    LakeFolderCatalog catalog = Lake.in(folder).tables("web", Lake.table("clicks")).open();

    assertThat(known(catalog.partitions(clicks(catalog), List.of())).listed()).isEmpty();
  }

  @Test
  void readsAFileOnceAndAgainWhenItChanged() {
    Lake lake =
        Lake.in(folder)
            .tables("web", Lake.table("clicks", "datetime"))
            .partitions("web.clicks", Lake.partition("a"));
    LakeFolderCatalog catalog = lake.open();
    Table first = clicks(catalog);
    assertThat(clicks(catalog)).isSameAs(first);
    assertThat(catalog.partitions(first, List.of())).isSameAs(catalog.partitions(first, List.of()));

    lake.tables("web", Lake.table("other"), Lake.table("clicks", "datetime"))
        .partitions("web.clicks", Lake.partition("a"), Lake.partition("b"));

    assertThat(catalog.tables("web")).hasSize(2);
    assertThat(known(catalog.partitions(first, List.of())).listed()).hasSize(2);
  }

  @Test
  void recoversWhenABrokenFileIsMended() {
    Lake lake = Lake.in(folder).file("web.tables.json", "{");
    LakeFolderCatalog catalog = lake.open();
    assertFails(ErrorCode.CATALOG_UNREADABLE, () -> catalog.tables("web"));

    lake.tables("web", Lake.table("clicks"));

    assertThat(catalog.tables("web")).hasSize(1);
  }

  @Test
  void takesUpperCaseFileNames() {
    LakeFolderCatalog catalog =
        Lake.in(folder)
            .tables("Web", Lake.table("Clicks", "datetime"))
            .partitions("Web.Clicks", Lake.partition("a"))
            .open();

    assertThat(catalog.databases()).containsExactly("web");
    assertThat(known(catalog.partitions(clicks(catalog), List.of())).listed()).hasSize(1);
  }

  @Test
  void refusesTwoFilesForOneDatabase() {
    LakeFolderCatalog catalog = Lake.in(folder).tables("web").tables("WEB").open();

    assertFails(ErrorCode.CATALOG_UNREADABLE, () -> catalog.tables("web"))
        .contains("WEB.tables.json and web.tables.json");
  }

  @Test
  void listsATableThatIsThereTwiceWithThatProblem() {
    LakeFolderCatalog catalog =
        Lake.in(folder).tables("web", Lake.table("clicks"), Lake.table("CLICKS")).open();

    assertThat(clicks(catalog).problem())
        .hasValueSatisfying(text -> assertThat(text).contains("more than once"));
  }

  @Test
  void doesNotGuessWhosePartitionsAFileHolds() {
    Lake lake =
        Lake.in(folder)
            .tables("a", Lake.table("b.c", "datetime"))
            .partitions("a.b.c", Lake.partition("a"));
    LakeFolderCatalog catalog = lake.open();
    Table dotted = catalog.table(new TableName("a", "b.c")).orElseThrow();
    assertThat(known(catalog.partitions(dotted, List.of())).listed()).hasSize(1);

    lake.tables("a.b", Lake.table("c", "datetime"));

    assertThat(catalog.databases()).containsExactly("a", "a.b");
    for (TableName name : List.of(new TableName("a", "b.c"), new TableName("a.b", "c"))) {
      assertThat(catalog.partitions(catalog.table(name).orElseThrow(), List.of()))
          .isInstanceOfSatisfying(
              Partitions.Unknown.class,
              unknown -> assertThat(unknown.why()).contains("could be of"));
    }
  }

  @Test
  void neverLeavesTheFolder() {
    Lake.in(folder.resolve("secret")).tables("web", Lake.table("clicks"));
    LakeFolderCatalog catalog = Lake.in(folder.resolve("lake")).open();

    assertThat(catalog.tables("../../secret/catalog/web")).isEmpty();
    assertThat(catalog.table(new TableName("\0", "/"))).isEmpty();
  }

  @Test
  void readsManyPartitionsThatShareTheirColumns() {
    String[] entries =
        IntStream.range(0, 20_000).mapToObj(i -> Lake.partition("p" + i)).toArray(String[]::new);
    LakeFolderCatalog catalog =
        Lake.in(folder)
            .tables("web", Lake.table("clicks", "datetime"))
            .partitions("web.clicks", entries)
            .open();
    Arrays.fill(entries, null);

    Partitions.Known known =
        Assertions.assertTimeout(
            Duration.ofSeconds(60), () -> known(catalog.partitions(clicks(catalog), List.of())));

    assertThat(known.listed()).hasSize(20_000);
    assertThat(known.listed().get(19_999).columns()).isSameAs(known.listed().get(0).columns());
  }

  private static Table clicks(LakeFolderCatalog catalog) {
    return catalog.table(new TableName("web", "clicks")).orElseThrow();
  }

  private static Partitions.Known known(Partitions partitions) {
    assertThat(partitions).isInstanceOf(Partitions.Known.class);
    return (Partitions.Known) partitions;
  }

  private static AbstractStringAssert<?> assertFails(ErrorCode code, ThrowingCallable call) {
    SluiceException[] thrown = new SluiceException[1];
    assertThatThrownBy(call).isInstanceOfSatisfying(SluiceException.class, e -> thrown[0] = e);
    assertThat(thrown[0].code()).isEqualTo(code);
    return assertThat(thrown[0].getMessage());
  }
}
