package org.interurban.platform.portraits;

/** A fragment of a module's own template with what it shows. */
public record Shown(String template, Object model) {}
