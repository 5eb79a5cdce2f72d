package org.omscds.planted.hook;

import org.springframework.beans.factory.annotation.Autowired;

/** Has a field that Spring fills behind the constructor's back. */
class InjectsIntoFields {
  @Autowired private String service = "";

  String service() {
    return service;
  }
}
