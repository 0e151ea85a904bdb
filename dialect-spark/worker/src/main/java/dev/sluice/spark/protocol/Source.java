package dev.sluice.spark.protocol;

import dev.sluice.ColumnMapping;
import dev.sluice.TableFormat;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Folders whose files are all read in the same way.
 *
 * @param parameters the table's parameters under those of its SerDe, as the catalog has them
 * @param mapping by name unless the catalog says otherwise
 */
public record Source(
    TableFormat format,
    Map<String, String> parameters,
    ColumnMapping mapping,
    List<Folder> folders) {
  public Source {
    parameters = Map.copyOf(parameters);
    folders = List.copyOf(folders);
  }

  void write(DataOutputStream out) throws IOException {
    Wire.word(out, format);
    Wire.texts(out, parameters);
    Wire.word(out, mapping);
    Wire.list(out, folders, (to, folder) -> folder.write(to));
  }

  static Source read(DataInputStream in) throws IOException {
    TableFormat format = Wire.word(in, TableFormat.class);
    var parameters = Wire.texts(in);
    ColumnMapping mapping = Wire.word(in, ColumnMapping.class);
    return new Source(format, parameters, mapping, Wire.list(in, Folder::read));
  }
}
