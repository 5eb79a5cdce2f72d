package org.omscds.planted.patient;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Asks the clock in every way that is forbidden, once through a method reference. */
class AsksTheClock {
  LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  Supplier<Instant> later() {
    return Instant::now;
  }

  long millis() {
    return System.currentTimeMillis();
  }

  Clock clock() {
    return Clock.systemUTC();
  }
}
