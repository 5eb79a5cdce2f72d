package org.omscds.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.omscds.fhir.server.ManualTime;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How often a password of an operator is really checked. */
class OperatorPasswordsTests {

  /** Takes a password that is written as its own code, and counts how often it is asked. */
  private static final class Counting implements PasswordEncoder {
    private int checks;

    @Override
    public String encode(CharSequence password) {
      return password.toString();
    }

    @Override
    public boolean matches(CharSequence password, String encoded) {
      checks++;
      return encoded.contentEquals(password);
    }
  }

  private final ManualTime time = new ManualTime();
  private final Counting counting = new Counting();
  private final OperatorPasswords passwords = new OperatorPasswords(counting, time);

  @Test
  void aRightPasswordIsCheckedOnceInFiveMinutes() {
    for (int part = 0; part < 40; part++) {
      assertThat(passwords.matches("right", "right")).isTrue();
    }
    assertThat(counting.checks).isEqualTo(1);

    time.pass(Duration.ofMinutes(5));
    assertThat(passwords.matches("right", "right")).isTrue();
    assertThat(counting.checks).isEqualTo(2);
  }

  @Test
  void aRightPasswordOpensNoOtherAccount() {
    assertThat(passwords.matches("right", "right")).isTrue();
    assertThat(passwords.matches("right", "other")).isFalse();
    assertThat(passwords.matches("", "right")).isFalse();
  }

  @Test
  void wrongPasswordsAreNotRememberedAndOnlySoManyAreChecked() {
    assertThat(passwords.matches("known", "known")).isTrue();
    for (int guess = 0; guess < 100; guess++) {
      assertThat(passwords.matches("guess" + guess, "known")).isFalse();
    }
    assertThat(counting.checks).isEqualTo(10);
    assertThat(passwords.matches("known", "known")).as("who is known").isTrue();
    assertThat(passwords.matches("other", "other")).as("another operator").isTrue();

    time.pass(Duration.ofMinutes(6));
    assertThat(passwords.matches("known", "known")).as("later").isTrue();
  }

  @Test
  void beyondThatEvenTheRightPasswordWaits() {
    for (int guess = 0; guess < 10; guess++) {
      passwords.matches("guess" + guess, "right");
    }
    assertThat(passwords.matches("right", "right")).isFalse();
    time.pass(Duration.ofSeconds(7));
    assertThat(passwords.matches("right", "right")).isTrue();
  }
}
