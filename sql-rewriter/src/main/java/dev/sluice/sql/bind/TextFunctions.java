package dev.sluice.sql.bind;

import static dev.sluice.sql.bind.Argument.ANY;
import static dev.sluice.sql.bind.Argument.CHARACTER;
import static dev.sluice.sql.bind.Argument.FORMATTED;
import static dev.sluice.sql.bind.Argument.JSON;
import static dev.sluice.sql.bind.Argument.SCALAR_OF_JSON;
import static dev.sluice.sql.bind.Argument.TEXT;
import static dev.sluice.sql.bind.Argument.TEXT_OR_ARRAY;
import static dev.sluice.sql.bind.Argument.TEXT_OR_CHAR;
import static dev.sluice.sql.bind.Argument.TEXT_OR_JSON;
import static dev.sluice.sql.bind.Argument.TEXT_OR_TEXTS;
import static dev.sluice.sql.bind.Argument.WHOLE;
import static dev.sluice.sql.bind.TrinoFunctions.always;

import dev.sluice.DataType;
import dev.sluice.DataType.Primitive;
import java.util.List;
import java.util.Optional;

/** Functions over text, URLs and JSON. */
final class TextFunctions {
  private TextFunctions() {}

  static void addTo(TrinoFunctions functions) {
    Signature.Result text = always(Primitive.STRING);
    Signature.Result bigint = always(Primitive.BIGINT);
    Signature.Result truth = always(Primitive.BOOLEAN);
    functions.scalar(Signature.of(TextLengths::sameKind, TEXT_OR_CHAR), "lower", "upper");
    functions.scalar(Signature.of(text, TEXT, ANY).least(1), NormalForm.FUNCTION);
    functions.scalar(Signature.of(always(new DataType.Varchar(4)), TEXT), "soundex");
    functions.scalar(
        Signature.of(TextLengths::same, TEXT_OR_CHAR, TEXT).least(1), "trim", "ltrim", "rtrim");
    functions.scalar(Signature.of(bigint, TEXT_OR_CHAR), "length");
    functions.scalar(
        Signature.of(TextLengths::same, TEXT_OR_CHAR, WHOLE, WHOLE).least(2), "substr");
    functions.scalar(
        Signature.of(TextFunctions::concatenated, TEXT_OR_ARRAY).repeated().least(2), "concat");
    functions.scalar(
        Signature.of(TextFunctions::joined, TEXT, TEXT_OR_TEXTS).repeated().least(2), "concat_ws");
    functions.scalar(Signature.of(TextLengths::replaced, TEXT, TEXT, TEXT).least(2), "replace");
    functions.scalar(
        Signature.of(TextLengths::replacedByPattern, TEXT, TEXT, TEXT).least(2), "regexp_replace");
    functions.scalar(Signature.of(text, TEXT, TEXT, TEXT), "translate");
    functions.scalar(Signature.of(text, TEXT, WHOLE, TEXT), "lpad", "rpad");
    functions.scalar(
        Signature.of(
            types ->
                types.get(0) instanceof DataType.Char
                    ? Optional.empty()
                    : types.get(0) instanceof DataType.Array
                        ? Optional.of(types.get(0))
                        : TextLengths.same(types),
            TEXT_OR_ARRAY),
        "reverse");
    functions.scalar(
        Signature.of(bigint, TEXT, TEXT), "strpos", "levenshtein_distance", "hamming_distance");
    functions.scalar(Signature.of(text, TEXT, TEXT, WHOLE), "split_part");
    functions.scalar(Signature.of(truth, TEXT, TEXT), "starts_with", "regexp_like");
    functions.scalar(Signature.of(TextLengths::same, TEXT, TEXT, WHOLE).least(2), "regexp_extract");
    functions.scalar(Signature.of(bigint, TEXT, TEXT), "regexp_count");
    functions.scalar(
        Signature.of(TextLengths::arrayOfSame, TEXT, TEXT, WHOLE).least(2),
        "regexp_extract_all",
        "split");
    functions.scalar(Signature.of(TextLengths::arrayOfSame, TEXT, TEXT), "regexp_split");
    functions.scalar(
        Signature.of(
            always(new DataType.MapOf(Primitive.STRING, Primitive.STRING)), TEXT, TEXT, TEXT),
        "split_to_map");
    functions.scalar(Signature.of(always(new DataType.Varchar(1)), WHOLE), "chr");
    functions.scalar(Signature.of(always(Primitive.INTEGER), CHARACTER), "codepoint");
    functions.scalar(Signature.of(text, TEXT, FORMATTED).repeated().least(2), "format");
    urls(functions);
    json(functions);
  }

  private static void urls(TrinoFunctions functions) {
    functions.scalar(
        Signature.of(TextLengths::same, TEXT),
        "url_decode",
        "url_extract_fragment",
        "url_extract_host",
        "url_extract_path",
        "url_extract_protocol",
        "url_extract_query");
    functions.scalar(Signature.of(TextLengths::encoded, TEXT), "url_encode");
    functions.scalar(Signature.of(TextLengths::same, TEXT, TEXT), "url_extract_parameter");
    functions.scalar(Signature.of(always(Primitive.BIGINT), TEXT), "url_extract_port");
  }

  private static void json(TrinoFunctions functions) {
    Signature.Result json = always(Types.JSON);
    functions.scalar(Signature.of(TextLengths::same, TEXT_OR_JSON, TEXT), "json_extract_scalar");
    functions.scalar(Signature.of(json, TEXT_OR_JSON, TEXT), "json_extract");
    functions.scalar(Signature.of(json, TEXT), "json_parse");
    functions.scalar(Signature.of(always(Primitive.STRING), JSON), "json_format");
    functions.scalar(Signature.of(always(Primitive.BIGINT), TEXT_OR_JSON), "json_array_length");
    functions.scalar(
        Signature.of(always(Primitive.BOOLEAN), TEXT_OR_JSON, SCALAR_OF_JSON),
        "json_array_contains");
    functions.scalar(Signature.of(json, TEXT_OR_JSON, WHOLE), "json_array_get");
    functions.scalar(Signature.of(always(Primitive.BIGINT), TEXT_OR_JSON, TEXT), "json_size");
    functions.scalar(Signature.of(always(Primitive.BOOLEAN), TEXT_OR_JSON), "is_json_scalar");
  }

  /** Texts, or arrays. */
  private static Optional<DataType> concatenated(List<DataType> types) {
    boolean arrays = types.stream().anyMatch(DataType.Array.class::isInstance);
    return arrays ? CommonType.of(types) : concatenation(types);
  }

  /** A char and another, or a varchar whose length is said, are as long as both together. */
  static Optional<DataType> concatenation(List<DataType> types) {
    if (types.stream().noneMatch(DataType.Char.class::isInstance)) {
      return Optional.of(Primitive.STRING);
    } else if (types.size() != 2 || types.contains(Primitive.STRING)) {
      return Optional.empty();
    }
    long length = types.stream().mapToLong(TextFunctions::length).sum();
    return length <= CommonType.LONGEST_CHAR
        ? Optional.of(new DataType.Char((int) length))
        : Optional.empty();
  }

  private static int length(DataType type) {
    if (type instanceof DataType.Char text) {
      return text.length();
    }
    return type instanceof DataType.Varchar text ? text.length() : 0;
  }

  /** Texts, or one array of them. */
  private static Optional<DataType> joined(List<DataType> types) {
    boolean arrays = types.stream().anyMatch(DataType.Array.class::isInstance);
    return arrays && types.size() > 2 ? Optional.empty() : Optional.of(Primitive.STRING);
  }
}
