package org.omscds.planted.cellar;

/** Is in a room that is not on the plan, in a package that is not null-marked, and prints. */
class Barrel {
  void roll() {
    System.out.println("rumble");
  }
}
