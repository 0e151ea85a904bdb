package dev.sluice.glue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.Storage;
import dev.sluice.TableFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a {@code StorageDescriptor} without its columns. */
final class GlueStorage {
  /** Table parameters that say how files are read, and so belong to the storage as well. */
  private static final List<String> OF_TABLE_FILES =
      List.of("avro.schema.literal", "avro.schema.url", DeclaredMappings.ORC_RESOLUTION);

  /** Those of them that speak for the partitions' files too. */
  private static final List<String> OF_PARTITION_FILES = List.of(DeclaredMappings.ORC_RESOLUTION);

  private final UnaryOperator<String> locations;

  /**
   * @param locations makes a location one that needs no further knowledge to be opened
   */
  GlueStorage(UnaryOperator<String> locations) {
    this.locations = locations;
  }

  Storage ofTable(JsonNode descriptor, Map<String, String> parameters) {
    return read(descriptor, format(descriptor, parameters), parameters, OF_TABLE_FILES);
  }

  Storage ofView(TableFormat kind, JsonNode descriptor, Map<String, String> parameters) {
    return read(descriptor, kind, parameters, OF_TABLE_FILES);
  }

  Storage ofPartition(
      JsonNode descriptor, Map<String, String> parameters, Map<String, String> tableParameters) {
    TableFormat format = format(descriptor, parameters);
    return read(descriptor, format, tableParameters, OF_PARTITION_FILES);
  }

  private Storage read(
      JsonNode descriptor,
      TableFormat format,
      Map<String, String> tableParameters,
      List<String> fromTable) {
    JsonNode serdeInfo = descriptor.path("SerdeInfo");
    Map<String, String> serdeParameters = GlueJson.texts(serdeInfo, "Parameters");
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String key : fromTable) {
      String value = tableParameters.get(key);
      if (value != null) {
        parameters.put(key, value);
      }
    }
    parameters.putAll(GlueJson.texts(descriptor, "Parameters"));
    parameters.putAll(serdeParameters);
    String inputFormat = GlueJson.text(descriptor, "InputFormat");
    String serde = GlueJson.text(serdeInfo, "SerializationLibrary");
    TableFormat files = serde == null ? format : GlueFormats.bySerde(serde, inputFormat);
    return new Storage(
        format,
        location(descriptor),
        inputFormat,
        serde,
        parameters,
        DeclaredMappings.of(files, serdeParameters, tableParameters));
  }

  private static TableFormat format(JsonNode descriptor, Map<String, String> parameters) {
    return GlueFormats.recognise(
        GlueJson.text(descriptor, "InputFormat"),
        GlueJson.text(descriptor.path("SerdeInfo"), "SerializationLibrary"),
        classified(descriptor, parameters));
  }

  /** Crawlers write {@code classification} to the storage descriptor's parameters as well. */
  private static Map<String, String> classified(
      JsonNode descriptor, Map<String, String> parameters) {
    String classification = GlueJson.text(descriptor.path("Parameters"), "classification");
    if (classification == null || parameters.containsKey("classification")) {
      return parameters;
    }
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put("classification", classification);
    return more;
  }

  private @Nullable String location(JsonNode descriptor) {
    String location = GlueJson.text(descriptor, "Location");
    return location == null ? null : locations.apply(location);
  }
}
