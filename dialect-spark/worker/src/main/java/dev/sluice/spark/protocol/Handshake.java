package dev.sluice.spark.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * How the two sides meet. The client writes a fresh secret to the worker's standard input; the
 * worker listens on the loopback address and prints {@link #READY} and its port; every connection
 * begins with a magic word and the secret.
 */
public final class Handshake {
  /** Begins the one line that the worker prints on standard output once it can take queries. */
  public static final String READY = "SLUICE-SPARK-READY ";

  /** Begins the system properties that Hadoop's file systems are to be set with. */
  public static final String FILE_SYSTEMS = "spark.hadoop.";

  private static final byte[] MAGIC = "SLUICE01".getBytes(StandardCharsets.US_ASCII);
  private static final int SECRET_BYTES = 32;

  private Handshake() {}

  /** Where the worker listens: this machine's loopback address. */
  public static InetAddress address() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  /** A new secret of 256 bits, in hexadecimal. */
  public static String newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  /** Opens a connection on the client's side. */
  public static void greet(DataOutputStream out, String secret) throws IOException {
    out.write(MAGIC);
    out.write(HexFormat.of().parseHex(secret));
    out.flush();
  }

  /** Whether who connected knows the secret; the comparison takes the same time either way. */
  public static boolean admits(DataInputStream in, String secret) throws IOException {
    byte[] expected = new byte[MAGIC.length + SECRET_BYTES];
    System.arraycopy(MAGIC, 0, expected, 0, MAGIC.length);
    System.arraycopy(HexFormat.of().parseHex(secret), 0, expected, MAGIC.length, SECRET_BYTES);
    return MessageDigest.isEqual(expected, in.readNBytes(expected.length));
  }
}
