package org.omscds.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The moments at which an EHR may ask; each has a service in the discovery document. */
public enum Hook {
  PATIENT_VIEW("patient-view"),
  ENCOUNTER_START("encounter-start"),
  ENCOUNTER_DISCHARGE("encounter-discharge"),
  ORDER_SELECT("order-select"),
  ORDER_SIGN("order-sign"),
  PROBLEM_LIST_ITEM_CREATE("problem-list-item-create");

  private final String hookName;

  Hook(String hookName) {
    this.hookName = hookName;
  }

  /** The name as CDS Hooks spells it. */
  public String hookName() {
    return hookName;
  }

  /** Whether it fires while an order is being written. */
  public boolean isAboutOrders() {
    return this == ORDER_SELECT || this == ORDER_SIGN;
  }

  /** The names of all hooks. */
  static List<String> names() {
    return Arrays.stream(values()).map(Hook::hookName).toList();
  }

  /** The hook of that name, or empty where this service does not know it. */
  public static Optional<Hook> named(String name) {
    return Arrays.stream(values()).filter(each -> each.hookName.equals(name)).findFirst();
  }
}
