package org.omscds.planted.card;

import org.springframework.web.bind.annotation.RestController;

/** Uses a framework that its line does not name. */
@RestController
class ServesCards {}
