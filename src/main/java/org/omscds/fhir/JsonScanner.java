package org.omscds.fhir;

import java.io.Serial;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Walks over JSON that lies in memory as UTF-8, token by token, eight bytes of a text at a time. It
 * knows the plain forms of JSON (RFC 8259) and takes nothing else: of whatever is malformed, hidden
 * by escapes or beyond a limit it says that it is {@link Unsure}, and a true parser has to decide.
 */
final class JsonScanner {

  /** How many zero bytes must follow the JSON, so that eight bytes can be read everywhere. */
  static final int PADDING = 8;

  private static final int LONGEST_NAME = 1000;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long SPACES = ' ' * ONES;
  private static final long MIXER = 0x9E37_79B9_7F4A_7C15L;

  /** None of eight bytes ends a text or is other than plain ASCII. */
  private static final long NO_HIT = 0;

  private final byte[] json;
  private int at;
  private int start;
  private int end;
  private boolean isPlain;
  private int hash;

  /** The scanner met what it leaves to a true parser. */
  static final class Unsure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    Unsure() {
      super("not plain JSON", null, false, false);
    }
  }

  /** A scanner at the start of JSON that {@link #PADDING} zero bytes follow. */
  JsonScanner(byte[] json) {
    this.json = json;
  }

  /** The number of bytes that are passed. */
  int position() {
    return at;
  }

  /** The byte with which the next token begins; white space before it is passed. */
  byte peek() {
    byte next = json[at];
    while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
      next = json[++at];
    }
    return next;
  }

  /** Passes a structural character if it is the next token. */
  boolean take(char token) {
    if (peek() != token) {
      return false;
    }
    at++;
    return true;
  }

  /** Passes a structural character, which must be the next token. */
  void expect(char token) {
    if (!take(token)) {
      throw new Unsure();
    }
  }

  /** Passes a name and its colon; {@link #hash} and {@link #isText} tell which it is. */
  void name() {
    text();
    if (!isPlain || end - start > LONGEST_NAME) {
      throw new Unsure();
    }
    expect(':');
  }

  /** Passes a text, which {@link #string()} then gives. */
  void text() {
    expect('"');
    start = at;
    long mixed = 0;
    while (true) {
      long eight = (long) EIGHT.get(json, at);
      long hits = hits(eight);
      if (hits == NO_HIT) {
        mixed = (mixed ^ eight) * MIXER;
        at += 8;
        continue;
      }
      int before = Long.numberOfTrailingZeros(hits) >>> 3;
      mixed = (mixed ^ (eight & mask(before))) * MIXER;
      at += before;
      break;
    }
    hash = (int) (mixed >>> 32) ^ (int) mixed;
    isPlain = json[at] == '"';
    if (!isPlain) {
      passRest();
    }
    end = at++;
  }

  /** A number that texts of the same bytes share. */
  int hash() {
    return hash;
  }

  /** Whether the text just passed is plain ASCII without escapes. */
  boolean isPlain() {
    return isPlain;
  }

  int start() {
    return start;
  }

  int length() {
    return end - start;
  }

  /**
   * Whether the text just passed is the one that stands there.
   *
   * @param bytes {@link #PADDING} bytes follow its end
   */
  boolean isText(byte[] bytes, int place, int length) {
    if (end - start != length) {
      return false;
    }
    int done = 0;
    while (done + 8 <= length) {
      if ((long) EIGHT.get(json, start + done) != (long) EIGHT.get(bytes, place + done)) {
        return false;
      }
      done += 8;
    }
    long differences = (long) EIGHT.get(json, start + done) ^ (long) EIGHT.get(bytes, place + done);
    return (differences & mask(length - done)) == 0;
  }

  /** Whether the text just passed is the one that stands there in the same JSON. */
  boolean isTextAt(int place, int length) {
    return isText(json, place, length);
  }

  /** What was just passed: a text without its quotes and escapes, or a number. */
  String string() {
    if (isPlain) {
      return new String(json, start, end - start, StandardCharsets.ISO_8859_1);
    }
    StringBuilder text = new StringBuilder(end - start);
    int from = start;
    for (int i = start; i < end; i++) {
      if (json[i] == '\\') {
        text.append(utf8(from, i));
        i++;
        text.append(escaped(i));
        i += json[i] == 'u' ? 4 : 0;
        from = i + 1;
      }
    }
    return text.append(utf8(from, end)).toString();
  }

  /** Passes a number, which {@link #string()} then gives. */
  void number() {
    peek();
    start = at;
    isPlain = true;
    if (json[at] == '-') {
      at++;
    }
    if (json[at] == '0') {
      at++;
    } else {
      digits();
    }
    if (json[at] == '.') {
      at++;
      digits();
    }
    if ((json[at] | 0x20) == 'e') {
      at++;
      if (json[at] == '+' || json[at] == '-') {
        at++;
      }
      digits();
    }
    end = at;
    if (end - start > FhirJson.MAX_NUMBER_LENGTH) {
      throw new Unsure();
    }
  }

  /** Passes a word such as {@code true}, which must be the next token. */
  void word(String word) {
    peek();
    for (int i = 0; i < word.length(); i++) {
      if (json[at++] != word.charAt(i)) {
        throw new Unsure();
      }
    }
  }

  /**
   * Passes a value and looks only whether it is well-formed.
   *
   * @param depth how many objects and lists are open
   */
  void skip(int depth) {
    switch (peek()) {
      case '{' -> {
        at++;
        checkDepth(depth + 1);
        if (!take('}')) {
          do {
            name();
            skip(depth + 1);
          } while (take(','));
          expect('}');
        }
      }
      case '[' -> {
        at++;
        checkDepth(depth + 1);
        if (!take(']')) {
          do {
            skip(depth + 1);
          } while (take(','));
          expect(']');
        }
      }
      case '"' -> text();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  /** Refuses to go deeper than parsers may. */
  static void checkDepth(int depth) {
    if (depth > FhirJson.MAX_NESTING_DEPTH) {
      throw new Unsure();
    }
  }

  /** Passes white space; then everything must be passed. */
  void end(int length) {
    peek();
    if (at != length) {
      throw new Unsure();
    }
  }

  /**
   * The high bit of the first byte that is a quote, a backslash, a control character or no ASCII;
   * above it the bits mean nothing (Warren, Hacker's Delight, "Find first 0-byte").
   */
  private static long hits(long eight) {
    long quotes = eight ^ QUOTES;
    long backslashes = eight ^ BACKSLASHES;
    return (((quotes - ONES) & ~quotes)
            | ((backslashes - ONES) & ~backslashes)
            | (eight - SPACES)
            | eight)
        & HIGH_BITS;
  }

  /** The bits of the first bytes, up to seven. */
  private static long mask(int bytes) {
    return (1L << (8 * bytes)) - 1;
  }

  /** Passes the rest of a text that holds escapes or more than ASCII, up to its closing quote. */
  private void passRest() {
    while (json[at] != '"') {
      int next = json[at++];
      if (next == '\\') {
        escaped(at);
        at += json[at] == 'u' ? 5 : 1;
      } else if (next < 0) {
        int more = more(next);
        for (int i = 0; i < more; i++) {
          if ((json[at++] & 0xC0) != 0x80) {
            throw new Unsure();
          }
        }
      } else if (next < ' ') {
        throw new Unsure();
      }
    }
  }

  /** How many bytes follow the first one of a character (Unicode, table 3-7). */
  private static int more(int first) {
    int lead = first & 0xFF;
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 1;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 2;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
      return 3;
    }
    throw new Unsure();
  }

  /** The character for which an escape stands whose letter is at that place. */
  private char escaped(int place) {
    return switch (json[place]) {
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int code = 0;
        for (int i = place + 1; i <= place + 4; i++) {
          int digit = Character.digit((char) (json[i] & 0xFF), 16);
          if (digit < 0) {
            throw new Unsure();
          }
          code = 16 * code + digit;
        }
        yield (char) code;
      }
      default -> throw new Unsure();
    };
  }

  /** Text as it stands there; what is no UTF-8 is nothing for this scanner. */
  private String utf8(int from, int to) {
    String text = new String(json, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      throw new Unsure();
    }
    return text;
  }

  private void digits() {
    int first = at;
    while (json[at] >= '0' && json[at] <= '9') {
      at++;
    }
    if (at == first) {
      throw new Unsure();
    }
  }
}
