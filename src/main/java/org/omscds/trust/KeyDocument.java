package org.omscds.trust;

import java.io.IOException;

/** Where the public keys of a client stand: a text, a file or an address. */
@FunctionalInterface
interface KeyDocument {

  /** The JWK Set as it stands there now. */
  String read() throws IOException;
}
