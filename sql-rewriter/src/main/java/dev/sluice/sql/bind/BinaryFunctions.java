package dev.sluice.sql.bind;

import static dev.sluice.sql.bind.Argument.BINARY;
import static dev.sluice.sql.bind.Argument.TEXT;
import static dev.sluice.sql.bind.TrinoFunctions.always;

import dev.sluice.DataType.Primitive;

/** Functions over bytes. */
final class BinaryFunctions {
  private BinaryFunctions() {}

  static void addTo(TrinoFunctions functions) {
    Signature.Result bytes = always(Primitive.BINARY);
    Signature.Result text = always(Primitive.STRING);
    functions.scalar(Signature.of(bytes, BINARY), "md5", "sha1", "sha256", "sha512", "xxhash64");
    functions.scalar(Signature.of(always(Primitive.BIGINT), BINARY), "crc32");
    functions.scalar(Signature.of(text, BINARY), "to_hex", "to_base64", "to_base64url");
    functions.scalar(Signature.of(bytes, TEXT), "from_hex", "from_base64", "from_base64url");
    functions.scalar(Signature.of(bytes, TEXT), "to_utf8");
    functions.scalar(Signature.of(text, BINARY), "from_utf8");
  }
}
