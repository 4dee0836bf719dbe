package org.interurban.platform.people;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a person. */
public record PersonId(UUID value) implements Identifier {}
