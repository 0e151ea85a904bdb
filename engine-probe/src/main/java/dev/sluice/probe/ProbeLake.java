package dev.sluice.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.TableName;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lake that the probes read: some kilobytes that come with Sluice, in each format. */
public final class ProbeLake {
  private static final String LOCATION = "{lake}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProbeLake() {}

  /**
   * @param below {@code s3://BUCKET/PREFIX/}; the lake gets a folder of its own there
   * @param run tells this run from all others: lower-case letters and digits
   */
  public static Lake of(String below, String database, String run) {
    String folder = below.replaceFirst("/+$", "") + "/sluice-probe-" + run;
    String prefix = "sluice_probe_" + run + "_";
    List<LakeObject> objects = new ArrayList<>();
    for (String path : text("files.txt").lines().toList()) {
      byte[] content = bytes(path);
      objects.add(new LakeObject(folder + "/" + path, content.length, () -> content));
    }
    return new Lake(database, folder, prefix, objects, tables(folder, database, prefix));
  }

  private static List<LakeTable> tables(String folder, String database, String prefix) {
    List<LakeTable> tables = new ArrayList<>();
    try {
      // Nothing in the entries but locations has that word.
      String listing = text("catalog/probe.tables.json").replace(LOCATION, folder);
      for (JsonNode entry : JSON.readTree(listing).path("TableList")) {
        String name = prefix + entry.path("Name").asText();
        ((ObjectNode) entry).put("Name", name).put("DatabaseName", database);
        tables.add(new LakeTable(new TableName(database, name), entry, List.of()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tables;
  }

  private static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String path) {
    try (InputStream stream = ProbeLake.class.getResourceAsStream("lake/" + path)) {
      if (stream == null) {
        throw new FileNotFoundException("lake/" + path);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
