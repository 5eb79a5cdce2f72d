package org.omscds.knowledge;

/** The check digits of SNOMED CT (Verhoeff) and LOINC (Mod 10). */
final class CheckDigits {

  private static final int[][] MULTIPLY = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
    {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
    {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
    {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
    {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
    {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
    {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
    {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
    {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
    {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
  };

  private static final int[] PERMUTE = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

  private CheckDigits() {}

  static boolean isSnomed(String code) {
    if (!code.matches("\\d{6,18}")) {
      return false;
    }
    int check = 0;
    for (int i = 0; i < code.length(); i++) {
      int digit = code.charAt(code.length() - 1 - i) - '0';
      for (int times = 0; times < i % 8; times++) {
        digit = PERMUTE[digit];
      }
      check = MULTIPLY[check][digit];
    }
    return check == 0;
  }

  static boolean isLoinc(String code) {
    if (!code.matches("\\d{1,7}-\\d")) {
      return false;
    }
    String body = code.substring(0, code.indexOf('-'));
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(body.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted / 10 + weighted % 10;
    }
    return (10 - sum % 10) % 10 == code.charAt(code.length() - 1) - '0';
  }
}
