package dev.sluice.doctor;

import dev.sluice.FileFinding;
import dev.sluice.FileFinding.Code;
import dev.sluice.LocationFiles;
import dev.sluice.LocationFiles.Inspected;
import dev.sluice.TableFormat;
import dev.sluice.doctor.Patient.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is wrong with files, and what must be known of them. */
final class FileFindings {
  private static final Set<Code> BROKEN =
      EnumSet.of(Code.UNREADABLE, Code.TRUNCATED, Code.WRONG_FORMAT, Code.BROKEN);

  private final Patient patient;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Note, List<Integer>> notes = new LinkedHashMap<>();

  private FileFindings(Patient patient) {
    this.patient = patient;
  }

  /** What is told once for all partitions that show it. */
  private record Note(Finding.Kind kind, String subject, String text) {}

  /** A broken file is told by itself, what many files share is told once. */
  static List<Finding> of(Patient patient) {
    FileFindings files = new FileFindings(patient);
    for (int i = 0; i < patient.parts().size(); i++) {
      files.add(i, patient.parts().get(i));
    }
    files.notes.forEach(
        (note, places) ->
            files.findings.add(
                new Finding(note.kind, note.subject, note.text, PartitionRange.of(places))));
    return files.findings;
  }

  private void add(int place, Part part) {
    LocationFiles files = part.files();
    if (files == null) {
      return;
    }
    FileFinding listing = files.finding();
    if (listing != null) {
      location(place, listing, files);
    }
    for (Inspected inspected : files.inspected()) {
      for (FileFinding finding : inspected.schema().findings()) {
        file(place, part, inspected.file().path(), finding);
      }
    }
  }

  /** A text that names the location would be another for each partition. */
  private void location(int place, FileFinding finding, LocationFiles files) {
    String table = patient.table().name().toString();
    if (finding.code() == Code.NO_SUCH_LOCATION) {
      note(place, Finding.Kind.NO_FOLDER, table, "There is no such folder, and so no rows");
    } else {
      String location = files.location();
      String text =
          location == null ? finding.text() : finding.text().replace(location, "its location");
      note(place, Finding.Kind.NOT_INSPECTED, table, text);
    }
  }

  private void file(int place, Part part, String path, FileFinding finding) {
    String table = patient.table().name().toString();
    if (isBroken(finding.code(), part.partition().storage().format())) {
      findings.add(
          new Finding(
              Finding.Kind.FILE_NOT_READABLE,
              path,
              word(finding.code()) + ": " + finding.text(),
              List.of(new PartitionRange(place, place))));
    } else if (finding.code() == Code.EMPTY_FILE) {
      note(place, Finding.Kind.FILE_NOTE, table, "A file holds no bytes, and so no rows");
    } else if (finding.code().isFatal()) {
      note(place, Finding.Kind.NOT_INSPECTED, table, finding.text());
    } else {
      String column = finding.path().isEmpty() ? table : table + "." + finding.path();
      note(place, Finding.Kind.FILE_NOTE, column, finding.text());
    }
  }

  private void note(int place, Finding.Kind kind, String subject, String text) {
    notes.computeIfAbsent(new Note(kind, subject, text), note -> new ArrayList<>()).add(place);
  }

  /** Whether the file is at fault, and not what reads it here. */
  static boolean isBroken(Code code, TableFormat format) {
    return BROKEN.contains(code) || (code == Code.EMPTY_FILE && hasFooterOrHeader(format));
  }

  private static boolean hasFooterOrHeader(TableFormat format) {
    return format == TableFormat.PARQUET || format == TableFormat.ORC || format == TableFormat.AVRO;
  }

  private static String word(Code code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
