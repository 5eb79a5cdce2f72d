package org.omscds.patient;

import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws FHIR's dates, periods, ages and ranges, partial ones and far time zones among them. */
record DateSamples(Dice dice) {

  /** A {@code date}: a year, a month or a day. */
  String date() {
    String year = year();
    return switch (dice.between(0, 3)) {
      case 0 -> year;
      case 1 -> year + "-" + twoDigits(1, 12);
      default -> day(year);
    };
  }

  /** A {@code dateTime}: a date, or a day with a time and a zone. */
  String dateTime() {
    return dice.in(40) ? date() : instant();
  }

  /** An {@code instant}; many of them fall on another day in UTC than the one that is written. */
  String instant() {
    String time = dice.oneOf("00:00:00", "00:15:30", "12:30:00", "23:59:59", "23:45:01.123");
    String zone = dice.oneOf("Z", "+00:00", "+14:00", "-11:00", "+05:30", "-05:00");
    return day(year()) + "T" + time + zone;
  }

  /** A {@code Period} with a start, an end, both or neither. */
  ObjectNode period() {
    ObjectNode period = JsonNodeFactory.instance.objectNode();
    if (dice.in(75)) {
      period.put("start", dateTime());
    }
    if (dice.in(60)) {
      period.put("end", dateTime());
    }
    if (period.isEmpty()) {
      period.put("id", "no-dates");
    }
    return period;
  }

  /** An {@code Age}, by code, by unit, by both, or of a unit that no age in a chart is told in. */
  ObjectNode age() {
    ObjectNode age = JsonNodeFactory.instance.objectNode();
    if (dice.in(90)) {
      age.put("value", new BigDecimal(dice.between(0, 40) + dice.oneOf("", "", ".5", ".25")));
    }
    boolean coded = dice.in(70);
    if (coded) {
      age.put("system", "http://unitsofmeasure.org");
      age.put("code", dice.oneOf("a", "mo", "wk", "d", "a", "mo", "min", "h"));
    }
    if (!coded || dice.in(30)) {
      age.put(
          "unit", dice.oneOf("years", "year", "yr", "months", "month", "weeks", "days", "moons"));
    }
    return age;
  }

  /** A {@code Range} of ages. */
  ObjectNode ageRange() {
    ObjectNode range = JsonNodeFactory.instance.objectNode();
    if (dice.in(80)) {
      range.set("low", age());
    }
    if (range.isEmpty() || dice.in(60)) {
      range.set("high", age());
    }
    return range;
  }

  /** Words where a date might stand, and now and then a date. */
  String dateInWords() {
    return dice.oneOf("as a toddler", "after the fever", "2024-05", "2024-05-06", "2023", "Yes");
  }

  /** A {@code Timing}, which says nothing about a day on its own. */
  ObjectNode timing() {
    ObjectNode timing = JsonNodeFactory.instance.objectNode();
    timing.putArray("event").add(instant());
    timing.putObject("code").put("text", "BID");
    return timing;
  }

  private String year() {
    return String.valueOf(dice.between(2019, 2026));
  }

  private String day(String year) {
    return dice.in(10)
        ? dice.oneOf("2024-02-29", "2020-02-29", "2025-12-31", "2026-01-01")
        : year + "-" + twoDigits(1, 12) + "-" + twoDigits(1, 28);
  }

  private String twoDigits(int first, int last) {
    return String.format(Locale.ROOT, "%02d", dice.between(first, last));
  }
}
