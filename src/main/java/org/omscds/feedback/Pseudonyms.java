package org.omscds.feedback;

import org.omscds.store.KeyedHash;

/**
 * The pseudonyms of client, patient and clinician. Two hospitals that both have a Patient/1 never
 * meet, because client and FHIR server go into the hash.
 */
record Pseudonyms(String client, String patient, String clinician) {

  static Pseudonyms of(Asker asker, KeyedHash hash) {
    return new Pseudonyms(
        client(asker.issuer(), asker.tenant(), hash),
        hash.pseudonym("patient", asker.home(), asker.patientId()),
        hash.pseudonym("clinician", asker.home(), asker.userId()));
  }

  /** A client, which gives feedback about all patients of its FHIR servers. */
  static String client(String issuer, String tenant, KeyedHash hash) {
    return hash.pseudonym("client", issuer, tenant);
  }
}
