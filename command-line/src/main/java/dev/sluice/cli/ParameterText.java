package dev.sluice.cli;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import dev.sluice.ErrorCode;
import dev.sluice.Parameter;
import dev.sluice.SluiceException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads values of parameters as they are written on a command line. */
final class ParameterText {
  private ParameterText() {}

  /** As many values as there are texts; whether they are as many as the parameters, others say. */
  static List<Object> read(List<String> texts, List<Parameter> parameters) {
    List<Object> values = new ArrayList<>();
    for (String text : texts) {
      int index = values.size();
      values.add(
          index < parameters.size() ? value(text, index, parameters.get(index)) : (Object) text);
    }
    return values;
  }

  private static Object value(String text, int index, Parameter parameter) {
    try {
      return value(text, parameter.type());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new SluiceException(
          ErrorCode.PARAMETER_INVALID,
          "Parameter %d is %s, which '%s' is not, at %s%s"
              .formatted(
                  index + 1,
                  parameter.type(),
                  text,
                  parameter.position(),
                  example(parameter.type())),
          parameter.position());
    }
  }

  private static Object value(String text, DataType type) {
    if (type instanceof Primitive primitive) {
      return switch (primitive) {
        case BOOLEAN -> truth(text);
        case TINYINT, SMALLINT, INTEGER, BIGINT -> new BigDecimal(text);
        case REAL, DOUBLE -> Double.valueOf(text);
        case DATE -> LocalDate.parse(text);
        case TIMESTAMP -> LocalDateTime.parse(text.replace(' ', 'T'));
        case TIMESTAMP_WITH_TIME_ZONE -> OffsetDateTime.parse(text.replaceFirst(" ", "T"));
        case BINARY -> HexFormat.of().parseHex(text);
        case STRING, UNKNOWN -> text;
      };
    }
    return type instanceof DataType.Decimal ? new BigDecimal(text) : text;
  }

  private static Boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text);
    }
    return Boolean.valueOf(text);
  }

  private static String example(DataType type) {
    if (type instanceof Primitive primitive) {
      return switch (primitive) {
        case BOOLEAN -> "; write true or false";
        case DATE -> "; write it as 2019-03-27";
        case TIMESTAMP -> "; write it as '2019-03-27 16:00:00.000'";
        case TIMESTAMP_WITH_TIME_ZONE -> "; write it as 2019-03-27T16:00:00.000+01:00";
        case BINARY -> "; write it in hex digits";
        default -> "";
      };
    }
    return "";
  }
}
