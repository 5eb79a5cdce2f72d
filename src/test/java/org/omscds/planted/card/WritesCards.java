package org.omscds.planted.card;

import java.util.List;
import org.omscds.planted.wire.LooksIntoCards;

/** Uses a room that its line names, which is allowed, as one half of the circle. */
public record WritesCards(List<LooksIntoCards> cards) {
  public WritesCards {
    cards = List.copyOf(cards);
  }

  LooksIntoCards first() {
    return cards.getFirst();
  }
}
