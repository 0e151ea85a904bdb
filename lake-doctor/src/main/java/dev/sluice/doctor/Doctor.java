package dev.sluice.doctor;

import dev.sluice.CatalogEdit.Folder;
import dev.sluice.CatalogEdit.RegisterPartitions;
import dev.sluice.FileFinding;
import dev.sluice.FileSample;
import dev.sluice.FileSchemas;
import dev.sluice.HiddenColumns;
import dev.sluice.LocationFiles;
import dev.sluice.Partition;
import dev.sluice.Partitions;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import dev.sluice.Storage;
import dev.sluice.Table;
import dev.sluice.doctor.Patient.Part;
import dev.sluice.matrix.Evolution;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks tables over, one after the other. What is wrong with one is a finding there and touches no
 * other. Changes nothing. Not shareable between threads.
 */
public final class Doctor {
  private final Function<Table, Partitions> listing;
  private final FileSchemas files;
  private final FolderListing folders;
  private final FileSample sample;
  private final RunListener progress;
  private final Evolution evolution = Evolution.shipped();

  /**
   * @param listing all partitions of a table, registered or computed, as planning sees them; may
   *     throw where they cannot be read
   * @param files asked for the columns of {@link FileSample#of} files
   * @param folders asked for what lies under a table's location
   * @param progress told how far the look into a table's files is, on the calling thread
   */
  public Doctor(
      Function<Table, Partitions> listing,
      FileSchemas files,
      FolderListing folders,
      FileSample sample,
      RunListener progress) {
    this.listing = listing;
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
    List<Partition> listed =
        table.isPartitioned() ? partitions(table, findings) : List.of(whole(table));
    Patient patient = inspected(table, listed, findings);
    List<Partition> partitions =
        table.isPartitioned() ? patient.parts().stream().map(Part::partition).toList() : List.of();
    findings.addAll(TypeFindings.of(table, partitions));
    findings.addAll(FileFindings.of(patient));
    List<Cure> cures = new ArrayList<>();
    if (isRegistered(table) && findings.stream().noneMatch(Doctor::hidesPartitions)) {
      register(table, partitions, findings, cures);
    }
    cures.addAll(Cures.of(evolution, patient));
    return Checkups.of(evolution, patient, findings, cures);
  }

  /** Whether the catalog lists its partitions, and Athena does not compute them. */
  private static boolean isRegistered(Table table) {
    return table.isPartitioned() && table.projection().isEmpty();
  }

  private static boolean hidesPartitions(Finding finding) {
    return finding.kind() == Finding.Kind.PARTITIONS_NOT_KNOWN;
  }

  private static Partition whole(Table table) {
    return new Partition(List.of(), table.columns(), table.storage(), Map.of());
  }

  private List<Partition> partitions(Table table, List<Finding> findings) {
    try {
      Partitions answer = listing.apply(table);
      if (answer instanceof Partitions.Known known) {
        return known.listed().stream().sorted(PartitionOrder.of(table)).toList();
      }
      findings.add(unknown(table, ((Partitions.Unknown) answer).why()));
    } catch (SluiceException unreadable) {
      findings.add(
          Finding.of(
              Finding.Kind.PARTITIONS_NOT_KNOWN,
              table.name().toString(),
              String.valueOf(unreadable.getMessage())));
    }
    return List.of();
  }

  /** A query that says a key's value computes what cannot be gone through here. */
  private static Finding unknown(Table table, String why) {
    return table.projection().isPresent()
        ? Finding.of(
            Finding.Kind.NOT_INSPECTED,
            table.name().toString(),
            "Athena computes the partitions (partition projection), and not all of them can be gone"
                + " through: "
                + why)
        : Finding.of(Finding.Kind.PARTITIONS_NOT_KNOWN, table.name().toString(), why);
  }

  private Patient inspected(Table table, List<Partition> partitions, List<Finding> findings) {
    List<Storage> storages = partitions.stream().map(Partition::storage).toList();
    List<LocationFiles> looked =
        HiddenColumns.concealedFiles(
            table,
            files.inspect(
                storages,
                sample.of(table),
                step -> progress.progressed(step.of(table.name().toString()))));
    List<Part> parts = new ArrayList<>(partitions.size());
    for (int i = 0; i < partitions.size(); i++) {
      parts.add(new Part(partitions.get(i), looked.get(i), looked.get(i).schemas(), Set.of()));
    }
    if (table.projection().isPresent() && !partitions.isEmpty()) {
      parts.removeIf(part -> hasNoFolder(part.files()));
      findings.add(computed(table, parts.size(), partitions.size()));
    }
    return new Patient(table, FirstSeen.of(table, parts));
  }

  private static boolean hasNoFolder(@Nullable LocationFiles files) {
    FileFinding finding = files == null ? null : files.finding();
    return finding != null && finding.code() == FileFinding.Code.NO_SUCH_LOCATION;
  }

  /** Most have no folder where the future is computed too; that is as it should be. */
  private static Finding computed(Table table, int there, int all) {
    return Finding.of(
        Finding.Kind.PARTITIONS_COMPUTED,
        table.name().toString(),
        "Athena computes %,d partitions (partition projection), of which %,d have a folder"
            .formatted(all, there));
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
      String why =
          unlisted instanceof AccessDeniedException
              ? "access to " + unlisted.getMessage() + " is denied"
              : String.valueOf(unlisted.getMessage());
      findings.add(
          Finding.of(
              Finding.Kind.NOT_INSPECTED,
              table.name().toString(),
              "Folders that are no partitions were not looked for: " + why));
    }
  }
}
