package org.omscds.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omscds.recommendation.Snooze;

/** What a call asks of the memory of cards. Nothing of it fails or waits for long. */
public interface CardMemory {

  /** The uuid of a card or suggestion. */
  UUID uuid(String name);

  /** What clinicians answered to earlier cards of this patient and what still holds. */
  List<Snooze> snoozes(Asker asker);

  /** Notes the cards that were issued. */
  void issued(Asker asker, List<IssuedCard> cards);

  /**
   * Notes that the chart shows the syndrome as diagnosed.
   *
   * @param since the first day on which the chart says so, where it says the day
   */
  void diagnosed(Asker asker, Optional<LocalDate> since);
}
