package dev.sluice.conversion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.ConvertedFiles;
import dev.sluice.LakeFile;
import dev.sluice.conversion.ConversionPlan.Part;
import java.util.List;

/** What was converted of which files, kept beside what was written, for people who want to look. */
final class Manifest {
  /** Engines do not see files that begin with an underscore. */
  static final String FILE = "_manifest.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Manifest() {}

  static byte[] of(
      ConversionPlan plan, Part part, ConvertedFiles converted, List<LakeFile> sources) {
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("source", plan.source().name().toString());
    ArrayNode values = manifest.putArray("values");
    part.values().forEach(values::add);
    manifest.put("digest", part.digest());
    manifest.put("rows", converted.rows());
    ArrayNode columns = manifest.putArray("columns");
    for (ConvertedFiles.ColumnSum sum : converted.columns()) {
      columns
          .addObject()
          .put("name", sum.column())
          .put("nulls", sum.nulls())
          .put("checksum", sum.checksum());
    }
    ArrayNode files = manifest.putArray("files");
    for (LakeFile file : sources) {
      files
          .addObject()
          .put("path", file.path())
          .put("size", file.size())
          .put("modified", file.modified().toString());
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Nodes are always written", e);
    }
  }
}
