package org.interurban.platform.people;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of a post. */
public record PostId(UUID value) implements Identifier {}
