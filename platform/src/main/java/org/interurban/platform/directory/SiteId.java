package org.interurban.platform.directory;

import java.util.UUID;
import org.interurban.platform.shared.Identifier;

/** Identity of something that can be seen in a city. */
public record SiteId(UUID value) implements Identifier {}
