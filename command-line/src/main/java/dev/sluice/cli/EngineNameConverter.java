package dev.sluice.cli;

import dev.sluice.EngineName;
import dev.sluice.configuration.EngineNames;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an engine's name from the command line. */
final class EngineNameConverter implements ITypeConverter<EngineName> {
  @Override
  public EngineName convert(String value) {
    return EngineNames.find(value)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + value + "' is no engine; known are " + EngineNames.list()));
  }
}
