package dev.sluice.glue.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.CatalogEdit;
import dev.sluice.CatalogEdit.Folder;
import dev.sluice.CatalogEdit.RegisterPartitions;
import dev.sluice.CatalogEdit.SetSerdeParameter;
import dev.sluice.CatalogEdit.SetTableParameter;
import dev.sluice.CatalogEdit.SyncColumns;
import dev.sluice.EditableCatalog.Watch;
import dev.sluice.EditableCatalog.Written;
import dev.sluice.KeyRanges;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeFolderEditorTest {
  private static final TableName EVENTS = new TableName("web", "events");
  private static final Instant NOW = Instant.parse("2026-03-01T22:30:05.007Z");
  private static final String LITERAL = "{\\\"type\\\":\\\"record\\\"}";

  private final Path lake;
  private final Path tables;
  private final Path partitions;
  private LakeFolderEditor editor;

  LakeFolderEditorTest(@TempDir Path lake) {
    this.lake = lake;
    this.tables = lake.resolve("catalog/web.tables.json");
    this.partitions = lake.resolve("catalog/web.events.partitions.json");
  }

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(lake.resolve("catalog"));
    Files.writeString(
        tables,
        """
        {
            "TableList": [
                {
                    "Name": "events",
                    "DatabaseName": "web",
                    "Retention": 1.50,
                    "StorageDescriptor": {
                        "Columns": [
                            {
                                "Name": "id",
                                "Type": "bigint",
                                "Comment": "größer"
                            },
                            {
                                "Name": "os",
                                "Type": "string"
                            }
                        ],
                        "Location": "s3://bucket/events/",
                        "InputFormat": "org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat",
                        "SerdeInfo": {
                            "SerializationLibrary": "org.apache.hadoop.hive.serde2.avro.AvroSerDe",
                            "Parameters": {
                                "avro.schema.literal": "%s"
                            }
                        }
                    },
                    "PartitionKeys": [
                        {
                            "Name": "day",
                            "Type": "string"
                        }
                    ],
                    "TableType": "EXTERNAL_TABLE",
                    "Parameters": {
                        "classification": "avro"
                    },
                    "CatalogId": "1"
                },
                {
                    "Name": "Other",
                    "TableType": "EXTERNAL_TABLE",
                    "New.Field": [
                        12345678901234567890,
                        {}
                    ],
                    "StorageDescriptor": {
                        "Columns": []
                    }
                }
            ],
            "Unknown": null
        }
        """
            .formatted(LITERAL));
    Files.writeString(
        partitions,
        """
        {
            "Partitions": [
                {
                    "Values": [
                        "1"
                    ],
                    "StorageDescriptor": {
                        "Zeroth": true,
                        "Columns": [
                            {
                                "Name": "id",
                                "Type": "int"
                            }
                        ],
                        "Location": "s3://bucket/events/day=1/",
                        "SerdeInfo": {
                            "SerializationLibrary": "org.apache.hadoop.hive.serde2.avro.AvroSerDe",
                            "Parameters": {
                                "avro.schema.literal": "old",
                                "own": "kept"
                            }
                        }
                    },
                    "CreationTime": "2019-03-29T00:20:00+00:00"
                },
                {
                    "Values": [
                        "2"
                    ],
                    "StorageDescriptor": {
                        "Columns": [
                            {
                                "Name": "id",
                                "Type": "int"
                            }
                        ],
                        "Location": "s3://bucket/events/day=2/"
                    }
                }
            ]
        }
        """);
    editor = LakeFolderCatalog.open(lake).editor(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void partitionsGetTheTablesColumnsAndAllElseStays() throws IOException {
    String before = Files.readString(partitions);
    List<Written> written = apply(List.of(new SyncColumns(EVENTS, Set.of(List.of("1")))));

    assertThat(written)
        .containsExactly(
            new Written(partitions.toString(), Path.of(partitions + ".20260301T223005007Z.old")));
    assertThat(written.get(0).kept()).hasContent(before);
    String columns =
        """
                            {
                                "Name": "id",
                                "Type": "bigint",
                                "Comment": "größer"
                            },
                            {
                                "Name": "os",
                                "Type": "string"
                            }
        """;
    String old =
        """
                            {
                                "Name": "id",
                                "Type": "int"
                            }
        """;
    String inFirst = before.substring(0, before.indexOf("\"2\""));
    String rest = before.substring(before.indexOf("\"2\""));
    assertThat(partitions)
        .hasContent(
            inFirst
                    .replace(indented(old), indented(columns))
                    .replace("\"old\"", "\"" + LITERAL + "\"")
                + rest);
  }

  private static String indented(String text) {
    return text.indent(0);
  }

  @Test
  void whatIsInPlaceAlreadyIsNotWrittenAgain() throws IOException {
    List<CatalogEdit> edits =
        List.of(
            new SyncColumns(EVENTS, Set.of(List.of("1"), List.of("2"))),
            new SetSerdeParameter(EVENTS, "orc.column.index.access", "false"),
            new SetTableParameter(EVENTS, "orc.schema.resolution", "name"),
            new RegisterPartitions(EVENTS, List.of(new Folder(List.of("3"), "day=3/"))));
    assertThat(apply(edits)).hasSize(2);
    String after = Files.readString(partitions) + Files.readString(tables);

    assertThat(apply(edits)).isEmpty();
    assertThat(Files.readString(partitions) + Files.readString(tables)).isEqualTo(after);
    try (Stream<Path> files = Files.list(lake.resolve("catalog"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              ".lock",
              "web.tables.json",
              "web.tables.json.20260301T223005007Z.old",
              "web.events.partitions.json",
              "web.events.partitions.json.20260301T223005007Z.old");
    }
    assertThat(LakeFolderCatalog.open(lake).databases()).containsExactly("web");
  }

  @Test
  void aSerdeParameterIsSetOnTheTableAndOnAllPartitions() throws IOException {
    String before = Files.readString(tables);
    apply(List.of(new SetSerdeParameter(EVENTS, "orc.column.index.access", "false")));

    assertThat(tables)
        .hasContent(
            before.replace(
                "\"avro.schema.literal\": \"" + LITERAL + "\"",
                "\"avro.schema.literal\": \""
                    + LITERAL
                    + "\",\n                        \"orc.column.index.access\": \"false\""));
    assertThat(partitions())
        .allSatisfy(
            partition ->
                assertThat(partition.storage().parameter("orc.column.index.access"))
                    .contains("false"));
  }

  @Test
  void registeredPartitionsAreLikeTheTable() {
    apply(
        List.of(
            new RegisterPartitions(
                EVENTS,
                List.of(new Folder(List.of("1"), "day=1/"), new Folder(List.of("3"), "day=3/")))));

    List<Partition> partitions = partitions();
    assertThat(partitions)
        .extracting(Partition::values)
        .containsExactly(List.of("1"), List.of("2"), List.of("3"));
    Partition fresh = partitions.get(2);
    assertThat(fresh.columns()).isEqualTo(table().columns());
    assertThat(fresh.storage().location()).isEqualTo("s3://bucket/events/day=3/");
    assertThat(fresh.storage().format()).isEqualTo(table().storage().format());
    assertThat(partitions.get(0).columns()).isNotEqualTo(table().columns());
  }

  @Test
  void aListingThatIsBrokenStaysAsItIs() throws IOException {
    String broken = Files.readString(partitions).replace("\"Columns\": [", "\"Columns\": ");
    Files.writeString(partitions, broken);

    assertThatThrownBy(() -> apply(List.of(new SyncColumns(EVENTS, Set.of(List.of("1"))))))
        .isInstanceOf(SluiceException.class)
        .hasMessageContaining("web.events.partitions.json");
    assertThat(partitions).hasContent(broken);
    try (Stream<Path> files = Files.list(lake.resolve("catalog"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(".lock", "web.tables.json", "web.events.partitions.json");
    }
  }

  @Test
  void aTableThatIsNotThereIsTold() {
    TableName missing = new TableName("web", "missing");
    assertThatThrownBy(() -> apply(List.of(new SetTableParameter(missing, "a", "b"))))
        .isInstanceOf(SluiceException.class)
        .hasMessage("The catalog has not one table web.missing");
  }

  private List<Written> apply(List<CatalogEdit> edits) {
    List<Written> written = new ArrayList<>();
    editor.apply(edits, watch(written));
    return written;
  }

  private static Watch watch(List<Written> written) {
    return new Watch() {
      @Override
      public void wrote(Written each) {
        written.add(each);
      }

      @Override
      public boolean isToGoOn() {
        return true;
      }
    };
  }

  @Test
  void whatWasKeptIsPutBackAndWhatIsNoneOfItIsRefused() throws IOException {
    String before = Files.readString(partitions);
    Path kept = apply(List.of(new SyncColumns(EVENTS, Set.of(List.of("1"))))).get(0).kept();
    String after = Files.readString(partitions);

    List<Written> written = new ArrayList<>();
    LakeFolderEditor later =
        LakeFolderCatalog.open(lake).editor(Clock.fixed(NOW.plusMillis(1), ZoneOffset.UTC));
    later.undo(kept, watch(written));
    assertThat(partitions).hasContent(before);
    assertThat(written)
        .singleElement()
        .satisfies(undone -> assertThat(undone.kept()).hasContent(after));

    later.undo(kept, watch(written));
    assertThat(written).as("in place already").hasSize(1);
    for (Path none : List.of(tables, lake.resolve("else.json.20260301T223005007Z.old"))) {
      assertThatThrownBy(() -> later.undo(none, watch(written)))
          .isInstanceOf(SluiceException.class)
          .hasMessageContaining(none + " is no file that was kept");
    }
  }

  private Table table() {
    return LakeFolderCatalog.open(lake).table(EVENTS).orElseThrow();
  }

  private List<Partition> partitions() {
    Partitions known =
        LakeFolderCatalog.open(lake).partitions(table(), List.of(KeyRanges.all("day")));
    return ((Partitions.Known) known).listed();
  }
}
