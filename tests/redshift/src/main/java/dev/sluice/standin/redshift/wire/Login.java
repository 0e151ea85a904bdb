package dev.sluice.standin.redshift.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a client for its password, hashed with MD5 as Redshift does. */
final class Login {
  private static final int MD5_WANTED = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, String> passwords;

  Login(Map<String, String> passwords) {
    this.passwords = Map.copyOf(passwords);
  }

  /** Whether the client knew the password; it is told where not. */
  boolean admits(String user, DataInputStream in, DataOutputStream out) throws IOException {
    byte[] salt = new byte[4];
    RANDOM.nextBytes(salt);
    new FrameBody().number(MD5_WANTED).raw(salt).frame('R').write(out);
    out.flush();
    String given = Frame.read(in).text(0);
    String password = passwords.get(user);
    if (password != null && given.equals(answer(user, password, salt))) {
      return true;
    }
    Errors.frame("28000", "password authentication failed for user \"" + user + "\"", null)
        .write(out);
    out.flush();
    return false;
  }

  private static String answer(String user, String password, byte[] salt) {
    byte[] inner = md5((password + user).getBytes(StandardCharsets.UTF_8));
    byte[] hex = HexFormat.of().formatHex(inner).getBytes(StandardCharsets.US_ASCII);
    return "md5" + HexFormat.of().formatHex(md5(hex, salt));
  }

  private static byte[] md5(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The passwords are none of a log's business. */
  @Override
  public @Nullable String toString() {
    return "Login" + passwords.keySet();
  }
}
