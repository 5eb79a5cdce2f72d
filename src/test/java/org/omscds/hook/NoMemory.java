package org.omscds.hook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omscds.consultation.Charts;
import org.omscds.feedback.Asker;
import org.omscds.feedback.CardMemory;
import org.omscds.feedback.IssuedCard;
import org.omscds.recommendation.Snooze;

/** Remembers nothing. */
final class NoMemory implements CardMemory {

  @Override
  public UUID uuid(String name) {
    return Charts.uuid(name);
  }

  @Override
  public List<Snooze> snoozes(Asker asker) {
    return List.of();
  }

  @Override
  public void issued(Asker asker, List<IssuedCard> cards) {}

  @Override
  public void diagnosed(Asker asker, Optional<LocalDate> since) {}
}
