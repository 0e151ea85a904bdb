package dev.sluice.doctor;

import dev.sluice.Catalog;
import dev.sluice.CatalogEdit.Folder;
import dev.sluice.CatalogEdit.RegisterPartitions;
import dev.sluice.FileSample;
import dev.sluice.FileSchema;
import dev.sluice.FileSchemas;
import dev.sluice.KeyRanges;
import dev.sluice.LocationFiles;
import dev.sluice.LocationFiles.Inspected;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.Progress;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.doctor.Patient.Part;
import dev.sluice.matrix.Evolution;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Looks tables over, one after the other. What is wrong with one is a finding there and touches no
 * other. Changes nothing. Not shareable between threads.
 */
public final class Doctor {
  /** So many locations are looked into between two reports of progress. */
  private static final int AT_ONCE = 500;

  private static final int FILES_OF_A_TABLE = 20;

  private final Catalog catalog;
  private final FileSchemas files;
  private final FolderListing folders;
  private final FileSample sample;
  private final Consumer<Progress> progress;
  private final Evolution evolution = Evolution.shipped();

  /**
   * @param files asked for the columns of {@code sample} files of each partition, and of at least
   *     twenty of a table without partitions
   * @param folders asked for what lies under a table's location
   * @param progress takes each step as it is done, on the calling thread
   */
  public Doctor(
      Catalog catalog,
      FileSchemas files,
      FolderListing folders,
      FileSample sample,
      Consumer<Progress> progress) {
    this.catalog = catalog;
    this.files = files;
    this.folders = folders;
    this.sample = sample;
    this.progress = progress;
  }

  /**
   * All that is found of a table.
   *
   * @throws SluiceException with {@link dev.sluice.ErrorCode#CANCELLED} when the calling thread is
   *     interrupted
   */
  public Checkup examine(Table table) {
    List<Finding> findings = new ArrayList<>();
    table
        .problem()
        .ifPresent(
            problem ->
                findings.add(
                    Finding.of(
                        Finding.Kind.TABLE_NOT_UNDERSTOOD, table.name().toString(), problem)));
    if (!findings.isEmpty() || !Parts.canBeRead(table.storage().format())) {
      return Checkups.of(evolution, new Patient(table, List.of()), findings, List.of());
    }
    List<Partition> partitions =
        table.isPartitioned() ? partitions(table, findings) : List.of(whole(table));
    Patient patient = inspected(table, partitions);
    findings.addAll(TypeFindings.of(table, table.isPartitioned() ? partitions : List.of()));
    findings.addAll(FileFindings.of(patient));
    List<Cure> cures = new ArrayList<>();
    if (table.isPartitioned() && findings.stream().noneMatch(Doctor::hidesPartitions)) {
      register(table, partitions, findings, cures);
    }
    cures.addAll(Cures.of(evolution, patient));
    return Checkups.of(evolution, patient, findings, cures);
  }

  private static boolean hidesPartitions(Finding finding) {
    return finding.kind() == Finding.Kind.PARTITIONS_NOT_KNOWN
        || finding.kind() == Finding.Kind.NOT_INSPECTED && finding.where().isEmpty();
  }

  private static Partition whole(Table table) {
    return new Partition(List.of(), table.columns(), table.storage(), Map.of());
  }

  private List<Partition> partitions(Table table, List<Finding> findings) {
    String name = table.name().toString();
    if (table.projection().isPresent()) {
      findings.add(
          Finding.of(
              Finding.Kind.NOT_INSPECTED,
              name,
              "Athena computes the partitions (partition projection), and they have no columns of"
                  + " their own"));
    }
    try {
      List<KeyRanges> all =
          table.partitionKeys().stream().map(key -> KeyRanges.all(key.name())).toList();
      Partitions answer = catalog.partitions(table, all);
      if (answer instanceof Partitions.Known known) {
        return known.listed().stream().sorted(PartitionOrder.of(table)).toList();
      }
      unknown(table, ((Partitions.Unknown) answer).why(), findings);
    } catch (SluiceException unreadable) {
      unknown(table, String.valueOf(unreadable.getMessage()), findings);
    }
    return List.of();
  }

  private static void unknown(Table table, String why, List<Finding> findings) {
    if (table.projection().isEmpty()) {
      findings.add(Finding.of(Finding.Kind.PARTITIONS_NOT_KNOWN, table.name().toString(), why));
    }
  }

  private Patient inspected(Table table, List<Partition> partitions) {
    List<Part> parts = new ArrayList<>(partitions.size());
    for (int from = 0; from < partitions.size(); from += AT_ONCE) {
      progress.accept(new Progress(table.name().toString(), from, partitions.size()));
      List<Partition> some = partitions.subList(from, Math.min(partitions.size(), from + AT_ONCE));
      List<Storage> storages = some.stream().map(Partition::storage).toList();
      List<LocationFiles> looked = files.inspect(storages, sampleOf(table));
      for (int i = 0; i < some.size(); i++) {
        parts.add(new Part(some.get(i), looked.get(i), written(looked.get(i)), Set.of()));
      }
    }
    progress.accept(new Progress(table.name().toString(), partitions.size(), partitions.size()));
    return new Patient(table, FirstSeen.of(table, parts));
  }

  /** Files of a table without partitions may be of many ages. */
  private FileSample sampleOf(Table table) {
    int each = sample.filesPerLocation();
    return table.isPartitioned()
        ? sample
        : new FileSample(Math.max(each, FILES_OF_A_TABLE), sample.atMost());
  }

  private static List<FileSchema> written(LocationFiles files) {
    Set<FileSchema> written = new LinkedHashSet<>();
    for (Inspected inspected : files.inspected()) {
      FileSchema schema = inspected.schema();
      if (schema.problem().isEmpty()) {
        written.add(schema);
      }
    }
    return List.copyOf(written);
  }

  private void register(
      Table table, List<Partition> partitions, List<Finding> findings, List<Cure> cures) {
    String location = table.storage().location();
    if (location == null) {
      return;
    }
    Set<List<String>> registered =
        partitions.stream().map(Partition::values).collect(Collectors.toSet());
    try {
      List<Folder> found = Unregistered.among(folders.list(location), table, registered);
      for (Folder folder : found) {
        findings.add(
            Finding.of(
                Finding.Kind.NOT_REGISTERED,
                Names.of(table, folder.values()),
                "Its folder holds files, and the catalog has no such partition: no engine sees its"
                    + " rows"));
      }
      if (!found.isEmpty()) {
        cures.add(new Cure.RegisterPartitions(new RegisterPartitions(table.name(), found)));
      }
    } catch (NoSuchFileException none) {
      // Each partition tells of its own folder.
      return;
    } catch (IOException unlisted) {
      findings.add(
          Finding.of(
              Finding.Kind.NOT_INSPECTED,
              table.name().toString(),
              location + " cannot be listed: " + unlisted.getMessage()));
    }
  }
}
