package org.omscds.planted.wire;

import org.omscds.planted.card.WritesCards;

/** Uses a room that its line does not name, and so closes a circle. */
public record LooksIntoCards(WritesCards writer) {}
