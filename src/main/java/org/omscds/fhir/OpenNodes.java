package org.omscds.fhir;

import java.util.Arrays;
import java.util.List;

/**
 * What has been read of the objects and lists that are still open, the innermost last. Each begins
 * at a {@link #mark} and takes what was put since when it closes.
 */
final class OpenNodes {

  private Element[] names = new Element[32];
  private FhirNode[] values = new FhirNode[32];
  private int count;

  /** Where an object or a list that opens now begins. */
  int mark() {
    return count;
  }

  /**
   * Whether the object that began at a mark has the member already: of several the first counts.
   */
  boolean holds(Element member, int mark) {
    for (int i = mark; i < count; i++) {
      if (names[i] == member) {
        return true;
      }
    }
    return false;
  }

  /** Adds a member to the innermost object, unless nothing was read. */
  void put(Element member, FhirNode value) {
    if (!value.exists()) {
      return;
    }
    if (count == names.length) {
      names = Arrays.copyOf(names, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    names[count] = member;
    values[count] = value;
    count++;
  }

  /** Adds an item to the innermost list, unless nothing was read. */
  void add(FhirNode item) {
    put(Element.ITEM, item);
  }

  /** Closes the object that began at a mark. */
  FhirNode.Fields closeFields(int mark) {
    FhirNode.Fields fields =
        new FhirNode.Fields(
            Arrays.copyOfRange(names, mark, count), Arrays.copyOfRange(values, mark, count));
    count = mark;
    return fields;
  }

  /** Closes the list that began at a mark. */
  FhirNode.Items closeItems(int mark) {
    List<FhirNode> items =
        count == mark + 1
            ? List.of(values[mark])
            : List.of(Arrays.copyOfRange(values, mark, count));
    count = mark;
    return new FhirNode.Items(items);
  }
}
