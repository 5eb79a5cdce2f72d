package org.omscds.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes pseudonyms and names by HMAC-SHA256: the same for the same text, and of no use to anybody
 * without the key.
 */
public final class KeyedHash {

  /** The shortest key, in bytes. */
  public static final int SHORTEST_KEY = 32;

  private static final String HMAC = "HmacSHA256";
  private static final int PSEUDONYM_BYTES = 16;
  private static final long VERSION_5 = 0x5000L;
  private static final long VARIANT = 0x8000000000000000L;

  private final SecretKeySpec key;

  /**
   * Takes a key.
   *
   * @throws IllegalArgumentException if it is shorter than {@link #SHORTEST_KEY}
   */
  public KeyedHash(byte[] key) {
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException("the key has less than " + SHORTEST_KEY + " bytes");
    }
    this.key = new SecretKeySpec(key, HMAC);
  }

  /** Whether a text of a setting is long enough to be a key. */
  public static boolean isLongEnough(String key) {
    return key.getBytes(StandardCharsets.UTF_8).length >= SHORTEST_KEY;
  }

  /** A pseudonym of 32 hexadecimal digits for some texts, in this order. */
  public String pseudonym(String... texts) {
    return HexFormat.of().formatHex(hash(String.join("\n", texts)), 0, PSEUDONYM_BYTES);
  }

  /** A UUID for a name, in the form of those that are made from names (RFC 9562, version 5). */
  public UUID uuid(String name) {
    ByteBuffer hash = ByteBuffer.wrap(hash(name));
    return new UUID(
        (hash.getLong() & ~0xF000L) | VERSION_5, (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | VARIANT);
  }

  private byte[] hash(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
