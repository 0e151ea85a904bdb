package dev.sluice.cli;

import dev.sluice.NearestName;
import dev.sluice.matrix.Capability;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a capability's name from the command line, in whatever case. */
final class CapabilityConverter implements ITypeConverter<Capability> {
  @Override
  public Capability convert(String value) {
    String name = value.strip().toUpperCase(Locale.ROOT);
    List<String> known = Arrays.stream(Capability.values()).map(Enum::name).toList();
    if (!known.contains(name)) {
      throw new TypeConversionException(
          "'"
              + value
              + "' is no capability"
              + NearestName.question(name, known)
              + "; 'sluice matrix' lists them");
    }
    return Capability.valueOf(name);
  }
}
